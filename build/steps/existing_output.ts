/**
 * Protects the results of earlier builds in an output folder.
 * @module
 */
import { join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { hostError } from "../../host/host_error.ts";
import { own } from "../../host/own.ts";
import { readTextBounded } from "../../host/read_bounded.ts";

/** What is about to replace a folder. */
export type Newcomer = "build" | "render";

/** Limit of names in an error. */
const SHOWN = 5;

/**
 * Refuses to replace a folder that contains files not listed in its manifest; and a rendering, to
 * replace the disk of a build.
 *
 * @throws {GatewrightError} with the names of what would be lost.
 */
export async function refuseForeign(target: string, newcomer: Newcomer): Promise<void> {
  const found = await filesIn(target).catch((error) => {
    throw hostError(
      error,
      "the output folder cannot be read",
      target,
      "correct its permissions",
      "output-folder",
    );
  });
  if (found === undefined) {
    throw new GatewrightError("the output folder is not a folder", {
      code: "output-folder",
      where: target,
      next: "move it away",
    });
  }
  if (found.length === 0) return;
  const manifest = await readManifest(join(target, "manifest.json"));
  if (!manifest) {
    throw new GatewrightError("the output folder holds something that no build made", {
      code: "output-folder",
      where: target,
      why: "it has no manifest.json of one",
      next: "move it away",
    });
  }
  const foreign = found.filter((name) => !manifest.files.has(name)).sort();
  if (foreign.length > 0) {
    const more = foreign.length > SHOWN ? ` and ${foreign.length - SHOWN} more` : "";
    throw new GatewrightError("the output folder holds files that no build made", {
      code: "output-folder",
      where: target,
      why: `${foreign.slice(0, SHOWN).join(", ")}${more}: the manifest does not list them`,
      next: "move them away",
    });
  }
  if (newcomer === "render" && !manifest.rendered) {
    throw new GatewrightError("the output folder holds the disk of a build", {
      code: "output-folder",
      where: target,
      why: "render would put files without a disk in its place",
      next: "move it away",
    });
  }
}

/**
 * Paths of the files below a folder; empty if it does not exist, undefined if it is not a folder.
 */
async function filesIn(folder: string): Promise<string[] | undefined> {
  const files: string[] = [];
  const pending = [""];
  for (let below; (below = pending.pop()) !== undefined;) {
    try {
      for await (const { name, isDirectory } of Deno.readDir(join(folder, below))) {
        (isDirectory ? pending : files).push(join(below, name));
      }
    } catch (error) {
      const nothing = error instanceof Deno.errors.NotFound ||
        error instanceof Deno.errors.NotADirectory;
      if (!nothing) throw error;
      // Removed in the meantime.
      if (below !== "") continue;
      // A file exists too, and so does a dangling link.
      if (await Deno.lstat(folder).then(() => true, () => false)) return undefined;
    }
  }
  return files;
}

/** The files that a manifest lists, and the manifest itself; undefined without one. */
async function readManifest(
  path: string,
): Promise<{ files: Set<string>; rendered: boolean } | undefined> {
  try {
    const read: unknown = JSON.parse(await readTextBounded(path, 16 << 20));
    const outputs = own(read, "outputs");
    if (!Array.isArray(outputs)) return undefined;
    const names = outputs.map((one) => own(one, "name")).filter((name) => typeof name === "string");
    return {
      files: new Set([...names, "manifest.json"]),
      rendered: own(read, "rendered") === true,
    };
  } catch {
    return undefined;
  }
}
