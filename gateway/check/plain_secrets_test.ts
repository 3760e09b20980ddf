import assert from "node:assert/strict";
import { GOOD, problems } from "../../test/broken_description.ts";

/** What is said of the text of the file `path`. */
function said(path: string, text: string, field = "content"): string {
  const lines = problems(
    `${GOOD}files: [{path: ${path}, ${field}: ${JSON.stringify(text)}}]\n`,
  );
  return lines.filter((line) => /sees the secret/.test(line)).join("\n");
}

const KEY = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQ==\n-----END EC PRIVATE KEY-----\n";

Deno.test("a secret in the text of a file is a warning that does not show it", () => {
  assert.match(said("/etc/ssl/private/a.key", KEY), /\(PRIVATE KEY\); .*secret: \{file: PATH\}$/);
  const psk = 'ikev2 esp from 10.0.0.0/24 to 10.7.0.0/24 peer 192.0.2.9 psk "hunter2"\n';
  assert.match(said("/etc/iked.conf", psk, "append"), /\(psk\); .*append: \{file: PATH\}$/);
  assert.match(said("/etc/iked.conf", 'user "anna" "hunter2"\n', "append"), /\(password\)/);
  assert.match(
    said("/etc/bgpd.conf", "neighbor 192.0.2.9 { tcp md5sig password hunter2 }\n"),
    /sees/,
  );
  assert.match(
    said("/etc/ospfd.conf", "area 0 { interface vio0 { auth-md 1 hunter2 } }\n"),
    /sees/,
  );
  for (const line of [said("/etc/iked.conf", psk, "append"), said("/etc/ssl/private/a.key", KEY)]) {
    assert.doesNotMatch(line, /hunter2|MHcC/);
  }
});

Deno.test("text without a secret in it is accepted", () => {
  assert.equal(said("/etc/ssl/a.crt", KEY.replaceAll("EC PRIVATE KEY", "CERTIFICATE")), "");
  assert.equal(said("/etc/iked.conf", '# psk "abc"\nset fragmentation\n', "append"), "");
  assert.equal(
    said("/etc/iked.conf", "ikev2 esp from any to dynamic peer any rsa\n", "append"),
    "",
  );
  assert.equal(said("/etc/bgpd.conf", "neighbor 192.0.2.9 { remote-as 65001 }\n"), "");
  assert.equal(said("/etc/motd", 'psk "abc"\n', "append"), "");
});
