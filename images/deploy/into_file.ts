/**
 * A disk in a file, which appears whole or not at all.
 * @module
 */
import { basename, dirname } from "node:path";
import { isStillAt, sweep } from "../../host/locked.ts";

/** What a file is called that is not whole yet. */
const PART = "\\.part-[0-9a-f]{8}$";

/**
 * Has `write` fill a file of another name, and gives it the name `path` at the end. What an earlier
 * run left behind that was killed is removed first; what another one is writing stays.
 */
export async function intoFile<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const name = basename(path).replaceAll(/[\^$\\.*+?()[\]{}|\/]/g, "\\$&");
  await sweep(dirname(path), new RegExp(`^${name}${PART}`), (part) => Deno.remove(part));
  for (;;) {
    const part = `${path}.part-${crypto.randomUUID().slice(0, 8)}`;
    try {
      using mark = await Deno.open(part, { write: true, createNew: true, mode: 0o600 });
      await mark.lock(true).catch(() => {}); // there are file systems without locks
      // Another process has swept it away between the two: make another one.
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
