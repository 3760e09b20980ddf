/**
 * Reads little-endian numbers from bytes.
 * @module
 */

/** A view of `bytes`, which may be a part of a larger buffer. */
export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The 64-bit number at `offset`; `Infinity` if it exceeds JavaScript's safe integers. */
export function uint64(bytes: DataView, offset: number): number {
  const value = bytes.getBigUint64(offset, true);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(value);
}

/**
 * Text up to the first NUL; non-ASCII bytes become `?`, because the text may be shown on a
 * terminal.
 */
export function ascii(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Array.from(
    end < 0 ? bytes : bytes.subarray(0, end),
    (byte) => byte >= 32 && byte < 127 ? String.fromCharCode(byte) : "?",
  ).join("");
}

/** Bytes as lower-case hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
