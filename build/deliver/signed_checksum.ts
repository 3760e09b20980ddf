/**
 * The checksum of a packed image that a signature vouches for.
 * @module
 */
import { basename } from "node:path";
import { findBuilt } from "../../images/manifest/find_built.ts";
import { GatewrightError } from "../../host/error.ts";
import { parseSha256List } from "../release/sha256_list.ts";
import { parsePublicKey, parseSignedMessage, verifySignedMessage } from "../release/signify.ts";
import { readBounded } from "../../host/read_bounded.ts";

/**
 * The sha256 of `image` by its `.sha256.sig` (as `pack --key` writes it), in hexadecimal.
 *
 * @param key file of a public key of signify(1).
 * @throws {GatewrightError} (verification) if there is no signature, or not by that key, or not of
 * that image.
 */
export async function signedChecksum(image: string, key: string): Promise<string> {
  const path = (await findBuilt(image)).image;
  const where = `${path}.sha256.sig`;
  const refused = (message: string, why: string, cause?: unknown) =>
    new GatewrightError(message, {
      kind: "verification",
      where,
      why,
      next: "do not use the image; pack it again with the key: gatewright pack DIR --key SECKEY",
      cause,
    });
  const publicKey = parsePublicKey(await read(key, "the public key cannot be read"), key);
  const signed = parseSignedMessage(await read(where, "the image has no signature"), where);
  try {
    await verifySignedMessage(publicKey, signed, where);
  } catch (cause) {
    if (!(cause instanceof GatewrightError)) throw cause;
    throw refused(cause.message, cause.why ?? `it is not by ${key}`, cause);
  }
  const list = parseSha256List(new TextDecoder().decode(signed.message), where);
  const sha256 = list.get(basename(path));
  if (sha256) return sha256;
  throw refused("the signature is of another image", `it names ${[...list.keys()].join(", ")}`);
}

async function read(path: string, message: string): Promise<Uint8Array> {
  try {
    return await readBounded(path, 1 << 20);
  } catch (cause) {
    throw new GatewrightError(message, {
      kind: "verification",
      where: path,
      why: cause instanceof Error ? cause.message : String(cause),
      next: "gatewright pack DIR --key SECKEY writes image, checksum and signature; copy all three",
      cause,
    });
  }
}
