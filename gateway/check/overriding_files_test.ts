import assert from "node:assert/strict";
import { parseGateway } from "../load/load.ts";
import { GOOD, problems, testRefusals } from "../../test/broken_description.ts";

/** GOOD without tunnels, with `more` behind it. */
const alone = (more: string) => GOOD.replace(/tunnels:[^]*/, "") + more;

testRefusals([
  [
    "keys of root that the field writes too",
    /users:([^]*)$/,
    'rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY r"]\n' +
    "  users:$1files: [{path: /root/.ssh/authorized_keys, content: x}]\n",
    "16:16",
    /access\.rootKeys writes .*put all keys there, or use append/,
  ],
  [
    "keys of a user that the field writes too",
    /$/,
    "files: [{path: /home/paul/.ssh/authorized_keys, content: x, owner: paul}]\n",
    "15:16",
    /access\.users\[0\]\.keys writes .*or use append/,
  ],
  [
    "accounts in place of the installer's",
    /$/,
    "files: [{path: /etc/master.passwd, content: x}]\n",
    "15:16",
    /use access\.rootPassword and access\.users/,
  ],
  [
    "a whole /etc/group",
    /$/,
    "files: [{path: /etc/group, content: 'wheel:*:0:root'}]\n",
    "15:16",
    /useradd\(8\) and the installer write \/etc\/group.*access\.users\[\]\.wheel, or append/,
  ],
  [
    "a file below one that fields write",
    /$/,
    "files: [{path: /etc/pf.conf/x, content: x}]\n",
    "15:16",
    /\/etc\/pf\.conf is a file, not a folder/,
  ],
  [
    "a file below one of the release",
    /$/,
    "files: [{path: /etc/rc.conf/local/x, content: x}]\n",
    "15:16",
    /\/etc\/rc\.conf is a file, not a folder/,
  ],
  [
    "a whole iked.conf beside tunnels",
    /$/,
    "files: [{path: /etc/iked.conf, secret: {file: x}}]\n",
    "15:16",
    /tunnels writes \/etc\/iked\.conf already/,
  ],
  [
    "a whole pf.conf beside firewall",
    /$/,
    "firewall: {skipTunnels: true}\nfiles: [{path: /etc/pf.conf, content: pass}]\n",
    "16:16",
    /firewall writes \/etc\/pf\.conf already.*firewall\.rules/,
  ],
  [
    "a private file that others may read",
    /$/,
    "files: [{path: /etc/sasyncd.conf, source: x, mode: '0644'}]\n",
    "15:52",
    /refused if others can read it; use 0600/,
  ],
  [
    "a secret added to what everybody can read",
    /$/,
    "files: [{path: /etc/rc.local, append: {env: X}}]\n",
    "15:39",
    /everyone can read \/etc\/rc\.local/,
  ],
  [
    "forwarding in appended lines",
    /$/,
    'files: [{path: /etc/sysctl.conf, append: "net.inet.ip.forwarding=0\\n"}]\n',
    "15:42",
    /set by the field forwarding/,
  ],
  [
    "a daemon that appended lines turn off",
    /$/,
    'files: [{path: /etc/rc.conf.local, append: "iked_flags=NO\\n"}]\n',
    "15:44",
    /the tunnels need it: remove iked_flags/,
  ],
  ["a daemon that a setting turns off", /$/, "rcConf: {iked_flags: false}\n", "15:22", /need it/],
  [
    "a setting that is off behind a blank",
    /$/,
    'rcConf: {iked_flags: " NO"}\n',
    "15:22",
    /need it/,
  ],
  [
    "the daemon of the other IKE beside the tunnels' own",
    /$/,
    "rcConf: {isakmpd_flags: -K}\n",
    "15:25",
    /cannot share udp port 500, and the tunnels are IKEv2; remove isakmpd_flags/,
  ],
  [
    "a kernel without ESP",
    /$/,
    "sysctl: {net.inet.esp.enable: 0}\n",
    "15:31",
    /the tunnels need it: remove net\.inet\.esp\.enable/,
  ],
  [
    "a kernel without ESP by appended lines",
    /$/,
    'files: [{path: /etc/sysctl.conf, append: "net.inet.esp.enable=0"}]\n',
    "15:42",
    /the tunnels need it/,
  ],
  [
    "a path that is too long once it is staged",
    /$/,
    `files: [{path: /home/paul/${"x".repeat(40)}/${"y".repeat(101)}, content: x, owner: paul}]\n`,
    "15:16",
    /with \/gatewright before it/,
  ],
]);

