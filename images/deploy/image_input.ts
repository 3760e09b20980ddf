/**
 * The image to deploy: found, checked against what is known of it, unpacked where it is packed.
 * @module
 */
import { join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { hashFile } from "../../host/hash_file.ts";
import { locateImage } from "./locate_image.ts";
import { imageFacts, type ImageFormat } from "../../host/qemu_img.ts";
import { unpackZstd } from "./unpack.ts";

/** An image ready to be written; disposing of it removes what was unpacked. */
export interface ImageInput extends AsyncDisposable {
  /** The image, or what was unpacked of it. */
  path: string;
  /** Its format. */
  format: ImageFormat;
  /** Bytes as the guest sees them. */
  size: number;
  /** sha256 it was checked against. */
  sha256?: string;
}

/** How {@linkcode openImage} behaves. */
export interface OpenImageOptions {
  /** Accept an image that a rehearsal made. */
  rehearsal: boolean;
  /** What it has to hash to, by somebody who is trusted more than the files beside it. */
  sha256?: string;
  /** Told what is being checked or unpacked. */
  onCheck?: (what: string) => void;
  /** Ends the checking. */
  signal?: AbortSignal;
}

/**
 * Opens an image or the folder of a build.
 *
 * @throws {GatewrightError} (verification) if it is not what its manifest or checksum file says.
 */
export async function openImage(given: string, options: OpenImageOptions): Promise<ImageInput> {
  const { image: path, manifest, sha256 } = await locateImage(given);
  const expected = options.sha256 ?? sha256;
  if (manifest?.rehearsal && !options.rehearsal) {
    throw new GatewrightError("the image is a rehearsal and does not boot OpenBSD", {
      kind: "verification",
      where: path,
      next: "build the real one, or add --rehearsal",
    });
  }
  if (expected) {
    options.onCheck?.(`sha256 of ${path}`);
    const { sha256: found } = await hashFile(path, options.signal);
    if (found !== expected) {
      throw new GatewrightError("the image is not the one its checksum was made of", {
        kind: "verification",
        where: path,
        why: `sha256 is ${found}, expected ${expected}`,
        next: "copy or build it again",
      });
    }
  }
  const known = expected ? { sha256: expected } : {};
  if (!path.endsWith(".zst")) {
    const format: ImageFormat = path.endsWith(".qcow2") ? "qcow2" : "raw";
    const { virtualSize } = await imageFacts(path, format);
    return { path, format, size: virtualSize, ...known, async [Symbol.asyncDispose]() {} };
  }
  const temporary = await Deno.makeTempDir({ prefix: "gatewright-" });
  const dispose = () => Deno.remove(temporary, { recursive: true });
  try {
    options.onCheck?.(`unpacking ${path}`);
    const raw = join(temporary, "image.raw");
    await unpackZstd(path, raw, options.signal);
    const { size } = await Deno.stat(raw);
    return { path: raw, format: "raw", size, ...known, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}
