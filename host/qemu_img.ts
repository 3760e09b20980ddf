/**
 * qemu-img(1): properties of an image, and how its parts are addressed.
 * @module
 */
import { resolve } from "node:path";
import { GatewrightError } from "./error.ts";
import { run } from "./run.ts";

/** Formats that can be deployed. */
export type ImageFormat = "raw" | "qcow2";

/** What `qemu-img info` reports of an image. */
export interface ImageFacts {
  /** Its format. */
  format: ImageFormat;
  /** Virtual size in bytes. */
  virtualSize: number;
}

/**
 * Format and virtual size of an image. The format is read from the first bytes of the file: a guest
 * that writes a qcow2 header to its raw disk must not be able to name backing files on the host.
 *
 * @param format the format, if the caller knows it
 * @param name name in messages; default: its path
 * @param backing the only backing file allowed, as the header of the image names it
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

/**
 * A path in a form that qemu-img(1) takes as a file: `nbd:x` and `a:b/x.raw` would be read as
 * protocols.
 */
export function plainPath(path: string): string {
  return resolve(path);
}

/** A range of an image or device, in bytes. */
export interface Window {
  /** Path of the image or device. */
  path: string;
  /** Its format. */
  format: ImageFormat;
  /** A block device rather than a file. */
  device: boolean;
  /** Offset in the virtual disk. */
  offset: number;
  /** Its length. */
  size: number;
}

/** `--image-opts` text of a window; commas in file names are doubled as QemuOpts wants. */
export function windowOptions(window: Window): string {
  const name = plainPath(window.path).replaceAll(",", ",,");
  const driver = window.device ? "host_device" : "file";
  // A raw node on top, so that a window of a qcow2 image works too.
  return window.format === "raw"
    ? `driver=raw,offset=${window.offset},size=${window.size},file.driver=${driver},file.filename=${name}`
    : `driver=raw,offset=${window.offset},size=${window.size},file.driver=qcow2,file.file.driver=${driver},file.file.filename=${name}`;
}
