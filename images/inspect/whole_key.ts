/**
 * Checks that a private key is complete, and derives its public key: OpenSSH's format
 * (PROTOCOL.key), and PEM with DER (RFC 7468), as isakmpd(8), iked(8) and older ssh-keygen(1) write
 * it.
 * @module
 */
import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";

const CUT = "it is not a whole private key";
const LOCKED = "it has a passphrase, which nobody can type at boot";

/**
 * Why the private key `text` of the file `path` cannot be used; undefined if it can, or its format
 * is unknown.
 */
export function keyFault(path: string, text: string): string | undefined {
  if (path === "/etc/soii.key") {
    return /^[0-9a-f]{32}\s*$/i.test(text) ? undefined : "it is not 32 hexadecimal digits";
  }
  if (!/^\/etc\/(ssh\/ssh_host_[^/.]+_key|(isakmpd|iked)\/private\/local\.key)$/.test(path)) {
    return undefined;
  }
  const body = bodyOf(text);
  if (!body) return CUT;
  if (body.label === "OPENSSH PRIVATE KEY") {
    const key = opensshKey(body.bytes);
    return !key ? CUT : key.cipher === "none" ? undefined : LOCKED;
  }
  if (/ENCRYPTED/.test(text)) return LOCKED;
  return isWholeDer(body.bytes) ? undefined : CUT;
}

/** Whether `shared` is the public key of the valid private key `text`; undefined if unknown. */
export function isHalfOf(shared: string, text: string): boolean | undefined {
  const body = bodyOf(text);
  const blob = body && opensshKey(body.bytes)?.blob;
  if (blob) return shared.split(/\s+/)[1] === blob;
  try {
    const own = createPublicKey(createPrivateKey(text) as unknown as KeyObject);
    return own.equals(createPublicKey(shared));
  } catch {
    return undefined;
  }
}

/** The decoded private key in `text`, with its label; parameters before it are skipped. */
function bodyOf(text: string): { label: string; bytes: Uint8Array } | undefined {
  const [, label = "", body = ""] =
    /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----\r?\n([^-]*(?:Proc-Type[^-]*-Info[^-]*)?[^-]*)-----END \1-----/
      .exec(text) ?? [];
  const base64 = body.replace(/^[A-Za-z-]+:.*$/gm, "").replace(/\s/g, "");
  if (base64 === "") return undefined;
  try {
    return { label, bytes: Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)) };
  } catch {
    return undefined;
  }
}

const MAGIC = "openssh-key-v1\0";

/**
 * The cipher and the public key (base64) of a key in OpenSSH's format; undefined if it is
 * incomplete.
 */
function opensshKey(bytes: Uint8Array): { cipher: string; blob: string } | undefined {
  const text = String.fromCharCode(...bytes.slice(0, MAGIC.length));
  if (text !== MAGIC) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = MAGIC.length;
  const field = (): Uint8Array | undefined => {
    if (at + 4 > bytes.length) return undefined;
    const length = view.getUint32(at);
    at += 4 + length;
    return at > bytes.length ? undefined : bytes.subarray(at - length, at);
  };
  const [cipher, kdf, options] = [field(), field(), field()];
  if (!cipher || !kdf || !options) return undefined;
  // Number of keys.
  at += 4;
  const [shared, secret] = [field(), field()];
  if (!shared || !secret || secret.length === 0 || at !== bytes.length) return undefined;
  return {
    cipher: String.fromCharCode(...cipher),
    blob: btoa(String.fromCharCode(...shared)),
  };
}

/** Whether `bytes` are exactly one DER SEQUENCE. */
function isWholeDer(bytes: Uint8Array): boolean {
  const [tag, first = 0] = bytes;
  if (tag !== 0x30 || bytes.length < 16) return false;
  if (first < 0x80) return bytes.length === 2 + first;
  const count = first & 0x7f;
  const length = [...bytes.slice(2, 2 + count)].reduce((sum, byte) => sum * 256 + byte, 0);
  return bytes.length === 2 + count + length;
}