const said = (text: string) => problems(text).filter((line) => !line.includes(" note "));

Deno.test("a whole pf.conf, ipsec.conf or iked.conf is taken where no field writes one, for root alone", () => {
  const started = {
    "/etc/pf.conf": "",
    "/etc/ipsec.conf": "rcConf: {ipsec: 'YES', isakmpd_flags: '-K'}\n",
    "/etc/iked.conf": "rcConf: {iked_flags: ''}\n",
  };
  for (const [path, settings] of Object.entries(started)) {
    for (const content of ["content: x", "source: x", "secret: {file: x}"]) {
      const peers = path === "/etc/pf.conf" ? "" : "firewall: {peers: any}\n";
      const text = alone(`${peers}${settings}files: [{path: ${path}, ${content}}]\n`);
      assert.deepEqual(said(text), [], text);
      const [file] = parseGateway(text, "gw.yaml").gateway.files;
      if (path !== "/etc/pf.conf") assert.equal(file!.mode, 0o600);
    }
  }
});

Deno.test("a whole iked.conf that nothing loads, or whose peers are not let in, is a warning", () => {
  const lines = said(alone("files: [{path: /etc/iked.conf, secret: {file: x}}]\n"));
  assert.match(lines[0]!, /warning nothing loads \/etc\/iked\.conf.*rcConf: \{iked_flags: ""\}/);
  assert.match(lines[1]!, /warning without tunnels .*firewall\.peers/);
});

Deno.test("a daemon that only tries its configuration, and ESP that passes no NAT, are warnings", () => {
  const lines = (more: string) => said(GOOD + more).join("\n");
  assert.match(
    lines("rcConf: {iked_flags: -n}\n"),
    /warning with -n the daemon does not set up tunnels/,
  );
  assert.match(lines("rcConf: {iked_flags: -dvn}\n"), /with -n/);
  assert.equal(lines("rcConf: {iked_flags: -s /var/run/n}\n"), "");
  assert.match(lines("sysctl: {net.inet.esp.udpencap: 0}\n"), /warning without it no tunnel works/);
  assert.equal(lines("sysctl: {net.inet.esp.udpencap: 1, net.inet.esp.enable: 1}\n"), "");
  assert.equal(said(alone("sysctl: {net.inet.esp.enable: 0}\n")).join("\n"), "");
});

Deno.test("files that only look as if they worked are warnings", () => {
  const lines = (more: string) => said(GOOD + more).join("\n");
  assert.match(lines("files: [{path: /etc/rc.firsttime, append: 'pkg_add x'}]\n"), /skips/);
  assert.match(
    lines("files: [{path: /etc/ssh/sshd_config, content: 'Port 22'}]\n"),
    /rootSsh: no takes effect only at a line #PermitRootLogin/,
  );
  assert.equal(lines("files: [{path: /etc/ssh/sshd_config, content: 'PermitRootLogin no'}]\n"), "");
  assert.equal(lines("files: [{path: /etc/ssh/sshd_config, append: 'Port 22'}]\n"), "");
  assert.match(lines("files: [{path: /etc/pf.conf, append: pass}]\n"), /firewall\.rules/);
  assert.match(
    lines("files: [{path: /etc/rc.conf, content: x}]\n"),
    /this replaces \/etc\/rc\.conf.*use rcConf/,
  );
  assert.match(
    lines("files: [{path: /etc/netstart, content: x}]\n"),
    /this replaces \/etc\/netstart.*rc\.local/,
  );
  assert.equal(lines("files: [{path: /etc/rc.local, content: x}]\n"), "");
  assert.match(lines("rcConf: {pf: false}\n"), /firewall has no effect/);
  assert.match(lines("rcConf: {sshd_flags: false}\n"), /nobody can log in/);
  assert.match(lines("rcConf: {iked_flags: '-f /etc/other.conf'}\n"), /does not read the tunnels/);
  assert.match(said(alone("rcConf: {isakmpd_flags: '-4'}\n")).join("\n"), /add -K/);
  assert.equal(lines("rcConf: {iked_flags: '-v'}\n"), "");
  assert.equal(said(alone("rcConf: {isakmpd_flags: '-4K'}\n")).join("\n"), "");
});

