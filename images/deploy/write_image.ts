/**
 * Writes an image onto a target so that an interruption never leaves a disk that looks whole.
 *
 * Order: (1) the whole target is made to read as zeroes, (2) everything but the first
 * {@linkcode HEAD} bytes is copied and flushed, (3) it is read back and compared, (4) the first
 * bytes, which hold the MBR, the boot sector and the disklabel, are written last and compared.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { run } from "../../host/run.ts";
import { compareParallel } from "./compare_parallel.ts";
import {
  compareWindows,
  convertWindow,
  type ImageFormat,
  type Window,
} from "../../host/qemu_img.ts";
import { readHead } from "../disk/read_head.ts";

/** Bytes at the start of the disk that are written last: MBR, GPT, biosboot and disklabel lie in them. */
export const HEAD = 1 << 20;

/** Bytes zeroed by one call: an interrupt is heard in between. */
const ZERO_STEP = 1 << 30;

/** What is being done, for a progress display. */
export interface WriteProgress {
  /** `zero` clears the target, `head` writes the boot sectors, last of all. */
  step: "zero" | "write" | "verify" | "head";
  /** 0 to 100. */
  percent: number;
  /** Of the step as the guest sees them, holes among them. */
  bytes: number;
}

/** One image and where it goes. */
export interface WriteOptions {
  /** Path of the image. */
  image: string;
  /** Its format. */
  format: ImageFormat;
  /** Virtual size of the image in bytes. */
  size: number;
  /** Path of the device or file. */
  target: string;
  /** The target is a block device rather than a file. */
  device: boolean;
  /** Bytes the target holds, at least `size`. */
  targetSize: number;
  /** Read back and compare. */
  verify: boolean;
  /** Told how far each step is. */
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
  const { image, format, size, target, device, signal } = options;
  const report = (step: WriteProgress["step"], bytes = size - HEAD) => (percent: number) =>
    options.onProgress?.({ step, percent, bytes });
  const from: Window = { path: image, format, device: false, offset: 0, size };
  const to: Window = { path: target, format: "raw", device, offset: 0, size };
  const head = await readHead(from, Math.min(HEAD, size));

  signal?.throwIfAborted();
  const zeroed = await zeroTarget(
    target,
    device,
    options.targetSize,
    report("zero", options.targetSize),
    signal,
  );
  signal?.throwIfAborted();
  if (size > HEAD) {
    const rest = { offset: HEAD, size: size - HEAD };
    await convertWindow({ ...from, ...rest }, { ...to, ...rest }, zeroed, report("write"), signal);
    if (options.verify) {
      await compareParallel({ ...from, ...rest }, { ...to, ...rest }, report("verify"), signal);
    }
  }
  signal?.throwIfAborted();
  using file = await Deno.open(target, { read: true, write: true });
  await writeAll(file, head);
  await file.sync();
  if (options.verify) {
    await compareWindows(
      { ...from, size: head.length },
      { ...to, size: head.length },
      report("head", head.length),
    );
  }
  report("head", head.length)(100);
}

/** Makes the target read as zeroes; false where that could not be done for all of it cheaply. */
async function zeroTarget(
  target: string,
  device: boolean,
  size: number,
  report: (percent: number) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!device) {
    // A new sparse file reads as zeroes by nature; an old one is cut to nothing first.
    await Deno.truncate(target, 0);
    await Deno.truncate(target, size);
    report(100);
    return true;
  }
  // The head goes first: whatever happens from here on, the target does not boot its old system.
  // -z zeroes for sure (the kernel writes zeroes where the device cannot do it by itself); a bare
  // discard promises nothing about what is read afterwards.
  const steps = [Math.min(HEAD, size)];
  for (let at = HEAD; at < size; at += ZERO_STEP) steps.push(Math.min(ZERO_STEP, size - at));
  let at = 0;
  for (const length of steps) {
    signal?.throwIfAborted();
    const { status, stderr } = await run(
      "blkdiscard",
      ["-z", "-o", String(at), "-l", String(length), target],
      { okStatus: [0, 1] },
    );
    if (status !== 0) {
      // blkdiscard opens the device exclusively, so nothing is written yet.
      if (/busy/i.test(stderr)) {
        throw new GatewrightError("the target is in use", {
          where: target,
          why: stderr.trim(),
          next: "stop what uses it (lsof, fuser -v), or name another target",
        });
      }
      using file = await Deno.open(target, { write: true });
      await writeAll(file, new Uint8Array(Math.min(HEAD, size)));
      await file.sync();
      return false;
    }
    at += length;
    report(at / size * 100);
  }
  return true;
}

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  await file.seek(0, Deno.SeekMode.Start);
  for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
}
