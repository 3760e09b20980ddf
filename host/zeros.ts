/**
 * Zeros: the content of holes, and of most of a fresh disk.
 * @module
 */
import { Buffer } from "node:buffer";

const ZEROS = new Uint8Array(4 << 20);
/** The same memory as a Buffer, whose comparison is faster. */
const COMPARED = Buffer.from(ZEROS.buffer);

/** `length` zeros, 4 MiB at most. All callers share them: they must not be changed. */
export function zeros(length: number): Uint8Array {
  if (length > ZEROS.length) throw new RangeError(`${length} zeros are more than there are`);
  return ZEROS.subarray(0, length);
}

/** Whether all of `bytes` are zero; a part of {@linkcode zeros} is not compared. */
export function isZero(bytes: Uint8Array): boolean {
  if (bytes.buffer === ZEROS.buffer) return true;
  for (let at = 0; at < bytes.length; at += ZEROS.length) {
    const part = bytes.subarray(at, at + ZEROS.length);
    if (!COMPARED.subarray(0, part.length).equals(part)) return false;
  }
  return true;
}
