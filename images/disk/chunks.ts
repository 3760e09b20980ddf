/**
 * An image as pieces with a digest each: bytes written and read back are compared with the digests
 * of the checked image, so that a file that changes in the meantime is detected.
 * @module
 */
import { createHash } from "node:crypto";
import type { Source } from "./source.ts";
import { isZero, zeros } from "../../host/zeros.ts";

/**
 * Bytes per piece. The first one contains MBR, GPT, biosboot and disklabel, and is written last.
 */
export const CHUNK = 1 << 20;

/** The digest of a piece; `null` if it is all zeros. */
export type Digest = string | null;

/** The digest of one piece. */
export function digestOf(bytes: Uint8Array): Digest {
  return isZero(bytes) ? null : createHash("sha256").update(bytes).digest("base64");
}

/** Offset and length of piece `index` of a source of `size` bytes. */
export function placeOf(index: number, size: number): { at: number; length: number } {
  const at = index * CHUNK;
  return { at, length: Math.min(CHUNK, size - at) };
}

/** Number of pieces of a source of `size` bytes. */
export function countOf(size: number): number {
  return Math.ceil(size / CHUNK);
}

/** The bytes of an image that are not known to be zero: those that a sparse copy takes at most. */
export function dataBytes(
  { source: { size }, digests }: { source: Source; digests?: readonly Digest[] },
): number {
  return digests
    ? digests.reduce((sum, one, at) => one === null ? sum : sum + placeOf(at, size).length, 0)
    : size;
}

/** Piece `index` of a source; holes are not read. */
export async function readChunk(source: Source, index: number): Promise<Uint8Array> {
  const { at, length } = placeOf(index, source.size);
  return await source.isHole(at, length) ? zeros(length) : await source.read(at, length);
}

/** Result of {@linkcode hashSource}. */
export interface SourceHash {
  /** SHA-256 of the whole, in hexadecimal. */
  sha256: string;
  /** Digests of the pieces, in order. */
  digests: Digest[];
}

/**
 * Reads a source once from start to end.
 *
 * @param onProgress percent, 0 to 100
 */
export async function hashSource(
  source: Source,
  onProgress: (percent: number) => void = () => {},
  signal?: AbortSignal,
): Promise<SourceHash> {
  const whole = createHash("sha256");
  const digests: Digest[] = [];
  const count = countOf(source.size);
  for (let index = 0; index < count; index++) {
    signal?.throwIfAborted();
    const bytes = await readChunk(source, index);
    whole.update(bytes);
    digests.push(digestOf(bytes));
    // Hashing holes never waits; give signals and other work a turn.
    if ((index & 15) === 0) await new Promise((resolve) => setImmediate(resolve));
    onProgress((index + 1) / count * 100);
  }
  return { sha256: whole.digest("hex"), digests };
}
