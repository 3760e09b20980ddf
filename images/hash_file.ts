/**
 * SHA-256 of files, most of which may be holes.
 * @module
 */
import { createHash } from "node:crypto";

/** What is in a file, in short. */
export interface FileHash {
  /** Hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** A stretch of a file; one without data is a hole and reads as zeros. */
export interface Extent {
  /** Bytes. */
  length: number;
  /** Something is stored there. */
  data: boolean;
}

const BUFFER = 1 << 20;

/** Holes are looked for only in files with at least so many bytes of them. */
const WORTH_IT = 64 << 20;

/**
 * SHA-256 and size of a file, read in pieces. What a sparse file does not store is not read: its
 * zeros are hashed out of one buffer.
 */
export async function hashFile(path: string, signal?: AbortSignal): Promise<FileHash> {
  using file = await Deno.open(path);
  const { size, blocks } = await file.stat();
  const holes = blocks !== null && size - blocks * 512 >= WORTH_IT;
  const extents = holes ? await extentsOf(path, size, signal) : undefined;
  const hash = createHash("sha256");
  const buffer = new Uint8Array(BUFFER);
  let total = 0;
  /** Reads up to `length` bytes from where the file is. */
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
        // Signals and other work wait no longer than for a few pieces.
        if ((left / BUFFER & 15) === 0) await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
      }
      total += length;
    }
  }
  return { sha256: hash.digest("hex"), size: total };
}

/** The extents of a sparse file by qemu-img(1), in order and without gaps; undefined if it cannot. */
export async function extentsOf(
  path: string,
  size: number,
  signal?: AbortSignal,
): Promise<Extent[] | undefined> {
  let map: { start: number; length: number; data: boolean }[];
  try {
    const { success, stdout } = await new Deno.Command("qemu-img", {
      args: [
        "map",
        "--output=json",
        "--image-opts",
        `driver=file,filename=${path.replaceAll(",", ",,")}`,
      ],
      stdin: "null",
      stderr: "null",
      ...(signal ? { signal } : {}),
    }).output();
    if (!success) return undefined;
    map = JSON.parse(new TextDecoder().decode(stdout));
  } catch {
    signal?.throwIfAborted();
    return undefined; // not installed: the file is read whole
  }
  const extents: Extent[] = [];
  let at = 0;
  for (const { start, length, data } of map) {
    // The last extent of a size that is no multiple of 512 is rounded up.
    const part = Math.min(length, size - at);
    if (start !== at || !(part > 0)) return undefined;
    extents.push({ length: part, data });
    at += part;
  }
  return at === size ? extents : undefined;
}
