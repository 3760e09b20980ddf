/**
 * Keys, signatures and signed messages of signify(1), verified and made with WebCrypto's Ed25519.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";

const COMMENT = "untrusted comment: ";
/** DER prefix of the 32-byte seed in a PKCS #8 Ed25519 key (RFC 8410). */
const PKCS8 = Uint8Array.fromHex("302e020100300506032b657004220420");

/** A public key as `signify -G` writes it. */
export interface SignifyPublicKey {
  /** Untrusted comment of the file. */
  comment: string;
  /** Key number: eight bytes in hexadecimal, which match signatures to keys. */
  keynum: string;
  /** The 32 bytes of the Ed25519 key. */
  key: Uint8Array<ArrayBuffer>;
}

/** A detached signature. */
export interface SignifySignature {
  /** Untrusted comment of the file. */
  comment: string;
  /** Number of the key that signed: eight bytes in hexadecimal. */
  keynum: string;
  /** The 64 bytes of the Ed25519 signature. */
  signature: Uint8Array<ArrayBuffer>;
}

/** A signature followed by its message, as in SHA256.sig (`signify -Se`). */
export interface SignifyMessage extends SignifySignature {
  /** The signed bytes. */
  message: Uint8Array<ArrayBuffer>;
}

/** A secret key without a passphrase (`signify -G -n`). */
export interface SignifySecretKey {
  /** Key number: eight bytes in hexadecimal, which match signatures to keys. */
  keynum: string;
  /** The 32 bytes of the Ed25519 seed. */
  seed: Uint8Array<ArrayBuffer>;
}

/** The error for an invalid signify(1) file, of kind verification. */
function bad(where: string, what: string): GatewrightError {
  return new GatewrightError(what, {
    kind: "verification",
    where,
    next: "compare the file with the one of another mirror",
  });
}

/**
 * Parses the first two lines of a signify file, and returns the bytes after them too. `size` is the
 * length of the binary part, `where` the file's name in errors (kind `verification`).
 */
export function parseSignify(file: Uint8Array, size: number, where: string) {
  const end1 = file.indexOf(10);
  const end2 = end1 < 0 ? -1 : file.indexOf(10, end1 + 1);
  const line1 = new TextDecoder().decode(file.subarray(0, Math.min(Math.max(end1, 0), 2048)));
  if (end2 < 0 || !line1.startsWith(COMMENT)) {
    throw bad(where, "not a signify file: no comment line and base64 line at its start");
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.fromBase64(new TextDecoder().decode(file.subarray(end1 + 1, end2)));
  } catch {
    throw bad(where, "not a signify file: its second line is not base64");
  }
  if (bytes.length !== size || bytes[0] !== 0x45 || bytes[1] !== 0x64) {
    throw bad(where, "not the kind of signify file that is needed here");
  }
  return { comment: line1.slice(COMMENT.length), bytes, rest: file.slice(end2 + 1) };
}

function asBytes(file: string | Uint8Array): Uint8Array {
  return typeof file === "string" ? new TextEncoder().encode(file) : file;
}

/** Parses a public key; `where` is the file's name in errors (kind `verification`). */
export function parsePublicKey(file: string | Uint8Array, where: string): SignifyPublicKey {
  const { comment, bytes } = parseSignify(asBytes(file), 42, where);
  return { comment, keynum: bytes.subarray(2, 10).toHex(), key: bytes.slice(10) };
}

/** Parses a signature and its message (empty for a detached one); errors as above. */
export function parseSignedMessage(file: string | Uint8Array, where: string): SignifyMessage {
  const { comment, bytes, rest } = parseSignify(asBytes(file), 74, where);
  const keynum = bytes.subarray(2, 10).toHex();
  return { comment, keynum, signature: bytes.slice(10), message: rest };
}

/**
 * Verifies `signed.signature` over `signed.message`; throws kind `verification` if it is not by
 * `key`.
 */
export async function verifySignedMessage(
  key: SignifyPublicKey,
  signed: SignifyMessage,
  where: string,
): Promise<void> {
  if (key.keynum !== signed.keynum) {
    throw new GatewrightError("signed with another key", {
      kind: "verification",
      where,
      why: `wanted key ${key.keynum} (${key.comment}), found a signature by ${signed.keynum}`,
      next: "check release.version, release.mirror and release.key",
    });
  }
  const raw = await crypto.subtle.importKey("raw", key.key, "Ed25519", false, ["verify"]);
  if (!await crypto.subtle.verify("Ed25519", raw, signed.signature, signed.message)) {
    throw new GatewrightError("the signature is wrong", {
      kind: "verification",
      where,
      why: `the content is not what the key "${key.comment}" signed`,
      next: "use another mirror",
    });
  }
}

/** A signify file that contains `bytes`. */
function format(comment: string, bytes: Uint8Array): string {
  return `${COMMENT}${comment}\n${bytes.toBase64()}\n`;
}

/** A public key file. */
export function formatPublicKey(key: SignifyPublicKey): string {
  const head = [0x45, 0x64, ...Uint8Array.fromHex(key.keynum)];
  return format(key.comment, new Uint8Array([...head, ...key.key]));
}

/** Signs `message` and returns the signed message in the format of `signify -Se`. */
export async function signMessage(
  secret: SignifySecretKey,
  message: Uint8Array<ArrayBuffer>,
  comment: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const der = new Uint8Array([...PKCS8, ...secret.seed]);
  const key = await crypto.subtle.importKey("pkcs8", der, "Ed25519", false, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", key, message));
  const head = [0x45, 0x64, ...Uint8Array.fromHex(secret.keynum)];
  const lines = new TextEncoder().encode(
    format(comment, new Uint8Array([...head, ...signature])),
  );
  const out = new Uint8Array(lines.length + message.length);
  out.set(lines);
  out.set(message, lines.length);
  return out;
}
