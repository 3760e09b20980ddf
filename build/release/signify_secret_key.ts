/**
 * Secret keys of signify(1), with and without a passphrase.
 *
 * Layout (signify.c, struct enckey): "Ed", "BK", rounds (32 bits, big-endian; 0: no passphrase),
 * salt (16 bytes), the first 8 bytes of the key's SHA-512, key number (8), the key (64: seed,
 * public key). With a passphrase, the key is XORed with the output of bcrypt_pbkdf(3).
 * @module
 */
import { createHash } from "node:crypto";
import { detailsOf, GatewrightError } from "../../host/error.ts";
import { parseSignify, type SignifySecretKey } from "./signify.ts";

const SIZE = 104;
const KEY = 64;

/**
 * Parses a secret key. Errors never contain a part of it.
 *
 * @param where the file's name in errors
 * @param passphrase called only for a key that has a passphrase
 * @throws {GatewrightError} if it is not a secret key, or the passphrase is missing or wrong.
 */
export async function readSecretKey(
  file: string | Uint8Array,
  where: string,
  passphrase: () => Promise<string | undefined> = () => Promise.resolve(undefined),
): Promise<SignifySecretKey> {
  const { bytes } = parsed(file, where);
  const rounds = new DataView(bytes.buffer).getUint32(4);
  const key = bytes.slice(40, 40 + KEY);
  if (rounds > 0) {
    const words = await passphrase();
    if (words === undefined) {
      throw new GatewrightError("the secret key is protected by a passphrase", {
        code: "needs-passphrase",
        where,
        next: "give its passphrase",
      });
    }
    const pad = await derive(words, bytes.slice(8, 24), rounds);
    for (let at = 0; at < KEY; at++) key[at]! ^= pad[at]!;
  }
  const check = createHash("sha512").update(key).digest().subarray(0, 8);
  if (!check.every((byte, at) => byte === bytes[24 + at])) {
    throw new GatewrightError(rounds > 0 ? "wrong passphrase" : "the secret key is damaged", {
      where,
      next: rounds > 0
        ? "give the one that the key was made with"
        : "restore the key from its backup",
    });
  }
  return { keynum: bytes.subarray(32, 40).toHex(), seed: key.slice(0, 32) };
}

function parsed(file: string | Uint8Array, where: string) {
  try {
    return parseSignify(
      typeof file === "string" ? new TextEncoder().encode(file) : file,
      SIZE,
      where,
    );
  } catch (cause) {
    if (!(cause instanceof GatewrightError)) throw cause;
    throw new GatewrightError("this is not a secret key", {
      ...detailsOf(cause),
      why: cause.message,
      next: where.endsWith(".pub")
        ? `name the secret key of the pair: ${where.replace(/pub$/, "sec")}`
        : "name a secret key of signify(1); signify-openbsd -G -p ci.pub -s ci.sec makes a pair",
      cause,
    });
  }
}

async function derive(passphrase: string, salt: Uint8Array, rounds: number): Promise<Uint8Array> {
  // Loaded when needed: most keys of build machines have no passphrase.
  const { pbkdf } = await import("bcrypt-pbkdf");
  const words = new TextEncoder().encode(passphrase);
  const out = new Uint8Array(KEY);
  pbkdf(words, words.length, salt, salt.length, out, KEY, rounds);
  return out;
}
