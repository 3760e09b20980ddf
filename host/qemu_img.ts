/**
 * qemu-img(1): facts about an image, and how its parts are named.
 * @module
 */
import { resolve } from "node:path";
import { GatewrightError } from "./error.ts";
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
 * @param name what messages call it; default: its path
 * @param backing the backing file that it may have, as its header names it
 */
export async function imageFacts(
  path: string,
  format: ImageFormat,
  name = path,
  backing?: string,
): Promise<ImageFacts> {
  const { stdout } = await run("qemu-img", [
    "info",
    "-f",
    format,
    "--output=json",
    plainPath(path),
  ]);
  const info = JSON.parse(stdout) as Record<string, unknown>;
  const allowed = backing !== undefined && info["backing-filename"] === backing &&
    info["backing-filename-format"] === "raw";
  if (info["backing-filename"] !== undefined && !allowed) {
    throw new GatewrightError("the image is only an overlay", {
      where: name,
      why: `it needs its backing file ${info["backing-filename"]}`,
      next: `qemu-img convert -O raw ${name} whole.raw, and deploy that`,
    });
  }
  const specific = info["format-specific"] as { data?: Record<string, unknown> } | undefined;
  if (specific?.data?.["data-file"] !== undefined) {
    throw new GatewrightError("the image keeps its data in another file", {
      where: name,
      next: `qemu-img convert -O raw ${name} whole.raw, and deploy that`,
    });
  }
  return { format, virtualSize: info["virtual-size"] as number };
}

/** A path that qemu-img(1) takes for a file: `nbd:x` and `a:b/x.raw` would be protocols and hosts. */
export function plainPath(path: string): string {
  return resolve(path);
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
  const name = plainPath(window.path).replaceAll(",", ",,");
  const driver = window.device ? "host_device" : "file";
  // A raw node on top, so that a window can also be cut out of a qcow2 image.
  return window.format === "raw"
    ? `driver=raw,offset=${window.offset},size=${window.size},file.driver=${driver},file.filename=${name}`
    : `driver=raw,offset=${window.offset},size=${window.size},file.driver=qcow2,file.file.driver=${driver},file.file.filename=${name}`;
}
