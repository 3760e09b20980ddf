/**
 * The image to deploy, pack or inspect: opened once, checked against what is known of it, unpacked
 * where it is packed.
 * @module
 */
import { basename } from "node:path";
import { temporaryFolder } from "../../host/host_error.ts";
import { openDisk } from "../disk/open_disk.ts";
import { openSource, type Source } from "../disk/source.ts";
import type { Built } from "../manifest/find_built.ts";
import type { Digest } from "../disk/chunks.ts";
import { sumLike, sumPieces } from "../disk/image_sum.ts";
import { locateImage } from "./locate_image.ts";
import { overlayBase } from "./overlay_base.ts";
import { type CompressedImage, refuseOtherSum, unpackQcow2, unpackZstd } from "./unpack.ts";

/** An image that can be read; disposing of it closes it and removes what was unpacked. */
export interface ImageInput extends AsyncDisposable {
  /** As it was named, and what lies beside it. */
  built: Built;
  /** Its bytes as the guest sees them, named like the image. */
  source: Source;
  /** sha256 it was checked against. */
  sha256?: string;
  /** Of its pieces, where they were hashed together with the whole. */
  digests?: Digest[];
}

/** How {@linkcode openImage} behaves. */
export interface OpenImageOptions {
  /** What it has to hash to, by somebody who is trusted more than the files beside it. */
  sha256?: string;
  /** `false`: what lies beside it says nothing about its hash. Default: it does. */
  checked?: boolean;
  /** Told what is being checked or unpacked. */
  onCheck?: (what: string) => void;
  /** Ends the checking. */
  signal?: AbortSignal;
}

/**
 * Opens an image or the folder of a build. The file is opened once: what was checked is what is read
 * later, whatever becomes of its name. A file that is changed in place is found out by
 * {@linkcode ImageInput.digests}.
 *
 * @throws {GatewrightError} (verification) if it is not what its manifest or checksum file says.
 */
export async function openImage(
  given: string,
  options: OpenImageOptions = {},
): Promise<ImageInput> {
  const { sha256: beside, pieces: listed, ...built } = await locateImage(given);
  const path = built.image;
  const sha256 = options.sha256 ?? (options.checked === false ? undefined : beside);
  const known = sha256 ? { sha256 } : {};
  const abort = options.signal ? { signal: options.signal } : {};
  const unpack = path.endsWith(".zst")
    ? unpackZstd
    : path.endsWith(".qcow2")
    ? unpackQcow2
    : undefined;
  if (unpack) {
    options.onCheck?.(`unpacking ${path}`);
    const { backing, pieces } = built.manifest?.outputs
      .find(({ name }) => name === basename(path)) ?? {};
    const base = backing &&
      { backing: { name: backing.name, path: await overlayBase(path, backing, options.signal) } };
    const input = await unpacked(path, { ...known, ...abort, ...base }, unpack);
    if (backing && pieces !== undefined) await refuseOtherPieces(input, pieces, options.signal);
    return { built, ...known, ...input };
  }
  const source = await openSource(path);
  try {
    const dispose = () => Promise.resolve(source[Symbol.dispose]());
    const pieces = options.checked === false ? undefined : listed;
    const wanted = sha256 ? { sha256 } : pieces ? { pieces } : undefined;
    if (!wanted) return { built, source, [Symbol.asyncDispose]: dispose };
    options.onCheck?.(`${sha256 ? "sha256" : "pieces"} of ${path}`);
    const { sum, digests } = await sumLike(wanted, source, options.signal);
    refuseOtherSum(path, wanted, sum);
    return { built, source, ...known, digests, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    source[Symbol.dispose]();
    throw error;
  }
}

/** Of an overlay, the base counts too: it may have changed since it was looked at. */
async function refuseOtherPieces(
  input: Pick<ImageInput, "source"> & AsyncDisposable,
  pieces: string,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const { sum } = await sumPieces(input.source, signal);
    refuseOtherSum(input.source.name, { pieces }, sum);
  } catch (error) {
    await input[Symbol.asyncDispose]();
    throw error;
  }
}

/** Unpacks into a folder of its own. */
async function unpacked(
  path: string,
  how: Pick<CompressedImage, "sha256" | "signal" | "backing">,
  unpack: (image: CompressedImage, out: string) => Promise<void>,
): Promise<Pick<ImageInput, "source"> & AsyncDisposable> {
  const folder = await temporaryFolder("gatewright-");
  try {
    const raw = `${folder.path}/image.raw`;
    {
      using file = await openDisk(path);
      await unpack({ ...how, file, name: path }, raw);
    }
    const source = await openSource(raw, { name: path });
    return {
      source,
      async [Symbol.asyncDispose]() {
        source[Symbol.dispose]();
        await folder[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await folder[Symbol.asyncDispose]();
    throw error;
  }
}
