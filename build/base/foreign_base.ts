/**
 * A base from elsewhere: checked, unpacked where it is packed, and copied for this build alone.
 * @module
 */
import { createHash } from "node:crypto";
import { basename, dirname } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { temporaryFolder } from "../../host/host_error.ts";
import { countOf, type Digest, digestOf, placeOf } from "../../images/disk/chunks.ts";
import { sumOfPieces } from "../../images/disk/image_sum.ts";
import { writeFull } from "../../images/disk/target_file.ts";
import { checkedChunk } from "../../images/deploy/checked_chunk.ts";
import { type ImageInput, openImage } from "../../images/deploy/image_input.ts";
import type { BaseKind, Manifest } from "../../images/manifest/manifest.ts";
import { stemOf } from "../../images/manifest/find_built.ts";
import { readBounded } from "../../host/read_bounded.ts";
import { signedFiles } from "../deliver/signed_checksum.ts";
import { refuseOtherBase } from "./base_key.ts";

/** A base that may be read; disposing of it removes the copy. */
export interface ForeignBase extends AsyncDisposable {
  /** Path of a raw image. */
  image: string;
  /** Sum over its pieces, in hexadecimal. */
  pieces: string;
}

/** Where a base comes from. */
export interface BaseSource {
  /** The folder of `gatewright base`, a raw image of it, or what `pack` made of it. */
  from: string;
  /** Public key of signify(1), whose signature it must have. */
  key?: string;
}

/**
 * Opens a base of `kind`.
 *
 * @throws {GatewrightError} (verification) if nothing vouches for it, its hash or signature is
 * another one, or it is of another kind.
 */
export async function openForeignBase(
  { from, key }: BaseSource,
  kind: BaseKind,
  signal?: AbortSignal,
): Promise<ForeignBase> {
  const abort = signal ? { signal } : {};
  const signed = key === undefined ? undefined : await signedFiles(from, key);
  await using input = await openImage(from, {
    ...(signed ? { sha256: signed.sha256 } : {}),
    ...abort,
  });
  const { image: where, manifest } = input.built;
  // What kind of base it is stands in the manifest: that is signed too.
  const about = signed
    ? await signedManifest(`${dirname(where)}/${stemOf(where)}.manifest.json`, signed.files)
    : manifest;
  if (input.sha256 === undefined && input.digests === undefined) {
    throw new GatewrightError("nothing proves where the base comes from", {
      kind: "verification",
      where,
      why: "there is no manifest, checksum or signature beside it",
      next: "copy all that gatewright base or pack wrote, not the image alone",
    });
  }
  refuseOtherBase(kind, about?.base, where);
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

/** Read once: what is used is what was signed, whatever another user puts in its place. */
async function signedManifest(
  path: string,
  files: ReadonlyMap<string, string>,
): Promise<Pick<Manifest, "base">> {
  const text = await readBounded(path, 16 << 20).catch(() => undefined);
  const found = text && createHash("sha256").update(text).digest("hex");
  if (text && found !== undefined && found === files.get(basename(path))) {
    return JSON.parse(new TextDecoder().decode(text));
  }
  throw new GatewrightError("the manifest of the base is not the one that was signed", {
    kind: "verification",
    where: path,
    next: "copy all files again that gatewright pack wrote",
  });
}

/** What is copied is what was checked, whatever becomes of the file meanwhile. */
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
