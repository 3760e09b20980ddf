/**
 * Which file is meant by an image or the folder of a build, and what is known of it.
 * @module
 */
import { basename } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { type Built, findBuilt } from "../manifest/find_built.ts";
import { readTextBounded } from "../../host/read_bounded.ts";

/** An image before anything of it was read. */
export interface FoundImage extends Built {
  /** What it has to hash to, by the manifest of its build or the checksum file of `pack`. */
  sha256?: string;
  /** In place of it: what its pieces have to hash to, by the manifest. */
  pieces?: string;
}

/**
 * Finds the image that `given` names: a file, or the folder that `build` wrote.
 *
 * @throws {GatewrightError} if there is none, or its checksum file does not speak of it.
 */
export async function locateImage(given: string): Promise<FoundImage> {
  const built = await findBuilt(given);
  const name = basename(built.image);
  const listed = built.manifest?.outputs.find((one) => one.name === name);
  const sha256 = listed?.sha256 ?? await readChecksum(`${built.image}.sha256`, name);
  if (sha256) return { ...built, sha256 };
  return { ...built, ...(listed?.pieces ? { pieces: listed.pieces } : {}) };
}

/** Lines of sha256(1) or sha256sum(1); a file that says nothing of `name` must not pass for one that does. */
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
