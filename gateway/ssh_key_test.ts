import assert from "node:assert/strict";
import { EXAMPLE_KEY, TEST_KEY } from "../test/ssh_keys.ts";
import { isPlaceholder, wrongKey } from "./ssh_key.ts";

const BLOB = EXAMPLE_KEY;

Deno.test("keys with and without options and comments are keys", () => {
  for (
    const line of [
      `ssh-ed25519 ${BLOB}`,
      `ssh-ed25519 ${BLOB} paul@example.net`,
      `ssh-ed25519 ${TEST_KEY}`,
      `from="10.0.0.0/8",no-pty ssh-ed25519 ${BLOB}`,
      `command="echo ssh-rsa AAAA" ssh-ed25519 ${BLOB} x`,
    ]
  ) assert.equal(wrongKey(line), undefined, line);
});

Deno.test("an RSA key of 1024 bits is a key", () => {
  const modulus = `\0${"\x81".repeat(128)}`;
  const blob = `\0\0\0\x07ssh-rsa\0\0\0\x03\x01\0\x01\0\0\0\x81${modulus}`;
  assert.equal(wrongKey(`ssh-rsa ${btoa(blob)}`), undefined);
});

Deno.test("a key that was cut, wrapped or mixed up is none, and is not shown", () => {
  for (
    const [line, says] of [
      [`ssh-rsa ${BLOB}`, /does not begin as a key of type ssh-rsa/],
      ["ssh-ed25519 AAAA", /cut or wrapped/],
      ["ssh-ed25519 hunter2!", /not base64/],
      ["ssh-ed25519", /no key type and key/],
      // A whole number of base64 words is left of it.
      [`ssh-ed25519 ${TEST_KEY.slice(0, 48)}`, /not whole; it was cut/],
      [`ssh-ed25519 ${TEST_KEY}${TEST_KEY.slice(0, 4)}`, /not whole/],
      [`ssh-rsa ${btoa("\0\0\0\x07ssh-rsa\0\0\0\x01\x03\0\0\0\x04abcd")}`, /1024 bits or more/],
      [`ssh-dss ${btoa("\0\0\0\x07ssh-dss\0\0\0\x01\x03")}`, /no DSA keys.*ed25519/],
    ] as const
  ) {
    const why = wrongKey(line);
    assert.match(why!, says);
    assert(!why!.includes("hunter2"));
  }
});

Deno.test("the key of the examples is known, and no other is taken for it", () => {
  assert(isPlaceholder(`ssh-ed25519 ${EXAMPLE_KEY} paul@example.net`));
  assert(!isPlaceholder(`ssh-ed25519 ${TEST_KEY} paul@example.net`));
  assert(!isPlaceholder(`ssh-ed25519 ${TEST_KEY} Example`));
});
