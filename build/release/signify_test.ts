import assert from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../../host/error.ts";
import { RELEASES } from "../../gateway/openbsd/releases.ts";
import { releaseKey } from "./keys.ts";
import { parseSha256List } from "./sha256_list.ts";
import * as signify from "./signify.ts";
import { makeKey } from "../../test/signed_release.ts";

Deno.test("what is signed verifies, and nothing else does", async () => {
  const key = await makeKey();
  const publicKey = signify.parsePublicKey(key.publicFile, "key");
  assert.equal(signify.formatPublicKey(publicKey), key.publicFile);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1 }), fc.nat(), async (bytes, at) => {
      const message = new Uint8Array(bytes);
      const file = await signify.signMessage(key.secret, message, "c");
      const signed = signify.parseSignedMessage(file, "file");
      assert.deepEqual(signed.message, message);
      await signify.verifySignedMessage(publicKey, signed, "file");
      signed.message[at % message.length]! ^= 1;
      await assert.rejects(signify.verifySignedMessage(publicKey, signed, "file"), /wrong/);
    }),
    { numRuns: 30 },
  );
});

Deno.test("no bytes make the parsers do anything but parse or refuse", () => {
  const parsers = [signify.parsePublicKey, signify.parseSignedMessage];
  const text = fc.oneof(
    fc.string(),
    fc.string().map((rest) => `untrusted comment: ${rest}\nRW${rest}\n`),
  );
  fc.assert(fc.property(fc.oneof(fc.uint8Array(), text), (file) => {
    for (const parser of parsers) {
      try {
        parser(file, "file");
      } catch (error) {
        assert.ok(error instanceof GatewrightError);
      }
    }
  }));
});

Deno.test("every built-in key is a key of its own", async () => {
  const seen = new Set<string>();
  for (const { number, version } of RELEASES) {
    seen.add((await releaseKey({ version, number, arch: "amd64" })).keynum);
  }
  assert.equal(seen.size, RELEASES.length);
  await assert.rejects(releaseKey({ version: "6.0", number: 60, arch: "amd64" }), /no key/);
});

Deno.test("a list has one hash a file and no paths", () => {
  const hash = "a".repeat(64);
  assert.equal(parseSha256List(`SHA256 (bsd.rd) = ${hash}\n`, "list").get("bsd.rd"), hash);
  for (const name of ["../bsd", "a/b", ".x", ""]) {
    assert.throws(() => parseSha256List(`SHA256 (${name}) = ${hash}\n`, "list"), /not a line/);
  }
  const twice = `SHA256 (bsd) = ${hash}\n`.repeat(2);
  assert.throws(() => parseSha256List(twice, "list"), /twice/);
});
