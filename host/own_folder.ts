/**
 * Folders of one process alone: removed when it is done, or by the next one where it was killed.
 * @module
 */
import { isStillAt, sweep } from "./locked.ts";

/** A folder that is being filled. Dispose of it to remove it. */
export interface OwnFolder extends AsyncDisposable {
  /** Its path; mode 0700. */
  readonly path: string;
  /** Moves it to `target`, where it stays. */
  moveTo(target: string): Promise<void>;
}

/** What follows a prefix in the names of these folders: 64 random bits. */
const SUFFIX = "[0-9a-f]{16}";

/**
 * Makes a folder in `parent` whose name is `prefix` and sixteen hexadecimal digits, and locks it for
 * as long as this process uses it. Folders of such a name that nobody has locked are what killed
 * processes of this user left: they are removed.
 *
 * @param prefix letters, digits, dots and dashes
 */
export async function ownFolder(parent: string, prefix: string): Promise<OwnFolder> {
  const name = new RegExp(`^${prefix.replaceAll(".", "\\.")}${SUFFIX}$`);
  await sweep(parent, name, (path) => Deno.remove(path, { recursive: true }));
  for (;;) {
    const random = crypto.getRandomValues(new Uint8Array(8)).toHex();
    const path = `${parent}/${prefix}${random}`;
    await Deno.mkdir(path, { mode: 0o700 });
    const lock = await Deno.open(path).catch((error) => {
      if (error instanceof Deno.errors.NotFound) return undefined;
      throw error;
    });
    await lock?.lock(true).catch(() => {}); // there are file systems without locks
    if (lock && await isStillAt(path, lock)) return held(path, lock);
    // Another process has swept it away between the two: make another one.
    lock?.close();
  }
}

/** The folder at `path`, of which `lock` is open. */
function held(path: string, lock: Deno.FsFile): OwnFolder {
  let moved = false;
  return {
    path,
    async moveTo(target) {
      await Deno.rename(path, target);
      moved = true;
    },
    async [Symbol.asyncDispose]() {
      try {
        if (!moved) await Deno.remove(path, { recursive: true });
      } finally {
        lock.close();
      }
    },
  };
}