Deno.test("groups may be added, and shells and classes brought", () => {
  for (
    const file of [
      '{path: /etc/group, append: "build:*:1500:\\n"}',
      '{path: /etc/shells, content: "/bin/ksh\\n"}',
      '{path: /etc/login.conf, content: "x"}',
    ]
  ) {
    assert.deepEqual(said(`${GOOD}files: [${file}]\n`), [], file);
  }
});

Deno.test("on 6.6 flags of iked must leave IPv6 alone", () => {
  const six = GOOD.replace("address:", "address6: autoconf, address:");
  const lines = (number: string, flags: string) =>
    said(`${six}release: '${number}'\nrcConf: {iked_flags: '${flags}'}\n`).join();
  assert.match(lines("6.6", "-v"), /denies all IPv6; add -6/);
  assert.doesNotMatch(lines("6.6", "-6v"), /denies/);
  assert.doesNotMatch(lines("6.7", "-v"), /denies/);
});

Deno.test("what is added may be a secret, and a home may have long paths that fit", () => {
  const text = GOOD +
    `files: [{path: /etc/iked.conf, append: {env: X}}, {path: /home/paul/${
      "x".repeat(90)
    }, content: x, owner: paul}]\n`;
  assert.deepEqual(said(text), []);
  const [file] = parseGateway(text, "gw.yaml").gateway.files;
  assert.deepEqual(file!.content, { kind: "secret", ref: { env: "X" } });
});

Deno.test("files that others must not read may have mode 0600 or 0400, and no other", () => {
  const lines = (mode: string, file: string) =>
    said(`${GOOD}files: [{${file}, mode: '${mode}'}]\n`).join("\n");
  for (const file of ["path: /etc/x, secret: {env: X}", "path: /etc/soii.key, content: x"]) {
    for (const mode of ["0600", "0400"]) assert.equal(lines(mode, file), "", `${mode} ${file}`);
    for (const mode of ["0640", "0604", "0610", "0601"]) {
      assert.match(lines(mode, file), /error: files\[0\]\.mode: .*0600/, `${mode} ${file}`);
    }
  }
});

Deno.test("files that a daemon refuses where others may read them are private of themselves", () => {
  const lines = (mode: string, file: string) =>
    said(`${GOOD}files: [{path: ${file}, content: x, mode: '${mode}'}]\n`).join("\n");
  // check_file_secrecy() of the routing daemons lets a group read.
  for (const file of ["/etc/bgpd.conf", "/etc/ospfd.conf", "/etc/ospf6d.conf", "/etc/ldpd.conf"]) {
    for (const mode of ["0600", "0640"]) assert.equal(lines(mode, file), "", `${mode} ${file}`);
    for (const mode of ["0644", "0660", "0604"]) {
      assert.match(lines(mode, file), /error: .*refused if others can read it/, `${mode} ${file}`);
    }
  }
  assert.match(lines("0640", "/etc/isakmpd/isakmpd.conf"), /refused if others can read it/);
  assert.equal(lines("0644", "/etc/relayd.conf"), "");
  const { gateway } = parseGateway(
    `${GOOD}files: [{path: /etc/bgpd.conf, content: x}, {path: /etc/relayd.conf, content: x}]\n`,
    "gw.yaml",
  );
  assert.deepEqual(gateway.files.map(({ mode }) => mode), [0o600, 0o644]);
});

Deno.test("files that a boot removes, that anybody may write, and that nothing can run are warnings", () => {
  const lines = (file: string) => said(`${GOOD}files: [{${file}}]\n`).join("\n");
  assert.match(lines("path: /tmp/x, content: x"), /warning rc\(8\) empties \/tmp at each boot/);
  assert.match(lines("path: /var/run/x, content: x"), /empties \/var\/run/);
  assert.equal(lines("path: /var/tmpl/x, content: x"), "");
  assert.match(lines("path: /etc/rc.local, content: x, mode: '0666'"), /anybody may write/);
  const script = "content: '#!/bin/ksh'";
  assert.match(lines(`path: /etc/rc.d/mine, ${script}`), /nothing runs \S+ with mode 0644/);
  assert.match(lines(`path: /usr/local/bin/x, ${script}`), /write mode: "0755"/);
  assert.equal(lines(`path: /usr/local/bin/x, ${script}, mode: '0555'`), "");
  assert.equal(lines(`path: /root/x, ${script}`), "");
  assert.match(lines('path: /etc/rc.local, content: "a\\r\\nb"'), /lines end in CR LF/);
  assert.equal(lines('path: /etc/rc.local, content: "a\\nb"'), "");
});
