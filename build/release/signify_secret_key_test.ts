import assert from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../../host/error.ts";
import { readSecretKey } from "./signify_secret_key.ts";

/** Made by `signify -G` with the passphrase `pw`; it signs nothing that anyone trusts. */
const LOCKED = `untrusted comment: hello secret key
RWRCSwAAACq5VP9bAAzeMqLwjDCGUN1X9CjL8/RkvfSxZkrzlgpPMfT039zgqMgV1ivnfIl4FkhKy/bKJFkOukg/fm5BlVpI4Ok/GOUMJEDqMP5b76D3pk2JOd++P9IH9R5arPma2H0=
`;

Deno.test("a key with a passphrase opens with it, and says what is wrong without", async () => {
  const words = (text?: string) => () => Promise.resolve(text);
  const key = await readSecretKey(LOCKED, "k.sec", words("pw"));
  assert.equal(key.keynum, "b1664af3960a4f31");
  await assert.rejects(
    readSecretKey(LOCKED, "k.sec"),
    (error) => error instanceof GatewrightError && error.code === "needs-passphrase",
  );
  await assert.rejects(readSecretKey(LOCKED, "k.sec", words("pW")), /wrong passphrase/);
});

Deno.test("no bytes make a secret key of what is none, nor does an error show them", async () => {
  const line = fc.uint8Array({ minLength: 104, maxLength: 104 }).map((bytes) => {
    // A head that is right, without a passphrase.
    bytes.set([0x45, 0x64, 0x42, 0x4b, 0, 0, 0, 0]);
    return `untrusted comment: x\n${bytes.toBase64()}\n`;
  });
  await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), line), async (file) => {
    const error = await readSecretKey(file, "k.sec").then(() => undefined, (error) => error);
    assert.ok(error instanceof GatewrightError);
    const secret = file.split("\n")[1];
    assert.ok(!secret || secret.length < 8 || !JSON.stringify(error).includes(secret));
  }));
});
