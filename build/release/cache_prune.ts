/**
 * Lists a cache, and removes files from it.
 * @module
 */
import { basename, join } from "node:path";
import { sweep, tryLock } from "../../host/locked.ts";
import { Cache, type CacheEntry, cacheError, defaultCacheDir, ifThere } from "./cache.ts";
import { KEPT_NAME, keptIn } from "./cache_kept.ts";
import { cachedNames } from "./cache_names.ts";

/** What {@linkcode cachePrune} keeps, besides files in use. */
export interface PruneOptions {
  /** Hashes to keep regardless of age. */
  keep?: Iterable<string>;
  /** Remove only files added before this time. Default: everything not in `keep`. */
  olderThan?: Date;
}

/** Result of {@linkcode cachePrune}. */
export interface Pruned {
  /** Removed files. */
  removed: ListedEntry[];
  /** Files in use by a build or a fetch. */
  inUse: ListedEntry[];
}

/** Names of removed unfinished downloads. */
const PART = /^[0-9a-f]{64}\.part$/;

/** A file of a cache, and its kind. */
export interface ListedEntry extends CacheEntry {
  /**
   * A verified file, a saved installer, or a base; for the last two `sha256` is a name, not a hash.
   */
  kind: "file" | "saved" | "base";
  /** Path on mirrors: `7.9/amd64/base79.tgz`; empty if no verified list contains it. */
  names: string[];
}

/** All files of a cache, sorted by hash or name. They are not hashed again. */
export async function cacheList(dir: string = defaultCacheDir()): Promise<ListedEntry[]> {
  const cache = await Cache.open(dir);
  const names = await cachedNames(dir);
  const out: ListedEntry[] = [];
  for await (const { name } of Deno.readDir(join(dir, "sha256"))) {
    const path = cache.path(name);
    const info = await ifThere(Deno.stat(path));
    if (!info) continue;
    const added = info.mtime ?? new Date(0);
    const called = names.get(name) ?? [];
    out.push({ kind: "file", sha256: name, path, size: info.size, added, names: called });
  }
  for (const { id, what, ...one } of await keptIn(dir)) {
    out.push({ ...one, sha256: id, names: what ? [what] : [] });
  }
  return out.sort((a, b) => a.sha256 < b.sha256 ? -1 : 1);
}

/** The files that {@linkcode cachePrune} would remove. */
export async function prunable(
  options: PruneOptions = {},
  dir: string = defaultCacheDir(),
): Promise<ListedEntry[]> {
  const keep = new Set(options.keep);
  return (await cacheList(dir)).filter(({ sha256, added }) =>
    !keep.has(sha256) && !(options.olderThan && added >= options.olderThan)
  );
}

/**
 * Removes files of a cache, saved installers and bases, unfinished downloads older than a day,
 * parts of rehearsals and records of builds. Files in use by a build or a fetch are kept.
 */
export async function cachePrune(
  options: PruneOptions = {},
  dir: string = defaultCacheDir(),
): Promise<Pruned> {
  const cache = await Cache.open(dir);
  // The sweeps below pass over what cannot be removed.
  await (await cache.scratch("prune").catch((error) => {
    throw cacheError(error, dir);
  }))[Symbol.asyncDispose]();
  const wanted = new Map((await prunable(options, dir)).map((one) => [one.path, one]));
  const removed: ListedEntry[] = [];
  for (
    const [folder, names] of [["sha256", /^.*$/], ["saved", KEPT_NAME], [
      "base",
      KEPT_NAME,
    ]] as const
  ) {
    await sweep(join(dir, folder), names, async (path) => {
      const entry = wanted.get(path);
      if (!entry) return;
      await Deno.remove(path, { recursive: true });
      wanted.delete(path);
      removed.push(entry);
    });
  }
  // Beside bases: unused locks, and remains of failed builds.
  await sweep(join(dir, "base"), /^[0-9a-f]{64}\.[a-z.]+$/, (path) => Deno.remove(path));
  await sweep(join(dir, "verified"), /^[0-9a-f]{64}$/, async (path) => {
    if (!await ifThere(Deno.lstat(cache.path(basename(path))))) await Deno.remove(path);
  });
  await pruneNotes(join(dir, "built"), options.olderThan);
  const yesterday = Date.now() - 86_400_000;
  await sweep(join(dir, "partial"), PART, async (path) => {
    if (((await Deno.stat(path)).mtime?.getTime() ?? 0) < yesterday) await Deno.remove(path);
  });
  await pruneRehearsals(join(dir, "rehearsal"), options.olderThan);
  return { removed, inUse: [...wanted.values()] };
}

/** Removes records of builds that were not repeated since: the next build is not skipped. */
async function pruneNotes(folder: string, olderThan: Date | undefined): Promise<void> {
  await sweep(folder, /^(?:key|[0-9a-f]{64}\.json)(?:\.[0-9a-f-]{36})?$/, async (path) => {
    // The key is as old as the first record.
    const kept = olderThan &&
      (path.endsWith("/key") || (await Deno.stat(path)).mtime! >= olderThan);
    if (!kept) await Deno.remove(path);
  });
}

/**
 * Removes the parts of rehearsals, unless a build is making or using them. A linked folder belongs
 * to another cache and is kept.
 */
async function pruneRehearsals(folder: string, olderThan: Date | undefined): Promise<void> {
  if ((await ifThere(Deno.lstat(folder)))?.isSymlink) return;
  using lock = await ifThere(Deno.open(folder));
  if (!lock || !await tryLock(lock, "exclusive")) return;
  for (const { name } of await Array.fromAsync(Deno.readDir(folder))) {
    const path = join(folder, name);
    const made = (await ifThere(Deno.stat(path)))?.mtime ?? new Date();
    if (!olderThan || made < olderThan) await ifThere(Deno.remove(path, { recursive: true }));
  }
}
