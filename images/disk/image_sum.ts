/**
 * The checksums of a disk image.
 *
 * `sha256` is the hash of all its bytes: any program can compute it, but that takes seconds even if
 * most of the image is holes. `pieces` is the hash of its size and of the digests of its pieces;
 * pieces of zeros are not hashed.
 * @module
 */
import { createHash } from "node:crypto";
import { countOf, type Digest, digestOf, hashSource, readChunk } from "./chunks.ts";
import type { Source } from "./source.ts";

/** Either kind of checksum, in hexadecimal. */
export type ImageSum = { sha256: string } | { pieces: string };

/** In the form shown in manifests and errors. */
export function sumText(sum: ImageSum): string {
  return "sha256" in sum ? `sha256 ${sum.sha256}` : `pieces ${sum.pieces}`;
}

/** Whether both sums are equal; sums of different kinds cannot be compared. */
export function sameSum(one: ImageSum, other: ImageSum): boolean {
  return sumText(one) === sumText(other);
}

/** Computes the sum of an image, of the same kind as `like`. */
export async function sumLike(
  like: ImageSum,
  source: Source,
  signal?: AbortSignal,
): Promise<{ sum: ImageSum; digests: Digest[] }> {
  if ("pieces" in like) return await sumPieces(source, signal);
  const { sha256, digests } = await hashSource(source, undefined, signal);
  return { sum: { sha256 }, digests };
}

/** The sum over the pieces of an image; holes are not read. */
export async function sumPieces(
  source: Source,
  signal?: AbortSignal,
): Promise<{ sum: { pieces: string }; digests: Digest[] }> {
  const digests: Digest[] = [];
  for (let index = 0; index < countOf(source.size); index++) {
    signal?.throwIfAborted();
    digests.push(digestOf(await readChunk(source, index)));
    // Gives signals and other work a turn.
    if ((index & 63) === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return { sum: sumOfPieces(source.size, digests), digests };
}

/** The sum over the digests of all pieces of an image of `size` bytes. */
export function sumOfPieces(size: number, digests: readonly Digest[]): { pieces: string } {
  const hash = createHash("sha256").update(`${size}\n`);
  for (const digest of digests) hash.update(`${digest ?? "0"}\n`);
  return { pieces: hash.digest("hex") };
}
