/**
 * What a build left: the image, and the manifest that tells what it is.
 * @module
 */
import { basename, dirname, join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import type { Manifest } from "./manifest.ts";

/** An image, and what is known about it. */
export interface Built {
  /** Path of the image. */
  image: string;
  /** What its build wrote about it; absent for an image without one. */
  manifest?: Manifest;
}

/**
 * Finds what `given` means: the folder of a build, or an image, whose manifest may lie beside it.
 *
 * @throws {GatewrightError} where there is nothing, or a folder that no build wrote.
 */
export async function findBuilt(given: string): Promise<Built> {
  const info = await Deno.stat(given).catch(() => null);
  if (!info) {
    throw new GatewrightError("there is no such image", {
      kind: "usage",
      where: given,
      next: "gatewright build FILE makes one",
    });
  }
  if (!info.isDirectory) {
    // Another image may lie beside a manifest that does not speak of it.
    const manifest = await readManifest(join(dirname(given), "manifest.json"));
    const own = manifest?.outputs.some(({ name }) => name === basename(given));
    return { image: given, ...(manifest && own ? { manifest } : {}) };
  }
  const path = join(given, "manifest.json");
  const manifest = await readManifest(path);
  const name = manifest?.outputs.find(({ name }) => name.endsWith(".raw"))?.name;
  if (manifest && name !== undefined && basename(name) === name) {
    return { image: join(given, name), manifest };
  }
  throw new GatewrightError(
    manifest ? "the manifest names no disk image" : "the folder is not one that build wrote",
    {
      kind: "usage",
      where: path,
      ...(manifest ? {} : { why: "there is no manifest that can be read" }),
      next: "name the folder that gatewright build wrote, or an image",
    },
  );
}

/** A manifest as far as everything in it that is used here is what it should be. */
async function readManifest(path: string): Promise<Manifest | undefined> {
  try {
    const read = JSON.parse(await Deno.readTextFile(path)) as Partial<Manifest> | null;
    if (!Array.isArray(read?.outputs)) return undefined;
    if (!read.outputs.every((one) => typeof one?.name === "string")) return undefined;
    return read as Manifest;
  } catch {
    return undefined;
  }
}
