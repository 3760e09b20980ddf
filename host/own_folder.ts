/**
 * Folders of one process: removed when it is done, or by the next process if it was killed.
 * @module
 */
import { isStillAt, sweep } from "./locked.ts";

/** A folder that is being filled. Dispose of it to remove it. */
export interface OwnFolder extends AsyncDisposable {
  /** Its path; mode 0700. */
  readonly path: string;
  /** Moves it to `target` and keeps it. */
  moveTo(target: string): Promise<void>;
}

/** Marks these folders: mktemp(1) and tests use similar names, and do not lock. */
const MARK = ".own";

/**
 * Names of the folders of a family (`gatewright`): an optional purpose, 64 random bits, and the
 * mark.
 */
function namesOf(family: string): RegExp {
  return new RegExp(`^${family.replaceAll(".", "\\.")}-(?:[a-z]+-)?[0-9a-f]{16}\\${MARK}$`);
}

/**
 * Makes a folder in `parent` named `prefix`, sixteen hexadecimal digits and `.own`, and locks it
 * while this process uses it. Unlocked folders of the same family were left by killed processes of
 * this user: they are removed.
 *
 * @param prefix a family and a dash, optionally a purpose and a dash: `gatewright-boot-`
 */
export async function ownFolder(parent: string, prefix: string): Promise<OwnFolder> {
  await removeLeftFolders(parent, prefix);
  for (;;) {
    const random = crypto.getRandomValues(new Uint8Array(8)).toHex();
    const path = `${parent}/${prefix}${random}${MARK}`;
    await Deno.mkdir(path, { mode: 0o700 });
    const lock = await Deno.open(path).catch((error) => {
      if (error instanceof Deno.errors.NotFound) return undefined;
      throw error;
    });
    await lock?.lock(true).catch(() => {}); // the file system has no locks
    if (lock && await isStillAt(path, lock)) return held(path, lock);
    // Another process swept it between mkdir and lock: make another one.
    lock?.close();
  }
}

/**
 * Removes the folders of the family of `prefix` that killed processes of this user left in
 * `parent`.
 */
export async function removeLeftFolders(parent: string, prefix: string): Promise<void> {
  const [family] = prefix.split("-", 1);
  await sweep(parent, namesOf(family!), (path) => Deno.remove(path, { recursive: true }));
}

/** The folder at `path`; `lock` is its open, locked file. */
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
