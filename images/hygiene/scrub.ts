/**
 * Makes the free space of an installed disk read as zeros.
 *
 * Deleted files remain there: old copies of master.passwd(5), left by sed(1), pwd_mkdb(8) and
 * useradd(8), contain every password hash, and the files that install.site(5) staged are there too.
 * @module
 */
import { freeRuns } from "../disk/ffs_free.ts";
import { writeFull } from "../disk/target_file.ts";
import { SECTOR } from "../disk/mbr.ts";
import { inspectImage } from "../inspect/inspect.ts";
import { isZero, zeros } from "../../host/zeros.ts";

const PIECE = 1 << 20;

/**
 * Overwrites the free space of every file system of the raw image at `path`, and its swap. The disk
 * must not be in use. File systems that are not clean are skipped: their maps of free space cannot
 * be trusted before fsck(8).
 *
 * @returns number of bytes that were not zero before
 */
export async function scrubImage(path: string, signal?: AbortSignal): Promise<number> {
  using disk = await inspectImage(path);
  using file = await Deno.open(path, { read: true, write: true });
  let scrubbed = 0;
  const clear = async (at: number, length: number) => {
    signal?.throwIfAborted();
    if (await disk.source.isHole(at, length)) return;
    if (isZero(await disk.source.read(at, length))) return;
    await writeFull(file, at, zeros(length));
    scrubbed += length;
  };
  for (const { fs, clean, start } of disk.fileSystems) {
    if (!clean) continue;
    for await (const { at, length } of freeRuns(fs)) await clear(start * SECTOR + at, length);
  }
  for (const { type, start, size } of disk.label.partitions) {
    if (type !== "swap") continue;
    const end = (start + size) * SECTOR;
    for (let at = start * SECTOR; at < end; at += PIECE) await clear(at, Math.min(PIECE, end - at));
  }
  return scrubbed;
}
