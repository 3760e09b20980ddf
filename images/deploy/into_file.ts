/**
 * Writes a disk to a file that appears whole or not at all.
 * @module
 */
import { basename, dirname } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { isStillAt, sweep, tryLock } from "../../host/locked.ts";

/** The file that is filled for `path`: one name, so that two runs cannot write one target. */
function partOf(path: string): string {
  return `${path}.gatewright-part`;
}

/** A use of the target `path`: another run fills a file for it; undefined: none is known to. */
export async function fillsNow(path: string): Promise<string | undefined> {
  const part = partOf(path);
  try {
    if (!(await Deno.lstat(part)).isFile) return undefined;
    using file = await Deno.open(part);
    return await tryLock(file, "shared") ? undefined : "another gatewright writes it";
  } catch {
    return undefined; // it does not exist, or belongs to another user: writing it will tell
  }
}

/**
 * Calls `write` to fill a temporary file, and renames that to `path` at the end. The temporary file
 * of a killed run is removed first.
 *
 * @param check called when no other run can write `path` any more, and again before the rename
 * @throws {GatewrightError} (code `in-use`) if another run writes `path`.
 */
export async function intoFile<T>(
  path: string,
  write: (part: string) => Promise<T>,
  check: () => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  const part = partOf(path);
  const name = basename(part).replaceAll(/[\^$\\.*+?()[\]{}|\/]/g, "\\$&");
  for (;;) {
    await sweep(dirname(path), new RegExp(`^${name}$`), (left) => Deno.remove(left));
    using mark = await created(path, part);
    await mark.lock(true).catch(() => {}); // the file system has no locks
    // Another process swept it between open and lock: make another one.
    if (!await isStillAt(part, mark)) continue;
    try {
      await check();
      const result = await write(part);
      await check();
      await Deno.rename(part, path);
      return result;
    } catch (error) {
      await Deno.remove(part).catch(() => {});
      throw error;
    }
  }
}

/** Creates the temporary file; an existing one is never opened, nor a link followed. */
async function created(path: string, part: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(part, { write: true, createNew: true, mode: 0o600 });
  } catch (cause) {
    if (!(cause instanceof Deno.errors.AlreadyExists)) throw cause;
    throw new GatewrightError("the target is in use", {
      code: "in-use",
      where: path,
      why: `another gatewright writes it, as ${part}`,
      next: `wait until that has ended, or name another target; rm ${part} if none runs`,
      cause,
    });
  }
}
