/**
 * Writes files that are too large for memory.
 * @module
 */
import { writeAll } from "./write_all.ts";

/** Writes `pieces` into the new file `path`, mode 0600; returns the number of bytes. */
export async function writePieces(
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<number> {
  using file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
  let size = 0;
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    await writeAll(file, piece);
    size += piece.length;
  }
  return size;
}
