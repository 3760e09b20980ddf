/**
 * Writes a disk to a file that appears whole or not at all.
 * @module
 */
import { basename, dirname } from "node:path";
import { isStillAt, sweep } from "../../host/locked.ts";

/** The name of a file that is not complete yet. */
const PART = "\\.part-[0-9a-f]{8}$";

/**
 * Calls `write` to fill a temporary file, and renames that to `path` at the end. Temporary files of
 * killed runs are removed first; those of running ones stay.
 */
export async function intoFile<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const name = basename(path).replaceAll(/[\^$\\.*+?()[\]{}|\/]/g, "\\$&");
  await sweep(dirname(path), new RegExp(`^${name}${PART}`), (part) => Deno.remove(part));
  for (;;) {
    const part = `${path}.part-${crypto.randomUUID().slice(0, 8)}`;
    try {
      using mark = await Deno.open(part, { write: true, createNew: true, mode: 0o600 });
      await mark.lock(true).catch(() => {}); // the file system has no locks
      // Another process swept it between open and lock: make another one.
      if (!await isStillAt(part, mark)) continue;
      const result = await write(part);
      await Deno.rename(part, path);
      return result;
    } catch (error) {
      await Deno.remove(part).catch(() => {});
      throw error;
    }
  }
}
