/**
 * The signed checksum of a packed image.
 * @module
 */
import { basename } from "node:path";
import { findBuilt } from "../../images/manifest/find_built.ts";
import { GatewrightError } from "../../host/error.ts";
import { parseSha256List } from "../release/sha256_list.ts";
import {
  parseSignedMessage,
  type SignifyMessage,
  verifySignedMessage,
} from "../release/signify.ts";
import { readBounded } from "../../host/read_bounded.ts";
import { readPublicKey } from "./public_key.ts";

/** The contents of a signed checksum file. */
export interface SignedFiles {
  /** SHA-256 of the image, in hexadecimal. */
  sha256: string;
  /** SHA-256 of every signed file by name: the image, its domain, its manifest. */
  files: ReadonlyMap<string, string>;
}

/**
 * Reads and verifies the `.sha256.sig` of `image`, as written by `pack --key`.
 *
 * @param key file of a public key of signify(1).
 * @throws {GatewrightError} (verification) if there is no signature, or it is by another key or for
 * another image.
 */
export async function signedFiles(image: string, key: string): Promise<SignedFiles> {
  const path = (await findBuilt(image)).image;
  const where = `${path}.sha256.sig`;
  const refused = (message: string, why: string, cause?: unknown) =>
    new GatewrightError(message, {
      kind: "verification",
      code: "not-signed",
      where,
      why,
      next: "do not use the image; pack it again with the key",
      cause,
    });
  const publicKey = await readPublicKey(key);
  const bytes = await readSignature(where);
  let signed: SignifyMessage;
  try {
    signed = parseSignedMessage(bytes, where);
    await verifySignedMessage(publicKey, signed, where);
  } catch (cause) {
    if (!(cause instanceof GatewrightError)) throw cause;
    throw refused(cause.message, cause.why ?? `it is not by ${key}`, cause);
  }
  const files = parseSha256List(new TextDecoder().decode(signed.message), where);
  const sha256 = files.get(basename(path));
  if (sha256) return { sha256, files };
  throw refused("the signature is of another image", `it names ${[...files.keys()].join(", ")}`);
}

async function readSignature(path: string): Promise<Uint8Array> {
  try {
    return await readBounded(path, 1 << 20);
  } catch (cause) {
    throw new GatewrightError("the image has no signature", {
      kind: "verification",
      code: "not-signed",
      where: path,
      why: cause instanceof Error ? cause.message : String(cause),
      next: "copy the image with its checksum and signature",
      cause,
    });
  }
}
