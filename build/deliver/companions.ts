/**
 * What goes with a packed image: its domain, and the manifest of its build.
 * @module
 */
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import type { ImageInput } from "../../images/deploy/image_input.ts";
import { stemOf } from "../../images/manifest/find_built.ts";
import type { Manifest, ManifestFile } from "../../images/manifest/manifest.ts";
import { readBounded } from "../../host/read_bounded.ts";

/** A file that was written, by its content. */
export interface Companion {
  /** Inside its folder. */
  name: string;
  /** In hexadecimal. */
  sha256: string;
}

/**
 * Writes the domain and the manifest of `image` into `folder`, under names that do not meet those
 * of other gateways: `NAME.xml`, `NAME.manifest.json`. None of an image that no build made.
 *
 * @param name of the packed image
 * @throws {GatewrightError} (verification) if the domain is not the one of the build
 */
export async function companions(
  image: Pick<ImageInput, "built" | "sha256">,
  name: string,
  packed: { size: number; sha256: string },
  folder: string,
): Promise<Companion[]> {
  const { manifest, image: path } = image.built;
  if (!manifest) return [];
  const domain = manifest.outputs.find(({ name }) => /^[^/]+\.xml$/.test(name));
  const written: Companion[] = [];
  const outputs: ManifestFile[] = manifest.outputs.filter((one) => one.name === basename(path));
  outputs.push({ name, ...packed });
  if (domain) {
    const bytes = await domainOf(join(dirname(path), domain.name), domain);
    written.push(await write(folder, domain.name, bytes, 0o644));
    outputs.push(domain);
  }
  const about: Manifest = { ...manifest, outputs };
  const text = new TextEncoder().encode(`${JSON.stringify(about, null, 2)}\n`);
  written.push(await write(folder, `${stemOf(path)}.manifest.json`, text, 0o600));
  return written;
}

async function domainOf(path: string, { sha256 }: ManifestFile) {
  const bytes = await readBounded(path, 16 << 20).catch((cause) => {
    throw new GatewrightError("the domain of the image cannot be read", {
      code: "no-domain",
      where: path,
      why: cause instanceof Error ? cause.message : String(cause),
      next: "put it back",
      cause,
    });
  });
  if (sha256 === undefined || hash(bytes) === sha256) return bytes;
  throw new GatewrightError("the domain is not the one of the build", {
    kind: "verification",
    code: "other-domain",
    where: path,
    next: "build again; one that was changed on purpose is named when it is deployed",
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
