/**
 * Folders for the time of a work, which the next one removes where this one was killed.
 * @module
 */
import { join } from "node:path";

/** The file inside that is locked as long as the folder is in use. */
const LOCK = ".lock";

/**
 * Makes a folder (mode 0700) in `parent` whose name begins with `prefix`; disposing of it removes it.
 * Folders of that prefix whose process has ended without that are removed first.
 */
export async function lockedFolder(
  parent: string,
  prefix: string,
): Promise<AsyncDisposable & { path: string }> {
  await removeAbandoned(parent, prefix);
  const path = await Deno.makeTempDir({ dir: parent, prefix });
  const lock = await Deno.open(join(path, LOCK), { write: true, createNew: true, mode: 0o600 });
  // The kernel gives it up when this process ends, however it ends.
  await lock.lock(true);
  return {
    path,
    async [Symbol.asyncDispose]() {
      await Deno.remove(path, { recursive: true });
      lock.close();
    },
  };
}

async function removeAbandoned(parent: string, prefix: string): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(parent)) {
    if (!isDirectory || !name.startsWith(prefix)) continue;
    try {
      // One without the file is being made, or is not ours.
      using lock = await Deno.open(join(parent, name, LOCK), { write: true });
      if (await lock.tryLock(true)) await Deno.remove(join(parent, name), { recursive: true });
    } catch {
      // Gone meanwhile, or somebody else's.
    }
  }
}
