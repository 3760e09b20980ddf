/**
 * qemu-img(1): conversion with progress, comparison, facts about an image.
 * @module
 */
import { GatewrightError } from "./error.ts";
import { startProgram } from "./start_program.ts";
import { run } from "./run.ts";

/** Formats that can be deployed. */
export type ImageFormat = "raw" | "qcow2";

/** What qemu-img says of an image. */
export interface ImageFacts {
  /** Its format. */
  format: ImageFormat;
  /** Bytes the guest sees. */
  virtualSize: number;
}

/**
 * Format and virtual size of an image. The format is taken from the file's own magic: a raw disk
 * whose guest wrote a qcow2 header must not be able to name backing files of the host.
 *
 * @param format what the caller knows it to be.
 */
export async function imageFacts(path: string, format: ImageFormat): Promise<ImageFacts> {
  const { stdout } = await run("qemu-img", ["info", "-f", format, "--output=json", path]);
  const info = JSON.parse(stdout) as Record<string, unknown>;
  if (info["backing-filename"] !== undefined) {
    throw new GatewrightError("the image is only an overlay", {
      where: path,
      why: `it needs its backing file ${info["backing-filename"]}`,
      next: `qemu-img convert -O raw ${path} whole.raw, and deploy that`,
    });
  }
  const specific = info["format-specific"] as { data?: Record<string, unknown> } | undefined;
  if (specific?.data?.["data-file"] !== undefined) {
    throw new GatewrightError("the image keeps its data in another file", {
      where: path,
      next: `qemu-img convert -O raw ${path} whole.raw, and deploy that`,
    });
  }
  return { format, virtualSize: info["virtual-size"] as number };
}

/** A stretch of an image or device, in bytes. */
export interface Window {
  /** Of the image or device. */
  path: string;
  /** Its format. */
  format: ImageFormat;
  /** A block device rather than a file. */
  device: boolean;
  /** Where it begins, as the guest sees it. */
  offset: number;
  /** Its length. */
  size: number;
}

/** `--image-opts` text of a window; commas in file names are doubled as QemuOpts wants. */
export function windowOptions(window: Window): string {
  const name = window.path.replaceAll(",", ",,");
  const driver = window.device ? "host_device" : "file";
  // A raw node on top, so that a window can also be cut out of a qcow2 image.
  return window.format === "raw"
    ? `driver=raw,offset=${window.offset},size=${window.size},file.driver=${driver},file.filename=${name}`
    : `driver=raw,offset=${window.offset},size=${window.size},file.driver=qcow2,file.file.driver=${driver},file.file.filename=${name}`;
}

/**
 * Copies one window onto another of the same size, in parallel and out of order, past the page
 * cache on the writing side.
 *
 * @param zeroed the target is known to read as zeroes: what is zero in the source is skipped.
 * @param onProgress percent, 0 to 100.
 */
export async function convertWindow(
  source: Window,
  target: Window,
  zeroed: boolean,
  onProgress: (percent: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  await runWithProgress(
    [
      "convert",
      "-p",
      "-n",
      ...(zeroed ? ["--target-is-zero"] : []),
      "-W",
      "-m",
      "8",
      "-T",
      "none",
      "-t",
      "none",
      "--image-opts",
      "--target-image-opts",
      windowOptions(source),
      windowOptions(target),
    ],
    onProgress,
    signal,
  );
}

/**
 * Reads both windows and compares them.
 *
 * @throws {GatewrightError} (verification) naming the first place that differs.
 */
export async function compareWindows(
  source: Window,
  target: Window,
  onProgress: (percent: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const said = await runWithProgress(
    ["compare", "-p", "-T", "none", "--image-opts", windowOptions(source), windowOptions(target)],
    onProgress,
    signal,
    [0, 1],
  );
  if (said.status === 1) {
    throw new GatewrightError("what was written does not read back as the image", {
      kind: "verification",
      where: target.path,
      // qemu-img counts from where the window begins.
      why: said.stdout.replace(/\s*\([\d.]+\/100%\)\s*/g, "").trim()
        .replace(/(?<=offset )\d+/, (offset) => String(Number(offset) + target.offset)),
      next: "check the device (dmesg, smartctl), then deploy again; do not start a guest from it",
    });
  }
}

async function runWithProgress(
  args: string[],
  onProgress: (percent: number) => void,
  signal?: AbortSignal,
  okStatus = [0],
): Promise<{ status: number; stdout: string }> {
  const child = startProgram("qemu-img", args, { ...(signal ? { signal } : {}) });
  const stderr = new Response(child.stderr).text();
  let stdout = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    const percent = [...text.matchAll(/\(([\d.]+)\/100%\)/g)].at(-1)?.[1];
    if (percent) onProgress(Number(percent));
    stdout = (stdout + text).slice(-2000);
  }
  const { code } = await child.status;
  const words = (await stderr).trim();
  signal?.throwIfAborted();
  if (!okStatus.includes(code)) {
    throw new GatewrightError(`qemu-img ${args[0]} failed`, {
      why: words || `exit status ${code}`,
      next: "correct what it names and try again",
    });
  }
  return { status: code, stdout };
}
