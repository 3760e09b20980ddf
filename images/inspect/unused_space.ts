/**
 * Parts of a disk that are never read before they are written.
 * @module
 */
import { freeRuns } from "../disk/ffs_free.ts";
import { merged, type Stretch } from "../disk/mapped_blocks.ts";
import { GPT_OPENBSD } from "../disk/gpt.ts";
import { MBR_OPENBSD, MBR_PROTECTIVE, SECTOR } from "../disk/mbr.ts";
import type { Inspection } from "./inspect.ts";

/** Bytes at both ends of a disk: MBR, biosboot(8), labels and the GUID partition tables. */
const ENDS = 1 << 20;

/**
 * The free space of file systems that were unmounted cleanly, swap, and sectors outside all file
 * systems and other partitions. Not the inode tables: OpenBSD panics if a free inode is not zeroed
 * (ffs_inode_alloc in sys/ufs/ffs/ffs_alloc.c).
 */
export async function unusedSpace(disk: Inspection): Promise<Stretch[]> {
  const unused: Stretch[] = [];
  const taken: Stretch[] = [
    { at: 0, length: Math.min(ENDS, disk.size) },
    { at: Math.max(0, disk.size - ENDS), length: Math.min(ENDS, disk.size) },
  ];
  for (const { fs, start, size, clean } of disk.fileSystems) {
    // A partition may be larger than its file system.
    taken.push({ at: start * SECTOR, length: size });
    if (!clean) continue;
    for await (const { at, length } of freeRuns(fs)) {
      unused.push({ at: start * SECTOR + at, length });
    }
  }
  const divided = [
    ...disk.mbr.filter(({ type }) => type !== MBR_OPENBSD && type !== MBR_PROTECTIVE),
    ...disk.gpt.filter(({ type }) => type !== GPT_OPENBSD),
  ];
  for (const { start, size } of divided) taken.push(bytes(start, size));
  for (const { type, start, size } of disk.label.partitions) {
    if (type === "swap") unused.push(bytes(start, size));
    else if (type !== "4.2BSD") taken.push(bytes(start, size));
  }
  let at = 0;
  for (const one of merged(taken)) {
    if (one.at > at) unused.push({ at, length: one.at - at });
    at = one.at + one.length;
  }
  return unused;
}

function bytes(start: number, size: number): Stretch {
  return { at: start * SECTOR, length: size * SECTOR };
}
