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

/** Tells these folders from others of such names: mktemp(1) and tests make them too, and lock none. */
const MARK = ".own";

/** Names of the folders of a family (`gatewright`): a purpose or none, 64 random bits, and the mark. */
function namesOf(family: string): RegExp {
  return new RegExp(`^${family.replaceAll(".", "\\.")}-(?:[a-z]+-)?[0-9a-f]{16}\\${MARK}$`);
}

/**
 * Makes a folder in `parent` whose name is `prefix`, sixteen hexadecimal digits and `.own`, and locks it for
 * as long as this process uses it. Folders of the same family that nobody has locked are what killed
 * processes of this user left: they are removed.
 *
 * @param prefix a family, a dash, and maybe a purpose and a dash: `gatewright-boot-`
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
    await lock?.lock(true).catch(() => {}); // there are file systems without locks
    if (lock && await isStillAt(path, lock)) return held(path, lock);
    // Another process has swept it away between the two: make another one.
    lock?.close();
  }
}

/** Removes what killed processes of this user left in `parent` of the folders of the family of `prefix`. */
export async function removeLeftFolders(parent: string, prefix: string): Promise<void> {
  const [family] = prefix.split("-", 1);
  await sweep(parent, namesOf(family!), (path) => Deno.remove(path, { recursive: true }));
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
