/**
 * Key pairs for locally made releases.
 * @module
 */
import { formatPublicKey, type SignifySecretKey } from "./signify.ts";

/** A key pair. */
export interface MadeKey {
  /** Secret key. */
  secret: SignifySecretKey;
  /** Contents of the public key file. */
  publicFile: string;
}

/** Makes a key pair as `signify -G -n -c COMMENT` does (signify(1)). */
export async function makeKey(comment = "throw-away key"): Promise<MadeKey> {
  const usages: KeyUsage[] = ["sign", "verify"];
  const pair = await crypto.subtle.generateKey("Ed25519", true, usages) as CryptoKeyPair;
  const der = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  const key = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const keynum = crypto.getRandomValues(new Uint8Array(8)).toHex();
  return {
    secret: { keynum, seed: der.slice(-32) },
    publicFile: formatPublicKey({ comment, keynum, key }),
  };
}
