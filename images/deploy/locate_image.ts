/**
 * Finds the file of an image or the folder of a build, and its expected hash.
 * @module
 */
import { basename } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { type Built, findBuilt } from "../manifest/find_built.ts";
import { readTextBounded } from "../../host/read_bounded.ts";

/** An image that was located and not read yet. */
export interface FoundImage extends Built {
  /** Expected hash, from the manifest of its build or the checksum file of `pack`. */
  sha256?: string;
  /** Instead: the expected hash over its pieces, from the manifest. */
  pieces?: string;
}

/**
 * Finds the image that `given` names: a file, or the folder that `build` wrote.
 *
 * @param absent what to type if there is none
 * @throws {GatewrightError} if there is none, or its checksum file does not list it.
 */
export async function locateImage(given: string, absent?: string): Promise<FoundImage> {
  const built = await findBuilt(given, absent);
  const name = basename(built.image);
  const listed = built.manifest?.outputs.find((one) => one.name === name);
  const sha256 = listed?.sha256 ?? await readChecksum(`${built.image}.sha256`, name);
  if (sha256) return { ...built, sha256 };
  return { ...built, ...(listed?.pieces ? { pieces: listed.pieces } : {}) };
}

/**
 * Lines of sha256(1) or sha256sum(1); a file without a line for `name` must not pass as a match.
 */
async function readChecksum(path: string, name: string): Promise<string | undefined> {
  let text: string;
  try {
    text = await readTextBounded(path, 1 << 20);
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return undefined;
    throw cause;
  }
  for (const line of text.split("\n")) {
    const tagged = /^SHA256 \((.+)\) = ([0-9a-f]{64})$/.exec(line);
    const plain = /^([0-9a-f]{64})(?: [ *](.+))?$/.exec(line);
    const found = tagged
      ? { name: tagged[1], sha256: tagged[2] }
      : { name: plain?.[2], sha256: plain?.[1] };
    if (found.sha256 && (found.name ?? name) === name) return found.sha256;
  }
  throw new GatewrightError("the checksum file has no line for the image", {
    kind: "verification",
    where: path,
    why: `no line for ${name}`,
    next: "copy the image and its .sha256 again, under the names that pack gave them",
  });
}
