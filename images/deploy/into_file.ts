/**
 * A disk in a file, which appears whole or not at all.
 * @module
 */
import { basename, dirname, join } from "node:path";

/** The name of a file that is not whole yet. */
const PART = /\.part-[0-9a-f]{8}$/;

/**
 * Has `write` fill a file of another name, and gives it the name `path` at the end. What an earlier
 * run left behind that was killed is removed first; what another one is writing stays.
 */
export async function intoFile<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  await removeAbandoned(path);
  const part = `${path}.part-${crypto.randomUUID().slice(0, 8)}`;
  try {
    // The lock ends with this process, however it ends.
    using mark = await Deno.open(part, { write: true, createNew: true, mode: 0o600 });
    await mark.lock(true);
    const result = await write(part);
    await Deno.rename(part, path);
    return result;
  } catch (error) {
    await Deno.remove(part).catch(() => {});
    throw error;
  }
}

/** Removes parts of `path` that nobody holds a lock on. */
async function removeAbandoned(path: string): Promise<void> {
  const folder = dirname(path);
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (!isFile || !PART.test(name) || name.replace(PART, "") !== basename(path)) continue;
    try {
      using file = await Deno.open(join(folder, name), { write: true });
      if (await file.tryLock(true)) await Deno.remove(join(folder, name));
    } catch {
      // Gone meanwhile, or somebody else's.
    }
  }
}
