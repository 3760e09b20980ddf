/**
 * Locks of files and folders (flock(2)). The kernel releases them when their process ends, however
 * it ends: what nobody has locked, nobody uses.
 * @module
 */

/**
 * Locks `file` if nobody else has it. Where a file system knows no locks, it counts as locked for
 * `shared` and as in use for `exclusive`.
 *
 * @param kind `shared` keeps the exclusive ones out, and no other
 */
export async function tryLock(file: Deno.FsFile, kind: "shared" | "exclusive"): Promise<boolean> {
  try {
    return await file.tryLock(kind === "exclusive");
  } catch {
    return kind === "shared";
  }
}

/** What a path leads to is the open `file`: nobody has removed or replaced it. */
export async function isStillAt(path: string, file: Deno.FsFile): Promise<boolean> {
  const now = await Deno.lstat(path).catch(() => undefined);
  const own = await file.stat();
  return now !== undefined && now.ino === own.ino && now.dev === own.dev;
}

/** A file of this process alone. Dispose of it to close it; it is removed if it is still there. */
export interface OwnFile extends AsyncDisposable {
  readonly path: string;
  readonly file: Deno.FsFile;
}

/** Opens or makes `path` for this process alone, mode 0600, and keeps {@linkcode sweep}ing from it. */
export async function ownFile(path: string): Promise<OwnFile> {
  for (;;) {
    const file = await Deno.open(path, { read: true, write: true, create: true, mode: 0o600 });
    await file.lock(true).catch(() => {}); // there are file systems without locks
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
    // Another process has swept it away between the two: make it again.
    file.close();
  }
}

/**
 * Calls `act` for each entry of `folder` that `name` matches, that is this user's, and that no
 * process has locked: what a process has left that was killed. It is locked while `act` runs.
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
    } catch { /* it has gone meanwhile, or cannot be removed: it harms nobody */ }
  }
}
