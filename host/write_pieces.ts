/**
 * Writes files that are too large to be held.
 * @module
 */

/** Writes `pieces` into the new file `path`, for this user alone; gives the number of bytes. */
export async function writePieces(
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<number> {
  using file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
  let size = 0;
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    for (let done = 0; done < piece.length;) done += await file.write(piece.subarray(done));
    size += piece.length;
  }
  return size;
}
