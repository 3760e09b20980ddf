import assert from "node:assert/strict";
import { GOOD, problems } from "../../test/broken_description.ts";

const said = (more: string) =>
  problems(GOOD + more).filter((line) => !/^note |: note: |errata/.test(line)).join("\n");
const config = (text: string, more = "") =>
  said(`${more}files: [{path: /etc/ssh/sshd_config, append: "${text}"}]\n`);
const allow = (port: string) =>
  `firewall: {allow: [{proto: tcp, port: ${port}, from: 10.0.0.0/24}]}\n`;

Deno.test("sshd on a port that the firewall lets nobody to is a warning", () => {
  const says = /sshd then listens on port 2222 only.*firewall\.allow: \{proto: tcp, port: 2222/;
  assert.match(config("Port 2222"), says);
  assert.match(config("port=2222"), says);
  assert.match(said("rcConf: {sshd_flags: -p 2222}\n"), says);
  assert.match(config("Port 2222", allow("22")), says);
  assert.equal(config("Port 2222", allow("2222")), "");
  assert.equal(config("Port 2222", allow("2000:3000")), "");
  assert.equal(config("Port 22\\nPort 2222"), "");
  assert.equal(config("#Port 2222"), "");
  assert.equal(said("rcConf: {sshd_flags: -4 -o X=-p2222}\n"), "");
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
    ]
  ) {
    assert.equal(config(text), "", text);
  }
});

Deno.test("sshd that reads no key, or listens nowhere, is a warning", () => {
  const whole = (text: string) =>
    said(
      `files: [{path: /etc/ssh/sshd_config, content: "#PermitRootLogin no\\n${text}"}]\n`,
    );
  assert.match(config("PubkeyAuthentication no"), /takes none of the keys of access/);
  assert.equal(config("PubkeyAuthentication yes\\nPubkeyAuthentication no"), "");
  assert.match(whole("AuthorizedKeysFile /etc/keys/%u"), /reads none of the keys of access/);
  for (const right of [".ssh/authorized_keys", "/etc/keys/%u %h/.ssh/authorized_keys"]) {
    assert.equal(whole(`AuthorizedKeysFile ${right}`), "");
  }
  // The line of the release stands before it.
  assert.equal(config("AuthorizedKeysFile /etc/keys/%u"), "");
  for (const wrong of ["192.0.2.9", "127.0.0.1", "[2001:db8::1]:22", "192.0.2.9:2222"]) {
    assert.match(config(`ListenAddress ${wrong}`), /on \S+ only, which no interface has/, wrong);
  }
  for (
    const right of ["10.0.0.50", "10.0.0.50:22", "0.0.0.0", "127.0.0.1\\nListenAddress 10.0.0.50"]
  ) {
    assert.equal(config(`ListenAddress ${right}`), "", right);
  }
});
