/**
 * The output folder of a build: complete, or absent.
 * @module
 */
import { basename, dirname, join, resolve } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { hostError } from "../../host/host_error.ts";
import { type OwnFolder, ownFolder } from "../../host/own_folder.ts";
import { refuseForeignOwner } from "../../host/owner.ts";
import { type Newcomer, refuseForeign } from "./existing_output.ts";

/** A hidden folder beside `target` that replaces it when complete. */
export class OutputFolder implements AsyncDisposable {
  private constructor(
    private readonly work: OwnFolder,
    private readonly target: string,
    private readonly newcomer: Newcomer,
  ) {}

  /** Folder for files until they are published; mode 0700. */
  get path(): string {
    return this.work.path;
  }

  /**
   * Starts a build or a rendering into `target`.
   *
   * @throws {GatewrightError} if existing files would be lost, see `refuseForeign`.
   */
  static async create(target: string, newcomer: Newcomer): Promise<OutputFolder> {
    await refuseForeign(target, newcomer);
    try {
      const real = await realTarget(target);
      await Deno.mkdir(dirname(real), { recursive: true });
      await recover(real);
      return new OutputFolder(await ownFolder(dirname(real), ".gatewright-"), real, newcomer);
    } catch (error) {
      throw cannotBeMade(error, target);
    }
  }

  /**
   * Creates and removes a folder beside `target`, or in the lowest folder above it that exists.
   *
   * @throws {GatewrightError} if `create` or `publish` would fail.
   */
  static async probe(target: string, newcomer: Newcomer): Promise<void> {
    await refuseForeign(target, newcomer);
    try {
      let above = dirname(await realTarget(target));
      while (!await exists(above)) above = dirname(above);
      await using _ = await ownFolder(above, ".gatewright-");
    } catch (error) {
      throw cannotBeMade(error, target);
    }
  }

  /**
   * Flushes every file and moves the folder into place; the result of an earlier build is removed
   * afterwards.
   */
  async publish(): Promise<void> {
    // All in parallel: the file system commits its journal for many files in the time it takes for
    // one.
    await Promise.all(
      (await Array.fromAsync(Deno.readDir(this.path))).map(async ({ name, isFile }) => {
        if (!isFile) return;
        using file = await Deno.open(`${this.path}/${name}`, { read: true, write: true });
        await file.sync();
      }),
    );
    // Files may have been added in the meantime.
    await refuseForeign(this.target, this.newcomer);
    // Between two renames there is briefly no folder: Deno has no renameat2(2), which could swap
    // them. A process killed at that point leaves the earlier build under a name that the next one
    // recovers.
    const old = replaced(this.target);
    const earlier = await exists(this.target);
    if (earlier) await Deno.rename(this.target, old);
    try {
      await this.work.moveTo(this.target);
    } catch (error) {
      if (earlier) await Deno.rename(old, this.target);
      throw error;
    }
    if (earlier) await Deno.remove(old, { recursive: true });
  }

  /** Removes the folder if it was not published. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.work[Symbol.asyncDispose]();
  }
}

/** A symbolic link is kept, and the folder it leads to is replaced. */
async function realTarget(target: string): Promise<string> {
  const absolute = resolve(target);
  return await Deno.realPath(absolute).catch(() => absolute);
}

function cannotBeMade(error: unknown, target: string): unknown {
  return hostError(
    error,
    "the output folder cannot be made",
    resolve(target),
    "correct the permissions of the folder above it",
    "output-folder",
  );
}

/** Name of the earlier build while it is being replaced. */
function replaced(target: string): string {
  return join(dirname(target), `.${basename(target)}.replaced`);
}

/**
 * Completes or reverts the replacement of a killed build.
 *
 * @throws {GatewrightError} if it was another user's, or contains files that no build made.
 */
async function recover(target: string): Promise<void> {
  const old = replaced(target);
  const info = await Deno.lstat(old).catch(() => undefined);
  if (!info) return;
  const next = "remove it";
  refuseForeignOwner(info, "what an earlier build left", old, next);
  if (!info.isDirectory) {
    throw new GatewrightError("what an earlier build left is not a folder", {
      code: "output-folder",
      where: old,
      next,
    });
  }
  if (!await exists(target)) return await Deno.rename(old, target);
  await refuseForeign(old, "build");
  await Deno.remove(old, { recursive: true });
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch {
    return false;
  }
}
