import assert from "node:assert/strict";
import { wrongKey } from "./ssh_key.ts";

const BLOB = "AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleExa";

Deno.test("keys with and without options and comments are keys", () => {
  for (
    const line of [
      `ssh-ed25519 ${BLOB}`,
      `ssh-ed25519 ${BLOB} paul@example.net`,
      `from="10.0.0.0/8",no-pty ssh-ed25519 ${BLOB}`,
      `command="echo ssh-rsa AAAA" ssh-ed25519 ${BLOB} x`,
    ]
  ) assert.equal(wrongKey(line), undefined, line);
});

Deno.test("a key that was cut, wrapped or mixed up is none, and is not shown", () => {
  for (
    const [line, says] of [
      [`ssh-rsa ${BLOB}`, /does not begin as a key of type ssh-rsa/],
      ["ssh-ed25519 AAAA", /cut or wrapped/],
      ["ssh-ed25519 hunter2!", /not base64/],
      ["ssh-ed25519", /no key type and key/],
    ] as const
  ) {
    const why = wrongKey(line);
    assert.match(why!, says);
    assert(!why!.includes("hunter2"));
  }
});
