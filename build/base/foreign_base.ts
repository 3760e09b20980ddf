/**
 * A base from elsewhere: checked, unpacked if it is compressed, and copied for this build.
 * @module
 */
import { createHash } from "node:crypto";
import { basename, dirname } from "node:path";
import type { Gateway } from "../../gateway/gateway.ts";
import { GatewrightError } from "../../host/error.ts";
import { temporaryFolder } from "../../host/host_error.ts";
import { countOf, type Digest, digestOf, placeOf } from "../../images/disk/chunks.ts";
import { sumOfPieces } from "../../images/disk/image_sum.ts";
import { writeFull } from "../../images/disk/target_file.ts";
import { checkedChunk } from "../../images/deploy/checked_chunk.ts";
import { type ImageInput, openImage } from "../../images/deploy/image_input.ts";
import { type FoundImage, locateImage } from "../../images/deploy/locate_image.ts";
import type { BaseKind, Manifest } from "../../images/manifest/manifest.ts";
import { stemOf } from "../../images/manifest/find_built.ts";
import { readBounded } from "../../host/read_bounded.ts";
import { type SignedFiles, signedFiles } from "../deliver/signed_checksum.ts";
import { baseKind, refuseOtherBase } from "./base_key.ts";

/** A usable base; disposing of it removes the copy. */
export interface ForeignBase extends AsyncDisposable {
  /** Path of a raw image. */
  image: string;
  /** Sum over its pieces, in hexadecimal. */
  pieces: string;
}

/** What to type where there is no such base. */
export const NO_BASE = "gatewright base FILE makes one for the gateway of FILE";

/** Location of a base. */
export interface BaseSource {
  /** The output folder of `gatewright base`, its raw image, or the output of `pack`. */
  from: string;
  /** Public key of signify(1) that must have signed it. */
  key?: string;
}

/**
 * Opens a base of `kind`, for the gateway described in `file`.
 *
 * @throws {GatewrightError} (verification) if it has neither checksum nor signature, one of them is
 * wrong, or it is of another kind.
 */
export async function openForeignBase(
  source: BaseSource,
  kind: BaseKind,
  file: string,
  signal?: AbortSignal,
): Promise<ForeignBase> {
  // Checked before it is unpacked, which takes a while.
  const signed = await refuseOther(source, kind, file);
  await using input = await openImage(source.from, {
    ...(signed ? { sha256: signed.sha256 } : {}),
    ...(signal ? { signal } : {}),
  });
  const folder = await temporaryFolder("gatewright-base-");
  try {
    const image = `${folder.path}/base.raw`;
    return {
      image,
      ...await copy(input, image, signal),
      [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
    };
  } catch (error) {
    await folder[Symbol.asyncDispose]();
    throw error;
  }
}

/**
 * Refuses a base that does not fit `gateway`, as far as that is known before its release is fetched.
 *
 * @throws as {@linkcode openForeignBase}
 */
export async function refuseUnfitBase(source: BaseSource, gateway: Gateway): Promise<void> {
  const { files: _, ...known } = baseKind(gateway, { files: new Map() });
  await refuseOther(source, known, gateway.file);
}

/**
 * Refuses a base by what lies beside its image; returns what its signature says, if a key is given.
 */
async function refuseOther(
  { from, key }: BaseSource,
  kind: Partial<BaseKind>,
  file: string,
): Promise<SignedFiles | undefined> {
  const located = await locateImage(from, NO_BASE);
  const signed = key === undefined ? undefined : await signedFiles(from, key);
  const { image: where, manifest, sha256 = signed?.sha256, pieces } = located;
  // The manifest, which is signed too, has the kind of the base.
  const about = signed
    ? await signedManifest(`${dirname(where)}/${stemOf(where)}.manifest.json`, signed.files)
    : manifest;
  if (sha256 === undefined && pieces === undefined) {
    throw new GatewrightError("nothing proves where the base comes from", {
      kind: "verification",
      where,
      why: "there is no manifest, checksum or signature beside it",
      next: "copy all that gatewright base or pack wrote, not the image alone",
    });
  }
  refuseOtherBase(kind, about?.base, { where, file });
  await refuseOtherSize(where, located.manifest);
  return signed;
}

/** A copy that was cut is noticed without reading it. */
async function refuseOtherSize(where: string, manifest: FoundImage["manifest"]): Promise<void> {
  const listed = manifest?.outputs.find(({ name }) => name === basename(where))?.size;
  const { size } = await Deno.stat(where);
  if (listed === undefined || listed === size) return;
  throw new GatewrightError("the image does not match its manifest", {
    kind: "verification",
    where,
    why: `it has ${size} bytes, its manifest says ${listed}`,
    next: "copy it again",
  });
}

/**
 * Read once, so that the signed bytes are the ones used, even if another user replaces the file.
 */
async function signedManifest(
  path: string,
  files: ReadonlyMap<string, string>,
): Promise<Pick<Manifest, "base">> {
  const refused = (message: string, why: string, cause?: unknown) =>
    new GatewrightError(message, {
      kind: "verification",
      where: path,
      why,
      next: "copy all files again that gatewright pack wrote",
      cause,
    });
  const text = await readBounded(path, 16 << 20).catch((cause) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw refused("the manifest of the base cannot be read", why, cause);
  });
  const [wanted, found] = [
    files.get(basename(path)),
    createHash("sha256").update(text).digest("hex"),
  ];
  if (found === wanted) return JSON.parse(new TextDecoder().decode(text));
  const why = wanted === undefined
    ? `the signature does not name ${basename(path)}`
    : `sha256 ${found}, signed sha256 ${wanted}`;
  throw refused("the manifest of the base is not the one that was signed", why);
}

/** The bytes that were checked are the ones copied, even if the file changes in the meantime. */
async function copy(
  { source, digests }: ImageInput,
  to: string,
  signal?: AbortSignal,
): Promise<{ pieces: string }> {
  const copied: Digest[] = [];
  using file = await Deno.open(to, { write: true, createNew: true, mode: 0o600 });
  await file.truncate(source.size);
  for (let index = 0; index < countOf(source.size); index++) {
    signal?.throwIfAborted();
    const bytes = await checkedChunk(source, index, digests);
    const digest = digests?.[index] ?? digestOf(bytes);
    copied.push(digest);
    if (digest !== null) await writeFull(file, placeOf(index, source.size).at, bytes);
  }
  return sumOfPieces(source.size, copied);
}
