/**
 * Writes an image onto a target so that an interruption never leaves a disk that looks whole.
 *
 * Order: (1) the whole target is made to read as zeros, (2) everything but the first MiB is copied,
 * in pieces, each compared with the digest of the checked image, (3) it is read back, (4) it is
 * changed where needed: partition tables and the last file system grow to a larger target, the disk
 * gets an identity of its own; these changes are read back, (5) the first MiB, which holds the MBR,
 * the boot sector and the disklabel, is written last and read back.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { run } from "../../host/run.ts";
import type { Source } from "../disk/source.ts";
import { CHUNK, countOf, type Digest, digestOf, placeOf } from "../disk/chunks.ts";
import { HeldDisk } from "../disk/held_disk.ts";
import { misread, readFull, writeFull } from "../disk/target_file.ts";
import { checkedChunk } from "./checked_chunk.ts";
import { dropCache } from "./drop_cache.ts";
import { zeros } from "../../host/zeros.ts";

/** Bytes zeroed per call; between calls an interrupt is noticed. */
const ZERO_STEP = 1 << 30;
/** Written pieces that may be cached at a time, so that progress shows what is on the device. */
const UNSYNCED = 128;
/** Pieces read back in parallel; a single reader would mostly wait for the device. */
const READERS = 4;

/** The current step, for a progress display. */
export interface WriteProgress {
  /**
   * `search` searches the target for content, `zero` clears it, `head` writes the boot sectors,
   * last.
   */
  step: "search" | "zero" | "write" | "verify" | "head";
  /** Percent, 0 to 100. */
  percent: number;
  /** Bytes of the step in the virtual disk, holes included. */
  bytes: number;
}

/** An image, and where to write it. */
export interface WriteOptions {
  /** The image. */
  source: Source;
  /** Digests of its pieces, if they were computed before; the bytes read now must match them. */
  digests?: readonly Digest[];
  /** Path of the device or file. */
  target: string;
  /** The target is a block device rather than a file. */
  device: boolean;
  /** Size of the target in bytes, at least that of the image. */
  targetSize: number;
  /** Read back and compare. */
  verify: boolean;
  /**
   * Changes to the disk, made one after the other; each gets the whole disk, which does not boot
   * yet.
   */
  changes?: readonly ((disk: HeldDisk) => Promise<void>)[];
  /** Called with the progress of each step. */
  onProgress?: (progress: WriteProgress) => void;
  /** Ends the work; the target then has no boot sector. */
  signal?: AbortSignal;
}

/**
 * Writes and verifies. The caller has made sure that the target may be overwritten.
 *
 * @throws {GatewrightError} if a step fails; the target then has no boot sector.
 */
export async function writeImage(options: WriteOptions): Promise<void> {
  const { source, target, device, targetSize, signal } = options;
  const report =
    (step: WriteProgress["step"], bytes = Math.max(0, source.size - CHUNK)) => (percent: number) =>
      options.onProgress?.({ step, percent, bytes });
  const head = await checkedChunk(source, 0, options.digests);
  signal?.throwIfAborted();
  const zeroed = await zeroTarget(target, device, targetSize, report("zero", targetSize), signal);
  using file = await Deno.open(target, { read: true, write: true });
  const written = await copy(options, file, zeroed, report("write"));
  if (options.verify) {
    await dropCache(target, device);
    await readBack(options, written, report("verify"));
  }
  signal?.throwIfAborted();
  const disk = new HeldDisk(file, head, targetSize, target);
  for (const change of options.changes ?? []) {
    await change(disk);
    if (options.verify) await disk.check(() => dropCache(target, device));
    signal?.throwIfAborted();
  }
  await disk.release();
  if (options.verify) {
    await dropCache(target, device);
    const found = new Uint8Array(disk.head.length);
    await readFull(file, 0, found, target);
    if (digestOf(found) !== digestOf(disk.head)) throw misread(target, 0);
  }
  report("head", head.length)(100);
}

