/**
 * The folder of a build: complete, or not there.
 * @module
 */
import { basename, dirname, join, resolve } from "node:path";
import { hostError } from "../../host/host_error.ts";
import { GatewrightError } from "../../host/error.ts";

/** A hidden folder beside `target` that takes its place when everything is in it. */
export class OutputFolder implements AsyncDisposable {
  #kept = false;
  private constructor(readonly path: string, private readonly target: string) {}

  /**
   * Begins a build into `target`.
   *
   * @throws {GatewrightError} if something is there that no build made.
   */
  static async create(target: string): Promise<OutputFolder> {
    await refuseForeign(target);
    const absolute = resolve(target);
    try {
      return await OutputFolder.#create(absolute);
    } catch (error) {
      throw hostError(
        error,
        "the output folder cannot be made",
        absolute,
        "give another --out, or mend the folder around it",
      );
    }
  }

  static async #create(absolute: string): Promise<OutputFolder> {
    await recover(absolute);
    await Deno.mkdir(dirname(absolute), { recursive: true });
    const path = await Deno.makeTempDir({ dir: dirname(absolute), prefix: ".gatewright-" });
    await Deno.chmod(path, 0o700);
    return new OutputFolder(path, absolute);
  }

  /** Flushes every file and puts the folder in its place; an earlier build's goes away after it. */
  async publish(): Promise<void> {
    for await (const entry of Deno.readDir(this.path)) {
      if (!entry.isFile) continue;
      using file = await Deno.open(`${this.path}/${entry.name}`, { read: true, write: true });
      await file.sync();
    }
    await refuseForeign(this.target);
    // Between two renames there is no folder for a moment: Deno has no renameat2(2), which could swap
    // them. Whoever is killed there leaves the earlier build under a name that the next one knows.
    const old = replaced(this.target);
    const earlier = await exists(this.target);
    if (earlier) await Deno.rename(this.target, old);
    try {
      await Deno.rename(this.path, this.target);
    } catch (error) {
      if (earlier) await Deno.rename(old, this.target);
      throw error;
    }
    this.#kept = true;
    if (earlier) await Deno.remove(old, { recursive: true });
  }

  /** Removes what was not published. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#kept) await Deno.remove(this.path, { recursive: true });
  }
}

/**
 * Refuses a folder that could not be replaced.
 *
 * @throws {GatewrightError} if something is there that no build made.
 */
export async function refuseForeign(target: string): Promise<void> {
  try {
    for await (const _ of Deno.readDir(target)) {
      await Deno.stat(`${target}/manifest.json`);
      return;
    }
  } catch (error) {
    const nothing = error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory;
    if (!nothing) throw error;
    if (!(await exists(target))) return;
    throw new GatewrightError("the output folder holds something that no build made", {
      where: target,
      why: "it has no manifest.json",
      next: "give another --out, or move it away",
    });
  }
}

/** Where an earlier build waits while another one takes its place. */
function replaced(target: string): string {
  return join(dirname(target), `.${basename(target)}.replaced`);
}

/** Finishes or undoes what a build that was killed had begun. */
async function recover(target: string): Promise<void> {
  const old = replaced(target);
  if (!await exists(old)) return;
  if (await exists(target)) await Deno.remove(old, { recursive: true });
  else await Deno.rename(old, target);
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch {
    return false;
  }
}
