/**
 * SHA-256 of files, most of which may be holes.
 * @module
 */
import { createHash } from "node:crypto";
import { extentsOf } from "./extents.ts";

/** The size and hash of a file. */
export interface FileHash {
  /** Hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
}

const BUFFER = 1 << 20;

/**
 * SHA-256 and size of a file, read in pieces. Holes of a sparse file are not read: zeros from a
 * shared buffer are hashed instead.
 */
export async function hashFile(path: string, signal?: AbortSignal): Promise<FileHash> {
  using file = await Deno.open(path);
  const extents = await extentsOf(path, await file.stat(), signal);
  const hash = createHash("sha256");
  const buffer = new Uint8Array(BUFFER);
  let total = 0;
  /** Reads up to `length` bytes from the current position. */
  const read = async (length: number) => {
    while (length > 0) {
      signal?.throwIfAborted();
      const n = await file.read(buffer.subarray(0, Math.min(BUFFER, length)));
      if (n === null) return;
      hash.update(buffer.subarray(0, n));
      total += n;
      length -= n;
    }
  };
  if (!extents) await read(Infinity);
  else {
    const zeros = new Uint8Array(BUFFER);
    for (const { length, data } of extents) {
      if (data) {
        await file.seek(total, Deno.SeekMode.Start);
        await read(length);
        continue;
      }
      for (let left = length; left > 0; left -= BUFFER) {
        hash.update(left < BUFFER ? zeros.subarray(0, left) : zeros);
        // Gives signals and other work a turn every few pieces.
        if ((left / BUFFER & 15) === 0) await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
      }
      total += length;
    }
  }
  return { sha256: hash.digest("hex"), size: total };
}