/** Copies all pieces except the first; returns their digests. */
async function copy(
  options: WriteOptions,
  file: Deno.FsFile,
  zeroed: boolean,
  report: (percent: number) => void,
): Promise<Digest[]> {
  const { source, signal } = options;
  const count = countOf(source.size);
  const written: Digest[] = [null];
  let unsynced = 0;
  for (let index = 1; index < count; index++) {
    signal?.throwIfAborted();
    const bytes = await checkedChunk(source, index, options.digests);
    const digest = options.digests?.[index] ?? digestOf(bytes);
    written.push(digest);
    if (digest !== null || !zeroed) {
      await writeFull(file, index * CHUNK, bytes);
      if (++unsynced % UNSYNCED === 0) await file.syncData();
    }
    if ((index & 63) === 0) await new Promise((resolve) => setImmediate(resolve));
    report(index / count * 100);
  }
  if (!zeroed) await zeroRest(options, file);
  await file.sync();
  report(100);
  return written;
}

/** Zeros the rest behind the image, if the device could not do that itself. */
async function zeroRest({ source, targetSize, signal }: WriteOptions, file: Deno.FsFile) {
  for (let at = Math.max(source.size, CHUNK); at < targetSize; at += CHUNK) {
    signal?.throwIfAborted();
    await writeFull(file, at, zeros(Math.min(CHUNK, targetSize - at)));
  }
}

/** Reads back everything except the first piece, several pieces at a time. */
async function readBack(
  { source, target, signal }: WriteOptions,
  written: Digest[],
  report: (percent: number) => void,
): Promise<void> {
  let next = 1;
  let fault: unknown;
  const reader = async () => {
    using file = await Deno.open(target, { read: true });
    const buffer = new Uint8Array(CHUNK);
    while (next < written.length && fault === undefined) {
      signal?.throwIfAborted();
      const index = next++;
      const { at, length } = placeOf(index, source.size);
      const bytes = buffer.subarray(0, length);
      await readFull(file, at, bytes, target);
      if (digestOf(bytes) !== written[index]) throw misread(target, at);
      report(index / written.length * 100);
    }
  };
  await Promise.all(
    Array.from({ length: READERS }, () =>
      reader().catch((error) => {
        fault ??= error;
      })),
  );
  if (fault !== undefined) throw fault;
  report(100);
}

/** Makes the target read as zeros; returns false if only its head could be cleared fast. */
async function zeroTarget(
  target: string,
  device: boolean,
  size: number,
  report: (percent: number) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!device) {
    // A new sparse file reads as zeros; an existing one is truncated to 0 first.
    await Deno.truncate(target, 0);
    await Deno.truncate(target, size);
    report(100);
    return true;
  }
  // The head is cleared first, so that from here on the target does not boot its old system. -z
  // guarantees zeros (the kernel writes them if the device cannot zero itself); a plain discard
  // guarantees nothing about later reads.
  const steps = [Math.min(CHUNK, size)];
  for (let at = CHUNK; at < size; at += ZERO_STEP) steps.push(Math.min(ZERO_STEP, size - at));
  let at = 0;
  for (const length of steps) {
    signal?.throwIfAborted();
    const { status, stderr } = await run(
      "blkdiscard",
      ["-z", "-o", String(at), "-l", String(length), target],
      { okStatus: [0, 1] },
    );
    if (status !== 0) {
      // blkdiscard opens the device exclusively: if that failed, nothing has been written.
      if (/busy/i.test(stderr)) {
        throw new GatewrightError("the target is in use", {
          where: target,
          why: stderr.trim(),
          next: "stop what uses it (lsof, fuser -v), or name another target",
        });
      }
      using file = await Deno.open(target, { write: true });
      await writeFull(file, 0, zeros(Math.min(CHUNK, size)));
      await file.sync();
      return false;
    }
    at += length;
    report(at / size * 100);
  }
  return true;
}
