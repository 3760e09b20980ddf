/**
 * Makes the free space of an installed disk read as zeros.
 *
 * What an installation deletes lives on there: the old copies of master.passwd(5) that sed(1),
 * pwd_mkdb(8) and useradd(8) leave behind hold every password hash, and whatever install.site(5)
 * staged was a file once.
 * @module
 */
import { freeRuns } from "../disk/ffs_free.ts";
import { writeFull } from "../disk/target_file.ts";
import { SECTOR } from "../disk/mbr.ts";
import { inspectImage } from "../inspect/inspect.ts";
import { isZero, zeros } from "../../host/zeros.ts";

const PIECE = 1 << 20;

/**
 * Overwrites the free space of every file system of the raw image at `path`, and its swap. Nobody
 * may use the disk meanwhile. File systems that are not clean stay as they are: what is free there
 * is for fsck(8) to say.
 *
 * @returns bytes that were not zero before
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
