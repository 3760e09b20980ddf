/**
 * Finds the output of a build: the image, and its manifest.
 * @module
 */
import { basename, dirname, join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { nearest } from "../../host/nearest.ts";
import type { Manifest } from "./manifest.ts";
import { readTextBounded } from "../../host/read_bounded.ts";

/** An image, and its manifest. */
export interface Built {
  /** Path of the image. */
  image: string;
  /** The manifest of its build; absent for an image without one. */
  manifest?: Manifest;
}

/** The common name of the files of an image: `hq` for `hq.raw`, `hq.raw.zst`, `hq.refused.raw`. */
export function stemOf(image: string): string {
  return basename(image).replace(/\.zst$/, "").replace(/\.(raw|qcow2)$/, "")
    .replace(/\.refused$/, "");
}

/**
 * Finds the build that `given` names: its folder, or an image, whose manifest may be beside it, as
 * `manifest.json` or, if packed, as `NAME.manifest.json`.
 *
 * @param absent what to type if it does not exist; default: what makes an image
 * @throws {GatewrightError} if it does not exist, or is a folder that no build wrote.
 */
export async function findBuilt(given: string, absent?: string): Promise<Built> {
  const info = await Deno.stat(given).catch(() => null);
  if (!info) {
    const meant = nearest(basename(given), await namesIn(dirname(given)));
    throw new GatewrightError("there is no such image", {
      kind: "usage",
      where: given,
      next: meant === undefined
        ? absent ?? `gatewright ${given.endsWith(".zst") ? "pack DIR" : "build FILE"} makes one`
        : `did you mean ${join(dirname(given), meant)}?`,
    });
  }
  if (!info.isDirectory) {
    for (const name of [`${stemOf(given)}.manifest.json`, "manifest.json"]) {
      const manifest = await readManifest(join(dirname(given), name));
      // The manifest beside an image may be that of another image.
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

/** The disk image that a manifest lists. */
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

/** Names in a folder, sorted; empty if it does not exist. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    const names: string[] = [];
    for await (const { name } of Deno.readDir(folder)) names.push(name);
    return names.sort();
  } catch {
    return [];
  }
}

/** A manifest, if all fields that are used here are valid. */
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
