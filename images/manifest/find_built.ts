/**
 * What a build left: the image, and the manifest that tells what it is.
 * @module
 */
import { basename, dirname, join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { nearest } from "../../host/nearest.ts";
import type { Manifest } from "./manifest.ts";
import { readTextBounded } from "../../host/read_bounded.ts";

/** An image, and what is known about it. */
export interface Built {
  /** Path of the image. */
  image: string;
  /** What its build wrote about it; absent for an image without one. */
  manifest?: Manifest;
}

/** What the files of an image are called, from its name: `hq` of `hq.raw`, `hq.raw.zst`, `hq.refused.raw`. */
export function stemOf(image: string): string {
  return basename(image).replace(/\.zst$/, "").replace(/\.(raw|qcow2)$/, "")
    .replace(/\.refused$/, "");
}

/**
 * Finds what `given` means: the folder of a build, or an image, whose manifest may lie beside it, as
 * `manifest.json` or, packed, as `NAME.manifest.json`.
 *
 * @throws {GatewrightError} where there is nothing, or a folder that no build wrote.
 */
export async function findBuilt(given: string): Promise<Built> {
  const info = await Deno.stat(given).catch(() => null);
  if (!info) {
    const meant = nearest(basename(given), await namesIn(dirname(given)));
    throw new GatewrightError("there is no such image", {
      kind: "usage",
      where: given,
      next: meant === undefined
        ? "gatewright build FILE makes one"
        : `did you mean ${join(dirname(given), meant)}?`,
    });
  }
  if (!info.isDirectory) {
    for (const name of [`${stemOf(given)}.manifest.json`, "manifest.json"]) {
      const manifest = await readManifest(join(dirname(given), name));
      // Another image may lie beside a manifest that does not speak of it.
      const own = manifest?.outputs.some(({ name }) => name === basename(given));
      if (manifest && own) return { image: given, manifest };
    }
    return { image: given };
  }
  const path = join(given, "manifest.json");
  const manifest = await readManifest(path);
  const name = imageOf(manifest);
  if (manifest && name !== undefined) return { image: join(given, name), manifest };
  const below = manifest ? [] : [...await packedIn(given), ...await buildsBelow(given)];
  throw new GatewrightError(
    manifest ? "the manifest names no disk image" : "the folder is not one that build wrote",
    {
      kind: "usage",
      where: path,
      ...(manifest ? {} : { why: "there is no manifest that can be read" }),
      next: below.length > 0
        ? `did you mean ${below.join(" or ")}?`
        : "name the folder that gatewright build wrote, or an image",
    },
  );
}

/** The disk image that a manifest speaks of. */
function imageOf(manifest: Manifest | undefined): string | undefined {
  const name = manifest?.outputs.find(({ name }) => /\.(raw|qcow2)$/.test(name))?.name;
  return name !== undefined && basename(name) === name ? name : undefined;
}

/** Images inside `folder` that were packed, three at most. */
async function packedIn(folder: string): Promise<string[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith(".zst"));
  return names.slice(0, 3).map((name) => join(folder, name));
}

/** Folders inside `folder` that builds wrote, three at most. */
async function buildsBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if (!imageOf(await readManifest(join(path, "manifest.json")))) continue;
    if (found.push(path) === 3) break;
  }
  return found;
}

/** Sorted; none where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    const names: string[] = [];
    for await (const { name } of Deno.readDir(folder)) names.push(name);
    return names.sort();
  } catch {
    return [];
  }
}

/** A manifest as far as everything in it that is used here is what it should be. */
async function readManifest(path: string): Promise<Manifest | undefined> {
  try {
    const read = JSON.parse(await readTextBounded(path, 16 << 20)) as Partial<Manifest> | null;
    if (!Array.isArray(read?.outputs)) return undefined;
    if (!read.outputs.every((one) => typeof one?.name === "string")) return undefined;
    return read as Manifest;
  } catch {
    return undefined;
  }
}
