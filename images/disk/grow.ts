/**
 * Grows an installed disk on a larger target: partition tables, disklabel and file system, before
 * the first boot, so that nothing remains to be done on the gateway.
 * @module
 */
import { CHUNK } from "./chunks.ts";
import { damaged } from "./damaged.ts";
import { openFfs } from "./ffs.ts";
import { growFfs } from "./grow_ffs.ts";
import { type MovedSwap, planLabelGrowth } from "./grow_label.ts";
import { SECTOR } from "./mbr.ts";
import { HeldDisk } from "./held_disk.ts";
import type { Sink } from "./sink.ts";
import { openSource, type Source } from "./source.ts";
import { readFull, writeFull } from "./target_file.ts";

/** Result of {@linkcode growTarget}. */
export interface Growth {
  /** Letter of the partition that grew. */
  letter: string;
  /** Bytes of its file system before. */
  from: number;
  /** Bytes of its file system afterwards. */
  to: number;
  /** Swap partitions that were moved to the end of the disk. */
  moved: MovedSwap[];
}

/** Options of {@linkcode growTarget}. */
export interface GrowOptions {
  /** Ends the work. */
  signal?: AbortSignal;
}

/** Dry run: nothing is written. */
const NOWHERE: Sink = {
  write: () => Promise.resolve(),
  zero: () => Promise.resolve(),
};

/**
 * Grows the last file system of the disk at `path` (a block device or a file, larger than the image
 * that was written to it) up to the end of the disk. From the first change to the last the disk
 * lacks its first MiB, and does not boot.
 *
 * @example
 * ```ts
 * const { letter, from, to } = await growTarget("larger.raw");
 * console.log(letter, from < to); // a true
 * ```
 * @throws {GatewrightError} `verification`, before anything is written, where the disk cannot be
 * grown: it is not larger than its label says, something other than swap is behind its last file
 * system, or the file system is not clean
 */
export async function growTarget(path: string, options: GrowOptions = {}): Promise<Growth> {
  const { signal } = options;
  using file = await Deno.open(path, { read: true, write: true });
  const size = await file.seek(0, Deno.SeekMode.End);
  const head = new Uint8Array(Math.min(CHUNK, size));
  await readFull(file, 0, head, path);
  const disk = new HeldDisk(file, head, size, path);
  await growDisk(disk, NOWHERE, signal);
  await writeFull(file, 0, new Uint8Array(head.length));
  await file.sync();
  const growth = await growDisk(disk, disk, signal);
  await disk.release();
  return growth;
}

/**
 * Checks whether the raw image at `image` can grow to `size` bytes, without writing anything,
 * before a target is overwritten.
 *
 * @throws {GatewrightError} `verification` as {@linkcode growTarget} would
 */
export async function checkGrowth(image: string, size: number): Promise<Growth> {
  using source = await openSource(image);
  return await growDisk(enlarge(source, size), NOWHERE);
}

/** A disk as it will be on a target of `size` bytes: followed by zeros. */
export function enlarge(source: Source, size: number): Source {
  return {
    name: source.name,
    size,
    read: async (offset, length) => {
      if (offset + length <= source.size) return await source.read(offset, length);
      const bytes = new Uint8Array(length);
      if (offset < source.size) bytes.set(await source.read(offset, source.size - offset));
      return bytes;
    },
    isHole: () => Promise.resolve(false),
    [Symbol.dispose]: () => {},
  };
}

/**
 * Grows the last file system of a disk, which is read through `source` and written through `disk`.
 * If interrupted, it leaves a disk that must not boot: the caller must not write its head before
 * the end.
 *
 * @throws {GatewrightError} `verification`, before anything is written, if it cannot be grown
 */
export async function growDisk(
  source: Source,
  disk: Sink = NOWHERE,
  signal?: AbortSignal,
): Promise<Growth> {
  signal?.throwIfAborted();
  const plan = await planLabelGrowth(source);
  const { letter, start, size } = plan.after;
  const offset = start * SECTOR;
  const name = `${source.name}: partition ${letter}`;
  const fs = await openFfs(source, offset, size * SECTOR, name);
  if (fs.superblock.size * fs.superblock.fragmentSize > plan.before.size * SECTOR) {
    throw damaged(name, "the file system is larger than its partition");
  }
  const inside: Sink = {
    write: (at, bytes) => disk.write(offset + at, bytes),
    zero: (at, length) => disk.zero(offset + at, length),
  };
  const { from, to } = await growFfs(fs, size * SECTOR, inside, signal);
  for (const { at, bytes } of plan.patches) await disk.write(at, bytes);
  return { letter, from, to, moved: plan.moved };
}
