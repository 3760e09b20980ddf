import assert from "node:assert/strict";
import { GOOD, problems } from "../../test/broken_description.ts";

const said = (more: string) =>
  problems(GOOD + more).filter((line) => !/^note |: note: |errata/.test(line)).join("\n");
const config = (text: string, more = "") =>
  said(`${more}files: [{path: /etc/ssh/sshd_config, append: "${text}"}]\n`);
const allow = (port: string) =>
  `firewall: {allow: [{proto: tcp, port: ${port}, from: 10.0.0.0/24}]}\n`;

Deno.test("sshd on a port other than the one that allow opens is a warning", () => {
  const says = /sshd then listens on port 2222 only, and firewall.allow opens port 22;.*port: 2222/;
  assert.match(config("Port 2222", allow("22")), says);
  assert.match(config("port=2222", allow("ssh")), says);
  assert.match(said(`${allow("22")}rcConf: {sshd_flags: -p 2222}\n`), says);
  assert.match(said(`${allow("22")}rcConf: {sshd_flags: -oPort=2222}\n`), says);
  assert.match(config("ListenAddress 10.0.0.50:2222", allow("22")), says);
  // Where allow does not say, the networks of the interfaces have it.
  assert.equal(config("Port 2222"), "");
  assert.equal(config("Port 2222", allow("2222")), "");
  assert.equal(config("Port 2222", allow("2000:3000")), "");
  assert.equal(config("Port 22\\nPort 2222", allow("22")), "");
  assert.equal(config("#Port 2222", allow("22")), "");
  assert.equal(said(`${allow("22")}rcConf: {sshd_flags: -4 -o X=-p2222}\n`), "");
});

Deno.test("sshd that lets nobody of the description in is a warning", () => {
  assert.match(config("AllowUsers bob"), /refuses paul; name one in AllowUsers/);
  assert.match(config("DenyUsers paul"), /refuses paul/);
  for (
    const text of [
      "AllowUsers bob paul",
      "AllowUsers *@10.0.0.*",
      "DenyUsers bob",
      "Match Address 10.0.0.1\\n  AllowUsers bob",
      "# AllowUsers bob",
      "AllowUsers bob\\nMatch Address 10.0.0.0/24\\n  AllowUsers paul",
      "AllowUsers bob\\nMatch User paul\\n  AllowUsers p*",
      "DenyUsers paul\\nMatch LocalPort 2222\\n  DenyUsers bob",
      "DenyUsers paul@192.0.2.*",
      "AllowGroups wheel",
      "AllowGroups admins paul",
      "Match User bob\\n  DenyUsers paul",
    ]
  ) {
    assert.equal(config(text), "", text);
  }
  assert.match(config("AllowGroups admins"), /refuses paul; name a group of one in AllowGroups/);
  assert.match(config("DenyGroups paul"), /refuses paul/);
  assert.match(config("Match all\\n  AllowUsers bob"), /refuses paul/);
  assert.match(config("Match User paul\\n  DenyUsers p*"), /refuses paul/);
  assert.match(config("Match User *,!bob\\n  AllowGroups bob"), /refuses paul/);
  const group =
    'files: [{path: /etc/group, append: "admins:*:2000:anna,paul"}, {path: /etc/ssh/sshd_config, append: AllowGroups admins}]\n';
  assert.equal(said(group), "");
});

Deno.test("what sshd includes counts where it is included", () => {
  const include = (text: string, line = "Include sshd_config.d/*.conf", more = "") =>
    said(`${more}files:
- {path: /etc/ssh/sshd_config, append: "${line}"}
- {path: /etc/ssh/sshd_config.d/10-a.conf, content: "${text}"}
`);
  assert.match(include("AllowUsers bob"), /refuses paul/);
  assert.match(
    include("DenyUsers paul", "Match all\\nInclude /etc/ssh/sshd_config.d/1?-a.conf"),
    /refuses paul/,
  );
  assert.equal(
    include("DenyUsers paul", "Match Address 192.0.2.0/24\\nInclude sshd_config.d/*"),
    "",
  );
  assert.equal(include("DenyUsers paul", "Include other.d/*"), "");
  // What stands behind the Match of an included file does not end there.
  assert.match(
    include("Match User bob", "Include sshd_config.d/*\\nDenyUsers paul"),
    /refuses paul/,
  );
  assert.match(include("Port 2222", undefined, allow("22")), /listens on port 2222 only/);
  assert.equal(include("Include sshd_config.d/*"), "");
  const old = include("X11Forwarding no", undefined, "release: '6.6'\n");
  assert.match(old, /error: .*OpenBSD 6\.6 has no Include and would not start/);
  assert.doesNotMatch(include("X11Forwarding no", undefined, "release: '6.7'\n"), /no Include/);
});

