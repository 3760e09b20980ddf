/**
 * The files of a packed image: its domain, its block map, and the manifest of its build.
 * @module
 */
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import type { ErrorCode } from "../../host/error_codes.ts";
import type { ImageInput } from "../../images/deploy/image_input.ts";
import { stemOf } from "../../images/manifest/find_built.ts";
import type { Manifest, ManifestFile } from "../../images/manifest/manifest.ts";
import { readBounded } from "../../host/read_bounded.ts";

/** A written file and its checksum. */
export interface Companion {
  /** Name in its folder. */
  name: string;
  /** SHA-256 in hexadecimal. */
  sha256: string;
}

/**
 * Writes the domain, the block map and the manifest of `image` into `folder`, under names that are
 * unique to the gateway: `NAME.xml`, `NAME.raw.bmap`, `NAME.manifest.json`. Writes nothing for an
 * image without a manifest.
 *
 * @param name name of the packed image
 * @throws {GatewrightError} (verification) if the domain or the block map has changed since the
 * build
 */
export async function companions(
  image: Pick<ImageInput, "built" | "sha256">,
  name: string,
  compressed: { size: number; sha256: string },
  folder: string,
): Promise<Companion[]> {
  const { manifest, image: path } = image.built;
  if (!manifest) return [];
  const domain = manifest.outputs.find(({ name }) => /^[^/]+\.xml$/.test(name));
  const written: Companion[] = [];
  const outputs: ManifestFile[] = manifest.outputs.filter((one) => one.name === basename(path));
  outputs.push({ name, ...compressed });
  if (domain) {
    const bytes = await checkedFile(join(dirname(path), domain.name), domain, DOMAIN);
    written.push(await write(folder, domain.name, bytes, 0o644));
    outputs.push(domain);
  }
  const bmap = manifest.outputs.find(({ name }) => name === `${basename(path)}.bmap`);
  if (bmap) {
    // bmaptool also finds it by the name of the packed image.
    const bytes = await checkedFile(`${path}.bmap`, bmap, BMAP);
    written.push(await write(folder, bmap.name, bytes, 0o600));
    outputs.push(bmap);
  }
  const about: Manifest = { ...manifest, outputs };
  const text = new TextEncoder().encode(`${JSON.stringify(about, null, 2)}\n`);
  written.push(await write(folder, `${stemOf(path)}.manifest.json`, text, 0o600));
  return written;
}

/** Texts of errors about a file that is packed along. */
interface FileWords {
  /** Error codes: missing, changed. */
  codes?: readonly [ErrorCode, ErrorCode];
  /** Name: `the domain`. */
  what: string;
  /** What to do if it is missing. */
  missing: string;
  /** What to do if it has changed. */
  changed: string;
}

const DOMAIN: FileWords = {
  codes: ["no-domain", "other-domain"],
  what: "the domain",
  missing: "put it back",
  changed: "build again",
};
const BMAP: FileWords = {
  what: "the block map",
  missing: "put it back, or build again",
  changed: "put the one of the build back, or build again",
};

async function checkedFile(path: string, { sha256 }: ManifestFile, words: FileWords) {
  const bytes = await readBounded(path, 64 << 20).catch((cause) => {
    throw new GatewrightError(`${words.what} of the image cannot be read`, {
      ...(words.codes ? { code: words.codes[0] } : {}),
      where: path,
      why: cause instanceof Error ? cause.message : String(cause),
      next: words.missing,
      cause,
    });
  });
  if (sha256 === undefined || hash(bytes) === sha256) return bytes;
  throw new GatewrightError(`${words.what} is not the one of the build`, {
    kind: "verification",
    ...(words.codes ? { code: words.codes[1] } : {}),
    where: path,
    next: words.changed,
  });
}

async function write(
  folder: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  mode: number,
): Promise<Companion> {
  await Deno.writeFile(join(folder, name), bytes, { createNew: true, mode });
  return { name, sha256: hash(bytes) };
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
