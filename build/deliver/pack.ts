/**
 * Packs an image as an artifact: compressed, with a checksum, and signed if a key is given.
 * @module
 */
import { basename, join } from "node:path";
import { type ImageInput, openImage } from "../../images/deploy/image_input.ts";
import { locateImage } from "../../images/deploy/locate_image.ts";
import { packZstd } from "../../images/deploy/pack_zstd.ts";
import { refuseImage } from "../../images/deploy/refuse_image.ts";
import { dataBytes } from "../../images/disk/chunks.ts";
import { ownFolder } from "../../host/own_folder.ts";
import { writeFault } from "../../host/write_fault.ts";
import { companions } from "./companions.ts";
import { GatewrightError } from "../../host/error.ts";
import { readSecretKey } from "../release/signify_secret_key.ts";
import { type SignifySecretKey, signMessage } from "../release/signify.ts";
import { readBounded } from "../../host/read_bounded.ts";

/** Options of packing. */
export interface PackOptions {
  /** A raw image, or the output folder of a build. */
  image: string;
  /** Output folder; default: the current one. */
  out?: string;
  /** File of a secret key of signify(1). */
  key?: string;
  /** Called for the passphrase of a key that has one. */
  passphrase?: () => Promise<string | undefined>;
  /** Refuse an image that fails the checks of `gatewright inspect`. Default: true. */
  check?: boolean;
  /** Aborts it; no file is left. */
  signal?: AbortSignal;
  /** Called with the progress: percent, 0 to 100. */
  onEvent?: (event: { kind: "progress"; percent: number }) => void;
}

/** Result of packing. */
export interface PackResult {
  /** Paths: the packed image, its domain, block map and manifest, its checksum, its signature. */
  files: string[];
  /** Size of the packed image in bytes. */
  size: number;
  /** SHA-256 of the packed image. */
  sha256: string;
  /** Number of the key that signed. */
  keynum?: string;
}

/**
 * Writes `NAME.raw.zst`, `NAME.raw.zst.sha256` (as `sha256 -C` and `sha256sum -c` read it) and,
 * with a key, `NAME.raw.zst.sha256.sig` (`signify -C -x` reads it). For a build also its domain,
 * `NAME.xml`, its block map, `NAME.raw.bmap`, and its manifest, `NAME.manifest.json`: the checksum
 * file covers them.
 *
 * @throws {GatewrightError} on failure; existing files are then unchanged. (verification) if the
 * image is not a disk of OpenBSD, or must not be used.
 */
export async function packImage(options: PackOptions): Promise<PackResult> {
  const { signal, key } = options;
  const abort = signal ? { signal } : {};
  const { image: path } = await locateImage(options.image);
  if (/\.(zst|qcow2)$/.test(path)) {
    throw new GatewrightError("only raw images are packed", {
      kind: "usage",
      where: path,
      next: path.endsWith(".zst")
        ? "it is packed already"
        : `qemu-img convert -O raw ${basename(path)} NAME.raw, and pack that`,
    });
  }
  // The key is read first: its passphrase may be wrong, and packing takes a while.
  const secret = key === undefined
    ? undefined
    : await readSecretKey(await readKey(key), key, options.passphrase);
  await using image = await openImage(options.image, abort);
  const check = options.check ?? true;
  await refuseImage(image, { rehearsal: true, check, ...abort });
  const out = options.out ?? ".";
  try {
    return await packInto(out, image, options, secret);
  } catch (error) {
    signal?.throwIfAborted();
    throw await writeFault(error, {
      message: "the packed image cannot be written",
      where: out,
      instead: "name another folder",
      next: "name a folder that you may write to",
      most: dataBytes(image),
    });
  }
}

/** Writes everything into a hidden folder in `out` first. */
async function packInto(
  out: string,
  image: ImageInput,
  { signal, key, onEvent }: PackOptions,
  secret: SignifySecretKey | undefined,
): Promise<PackResult> {
  await Deno.mkdir(out, { recursive: true });
  const name = `${basename(image.built.image)}.zst`;
  await using folder = await ownFolder(out, ".gatewright-pack-");
  const work = folder.path;
  const onProgress = (percent: number) => onEvent?.({ kind: "progress", percent });
  const compressed = await packZstd(image, join(work, name), onProgress, signal);
  const beside = await companions(image, name, compressed, work);
  const list = [{ name, sha256: compressed.sha256 }, ...beside]
    .map(({ name, sha256 }) => `SHA256 (${name}) = ${sha256}\n`).join("");
  await Deno.writeTextFile(join(work, `${name}.sha256`), list);
  // The checksum is replaced last: until then it does not match the new files, so that they are
  // refused.
  const names = [name, ...beside.map(({ name }) => name), `${name}.sha256`];
  if (secret) {
    const signed = await signMessage(
      secret,
      new TextEncoder().encode(list),
      `verify with ${basename(key!).replace(/\.sec$/, "")}.pub`,
    );
    await Deno.writeFile(join(work, `${name}.sha256.sig`), signed);
    names.push(`${name}.sha256.sig`);
  }
  signal?.throwIfAborted();
  for (const one of names) await Deno.rename(join(work, one), join(out, one));
  if (!secret) await Deno.remove(join(out, `${name}.sha256.sig`)).catch(ignoreMissing);
  return {
    files: names.map((one) => join(out, one)),
    ...compressed,
    ...(secret ? { keynum: secret.keynum } : {}),
  };
}

/** Debian calls the program signify-openbsd; its package signify is another one. */
const MAKE_KEY =
  "name a secret key of signify(1); signify-openbsd -G -p ci.pub -s ci.sec makes a pair";

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

async function readKey(path: string): Promise<Uint8Array> {
  try {
    return await readBounded(path, 64 << 10);
  } catch (cause) {
    throw new GatewrightError("the secret key cannot be read", {
      kind: "usage",
      where: path,
      why: cause instanceof Error ? cause.message : String(cause),
      next: MAKE_KEY,
      cause,
    });
  }
}