Deno.test("sshd that takes no password of users without a key is a warning", () => {
  const word = "access: {users: [{name: paul, password: {env: PW}}]}\n";
  const only = (text: string) =>
    problems(
      `${
        GOOD.replace(/^access:.*\n(?: .*\n)*/m, word)
      }files: [{path: /etc/ssh/sshd_config, append: "${text}"}]\n`,
    ).filter((line) => /sshd then/.test(line)).join("\n");
  assert.match(only("PasswordAuthentication no"), /takes no password, and nobody .*: paul cannot/);
  assert.equal(only("Match Address 192.0.2.0/24\\n  PasswordAuthentication no"), "");
  assert.equal(
    only("PasswordAuthentication no\\nMatch User paul\\n  PasswordAuthentication yes"),
    "",
  );
  assert.equal(config("PasswordAuthentication no"), "");
});

Deno.test("sshd that wants methods that nobody of the description has is a warning", () => {
  for (
    const wrong of ["password", "publickey,password", "publickey,keyboard-interactive:bsdauth"]
  ) {
    const says = new RegExp(
      `sshd then requires ${wrong} from paul, who cannot provide it; write Auth`,
    );
    assert.match(config(`AuthenticationMethods ${wrong}`), says);
  }
  for (
    const right of [
      "publickey",
      "any",
      "publickey,password publickey",
      "password\\nMatch User paul\\n  AuthenticationMethods publickey",
    ]
  ) assert.equal(config(`AuthenticationMethods ${right}`), "", right);
  const both = config("AuthenticationMethods publickey,password").length > 0 &&
    problems(
      `${
        GOOD.replace("users:\n    - {name: paul,", "users:\n    - {name: paul, password: {env: P},")
      }files: [{path: /etc/ssh/sshd_config, append: "AuthenticationMethods publickey,password"}]\n`,
    ).filter((line) => /sshd then/.test(line));
  assert.deepEqual(both, []);
});

Deno.test("sshd that has no addresses of the family that it listens on is a warning", () => {
  assert.match(config("AddressFamily inet6"), /listens on IPv6 only, and no interface has an/);
  assert.equal(config("AddressFamily inet"), "");
  assert.equal(config("AddressFamily any"), "");
});

Deno.test("what Match says of root counts as its way in", () => {
  const root = (text: string, rootSsh = "no") =>
    problems(
      `${
        GOOD.replace(/^access:.*\n(?: .*\n)*/m, "")
      }access: {rootSsh: ${rootSsh}, rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY p@x"]}\nfiles: [{path: /etc/ssh/sshd_config, append: "${text}"}]\n`,
    ).filter((line) => !/note/.test(line)).join("\n");
  assert.equal(root("Match Address 10.0.0.0/24\\n  PermitRootLogin prohibit-password"), "");
  assert.match(root("X11Forwarding no"), /with rootSsh: no, the keys of root have no effect/);
  assert.match(
    root("Match all\\n  PermitRootLogin no", "prohibit-password"),
    /with PermitRootLogin no, the keys/,
  );
  // The installer's line stands before it.
  assert.match(
    root("PermitRootLogin no", "prohibit-password"),
    /PermitRootLogin no has no effect: .*set access: \{rootSsh: no\}/,
  );
  assert.equal(root("PermitRootLogin prohibit-password", "prohibit-password"), "");
});

Deno.test("sshd that reads no key, or listens nowhere, is a warning", () => {
  const whole = (text: string) =>
    said(
      `files: [{path: /etc/ssh/sshd_config, content: "#PermitRootLogin no\\n${text}"}]\n`,
    );
  assert.match(config("PubkeyAuthentication no"), /takes none of the keys of access/);
  assert.equal(config("PubkeyAuthentication yes\\nPubkeyAuthentication no"), "");
  assert.match(whole("AuthorizedKeysFile /etc/keys/%u"), /reads none of the keys of access/);
  for (
    const right of [
      ".ssh/authorized_keys",
      "/etc/keys/%u %h/.ssh/authorized_keys",
      "/etc/keys/%u\\nTrustedUserCAKeys /etc/ssh/ca.pub",
      "/etc/keys/%u\\nMatch Address 10.0.0.0/24\\nAuthorizedKeysFile .ssh/authorized_keys",
    ]
  ) {
    assert.equal(whole(`AuthorizedKeysFile ${right}`), "");
  }
  const brought =
    'files: [{path: /etc/keys/paul, content: x}, {path: /etc/ssh/sshd_config, content: "#PermitRootLogin no\\nAuthorizedKeysFile /etc/keys/%u"}]\n';
  assert.equal(said(brought), "");
  // The line of the release stands before it.
  assert.match(
    config("AuthorizedKeysFile /etc/keys/%u"),
    /has no effect.*write Match all before it/,
  );
  assert.match(config("Match all\\nAuthorizedKeysFile none"), /reads none of the keys/);
  for (const wrong of ["192.0.2.9", "127.0.0.1", "[2001:db8::1]:22", "192.0.2.9:2222"]) {
    assert.match(config(`ListenAddress ${wrong}`), /on \S+ only, which no interface has/, wrong);
  }
  for (
    const right of ["10.0.0.50", "10.0.0.50:22", "0.0.0.0", "127.0.0.1\\nListenAddress 10.0.0.50"]
  ) {
    assert.equal(config(`ListenAddress ${right}`), "", right);
  }
});
