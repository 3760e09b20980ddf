/**
 * Locks of files and folders (flock(2)). The kernel releases them when their process ends, however
 * it ends: a file that is not locked is not in use.
 * @module
 */

/**
 * Locks `file` if no other process has locked it. On a file system without locks, a `shared` lock
 * succeeds and an `exclusive` one fails.
 *
 * @param kind `shared` excludes exclusive locks only
 */
export async function tryLock(file: Deno.FsFile, kind: "shared" | "exclusive"): Promise<boolean> {
  try {
    return await file.tryLock(kind === "exclusive");
  } catch {
    return kind === "shared";
  }
}

/** Whether `path` still leads to the open `file`, so that it was not removed or replaced. */
export async function isStillAt(path: string, file: Deno.FsFile): Promise<boolean> {
  const now = await Deno.lstat(path).catch(() => undefined);
  const own = await file.stat();
  return now !== undefined && now.ino === own.ino && now.dev === own.dev;
}

/** A file locked by this process. Dispose of it to close it and remove it, if it still exists. */
export interface OwnFile extends AsyncDisposable {
  readonly path: string;
  readonly file: Deno.FsFile;
}

/**
 * Opens or creates `path` for this process alone, mode 0600, and protects it from
 * {@linkcode sweep}.
 */
export async function ownFile(path: string): Promise<OwnFile> {
  for (;;) {
    const file = await Deno.open(path, { read: true, write: true, create: true, mode: 0o600 });
    await file.lock(true).catch(() => {}); // the file system has no locks
    if (await isStillAt(path, file)) {
      return {
        path,
        file,
        async [Symbol.asyncDispose]() {
          if (await isStillAt(path, file)) await Deno.remove(path).catch(() => {});
          file.close();
        },
      };
    }
    // Another process swept it between open and lock: create it again.
    file.close();
  }
}

/**
 * Calls `act` for each entry of `folder` that matches `name`, belongs to this user and is not
 * locked by any process: what a killed process left. The entry is locked while `act` runs.
 */
export async function sweep(
  folder: string,
  name: RegExp,
  act: (path: string, match: RegExpExecArray) => Promise<void>,
): Promise<void> {
  for (const entry of await Array.fromAsync(Deno.readDir(folder)).catch(() => [])) {
    const match = name.exec(entry.name);
    if (!match || entry.isSymlink) continue;
    const path = `${folder}/${entry.name}`;
    try {
      if ((await Deno.lstat(path)).uid !== Deno.uid()) continue;
      using file = await Deno.open(path);
      if (!await tryLock(file, "exclusive")) continue;
      if (await isStillAt(path, file)) await act(path, match);
    } catch { /* it is gone, or cannot be removed; either is harmless */ }
  }
}
