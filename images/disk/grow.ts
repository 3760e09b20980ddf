/**
 * Lets an installed disk use all of a larger target: partition tables, disklabel and file system
 * grow before the first boot, so nothing is left to do on the gateway.
 * @module
 */
import { damaged } from "./damaged.ts";
import { openFfs } from "./ffs.ts";
import { type FfsWriter, growFfs } from "./grow_ffs.ts";
import { type MovedSwap, planLabelGrowth } from "./grow_label.ts";
import { SECTOR } from "./mbr.ts";
import { openSource, type Source } from "./source.ts";

/** What {@linkcode growTarget} did. */
export interface Growth {
  /** Letter of the partition that grew. */
  letter: string;
  /** Bytes of its file system before. */
  from: number;
  /** Bytes of its file system afterwards. */
  to: number;
  /** Swap partitions that moved to the end of the disk. */
  moved: MovedSwap[];
}

/** How {@linkcode growTarget} behaves. */
export interface GrowOptions {
  /** Heard until the superblock is written; the target then still is the disk it was. */
  signal?: AbortSignal;
}

/** Zeros are written in pieces of this many bytes. */
const PIECE = 1 << 20;
const ZEROS = new Uint8Array(PIECE);

/**
 * Grows the last file system of the disk at `path` (a block device or a file, larger than the image
 * that was written to it) up to its end. Call it after the image was written and read back.
 *
 * @example
 * ```ts
 * const { letter, from, to } = await growTarget("/dev/vg0/vpn-server");
 * ```
 * @throws {GatewrightError} `verification`, before anything is written, where the disk cannot be
 * grown: it is not larger than its label says, something other than swap is behind its last file
 * system, or that is not clean
 */
export async function growTarget(path: string, options: GrowOptions = {}): Promise<Growth> {
  using source = await openSource(path);
  using file = await Deno.open(path, { read: true, write: true });
  return await grow(source, fileWriter(file, path), options.signal);
}

/**
 * Tries the growth of the raw image at `image` to `size` bytes without writing anything, so that a
 * disk that cannot be grown is known before a target is overwritten.
 *
 * @throws {GatewrightError} `verification` as {@linkcode growTarget} would
 */
export async function checkGrowth(image: string, size: number): Promise<Growth> {
  using source = await openSource(image);
  const larger: Source = {
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
  return await grow(larger, {
    write: () => Promise.resolve(),
    zero: () => Promise.resolve(),
    sync: () => Promise.resolve(),
  });
}

/** Writes to a whole disk. */
interface DiskWriter extends FfsWriter {
  /** Waits until the disk has it. */
  sync(): Promise<void>;
}

async function grow(source: Source, disk: DiskWriter, signal?: AbortSignal): Promise<Growth> {
  const plan = await planLabelGrowth(source);
  const { letter, start, size } = plan.after;
  const offset = start * SECTOR;
  const name = `${source.name}: partition ${letter}`;
  const fs = await openFfs(source, offset, size * SECTOR, name);
  if (fs.superblock.size * fs.superblock.fragmentSize > plan.before.size * SECTOR) {
    throw damaged(name, "the file system is larger than its partition");
  }
  const inside: FfsWriter = {
    write: (at, bytes) => disk.write(offset + at, bytes),
    zero: (at, length) => disk.zero(offset + at, length),
  };
  const tables = async () => {
    for (const { at, bytes } of plan.patches) await disk.write(at, bytes);
    await disk.sync();
  };
  const { from, to } = await growFfs(fs, size * SECTOR, inside, tables, signal);
  await disk.sync();
  return { letter, from, to, moved: plan.moved };
}

function fileWriter(file: Deno.FsFile, path: string): DiskWriter {
  const buffer = new Uint8Array(PIECE);
  const write = async (at: number, bytes: Uint8Array) => {
    await file.seek(at, Deno.SeekMode.Start);
    for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
  };
  const zero = async (at: number, length: number) => {
    for (let done = 0; done < length;) {
      await file.seek(at + done, Deno.SeekMode.Start);
      const count = await file.read(buffer.subarray(0, Math.min(PIECE, length - done)));
      if (!count) throw damaged(path, "the target became shorter while it was grown");
      // A fresh target is zero already, and may be sparse: it stays so.
      if (buffer.subarray(0, count).some((byte) => byte !== 0)) {
        await write(at + done, ZEROS.subarray(0, count));
      }
      done += count;
    }
  };
  return { write, zero, sync: () => file.sync() };
}
