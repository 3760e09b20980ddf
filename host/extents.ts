/**
 * Where a sparse file stores data, and where it has holes.
 * @module
 */
import { run } from "./run.ts";

/** A range of a file; one without data is a hole and reads as zeros. */
export interface Extent {
  /** Bytes. */
  length: number;
  /** Data is stored there. */
  data: boolean;
}

/** Holes are looked up only in files with at least this many bytes of them. */
const WORTH_IT = 64 << 20;

/**
 * The extents of a sparse file as qemu-img(1) reports them, in order and without gaps; undefined if
 * too little of the file is holes, or qemu-img fails.
 */
export async function extentsOf(
  path: string,
  { size, blocks }: Pick<Deno.FileInfo, "size" | "blocks">,
  signal?: AbortSignal,
): Promise<Extent[] | undefined> {
  if (blocks === null || size - blocks * 512 < WORTH_IT) return undefined;
  let map: { start: number; length: number; data: boolean }[];
  try {
    const image = `driver=file,filename=${path.replaceAll(",", ",,")}`;
    const args = ["map", "--output=json", "--image-opts", image];
    map = JSON.parse((await run("qemu-img", args, signal ? { signal } : {})).stdout);
  } catch {
    signal?.throwIfAborted();
    return undefined; // qemu-img is missing or fails: the file is read whole
  }
  const extents: Extent[] = [];
  let at = 0;
  for (const { start, length, data } of map) {
    // qemu-img rounds up the last extent if the size is not a multiple of 512.
    const part = Math.min(length, size - at);
    if (start !== at || !(part > 0)) return undefined;
    extents.push({ length: part, data });
    at += part;
  }
  return at === size ? extents : undefined;
}
