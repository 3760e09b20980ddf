/**
 * The image to deploy, pack or inspect: opened once, checked against its hash, and unpacked if it
 * is compressed.
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

/** An open image; disposing of it closes it and removes the unpacked copy. */
export interface ImageInput extends AsyncDisposable {
  /** The image as named, and the files beside it. */
  built: Built;
  /** The virtual disk, called like the image in messages. */
  source: Source;
  /** SHA-256 it was checked against. */
  sha256?: string;
  /** Digests of its pieces, if they were computed with the hash of the whole. */
  digests?: Digest[];
}

/** Options of {@linkcode openImage}. */
export interface OpenImageOptions {
  /** Expected SHA-256, from a source that is more trusted than the files beside the image. */
  sha256?: string;
  /** `false`: ignore hashes in files beside the image. Default: use them. */
  checked?: boolean;
  /** What to type if there is no such image. */
  absent?: string;
  /** Called with what is being checked or unpacked. */
  onCheck?: (what: string) => void;
  /** Ends the check. */
  signal?: AbortSignal;
}

/**
 * Opens an image or the folder of a build. The file is opened once, so that the checked file is the
 * one read later, even if its name is reused. {@linkcode ImageInput.digests} detect changes in
 * place.
 *
 * @throws {GatewrightError} (verification) if it is not what its manifest or checksum file says.
 */
export async function openImage(
  given: string,
  options: OpenImageOptions = {},
): Promise<ImageInput> {
  const { sha256: beside, pieces: listed, ...built } = await locateImage(given, options.absent);
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

/** The base of an overlay is checked too: it may have changed since it was last checked. */
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

/** Unpacks into a temporary folder. */
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
