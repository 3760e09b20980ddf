/**
 * Verified files of releases, kept under their SHA-256 and shared by all builds of a user.
 *
 * `sha256/HASH` holds verified files only, `partial/` what is still on its way, `release/` names the
 * SHA256.sig last verified for a release. Every name appears by rename, so builds need no lock.
 * @module
 */
import { join } from "node:path";
import { hashFile } from "../../host/hash_file.ts";
import { GatewrightError } from "../../host/error.ts";

/** A file of the cache. */
export interface CacheEntry {
  /** SHA-256 in hex: the name of the file. */
  sha256: string;
  /** Absolute path. */
  path: string;
  /** Bytes. */
  size: number;
  /** When it was verified and put here. */
  added: Date;
}

/** What {@linkcode cachePrune} spares. */
export interface PruneOptions {
  /** Hashes to keep whatever their age. */
  keep?: Iterable<string>;
  /** Remove only what was added before. Default: everything not in `keep`. */
  olderThan?: Date;
}

/** `$XDG_CACHE_HOME/gatewright`, else `~/.cache/gatewright`. */
export function defaultCacheDir(): string {
  const xdg = Deno.env.get("XDG_CACHE_HOME");
  if (xdg?.startsWith("/")) return join(xdg, "gatewright");
  const home = Deno.env.get("HOME");
  if (!home) {
    throw new GatewrightError("no folder for the cache", {
      why: "neither XDG_CACHE_HOME nor HOME is set",
      next: "set XDG_CACHE_HOME",
    });
  }
  return join(home, ".cache", "gatewright");
}

/** The result of `work`, or undefined where its file does not exist. */
async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** One user's cache of verified files. */
export class Cache {
  /** The folder of the cache. */
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  /** Opens a cache and makes its folders, mode 0700. */
  static async open(dir: string = defaultCacheDir()): Promise<Cache> {
    try {
      for (const name of ["sha256", "partial", "release"]) {
        await Deno.mkdir(join(dir, name), { recursive: true, mode: 0o700 });
      }
      await Deno.chmod(dir, 0o700);
    } catch (cause) {
      throw new GatewrightError("the cache cannot be made", {
        where: dir,
        why: cause instanceof Error ? cause.message : String(cause),
        next: "give another folder in XDG_CACHE_HOME",
        cause,
      });
    }
    return new Cache(dir);
  }

  /** The path of the file with this hash, there or not. */
  path(sha256: string): string {
    return join(this.dir, "sha256", sha256);
  }

  /** A file, hashed again now; a spoiled one is removed and counts as absent. */
  async get(sha256: string, signal?: AbortSignal): Promise<CacheEntry | undefined> {
    const path = this.path(sha256);
    const found = await ifThere(hashFile(path, signal));
    if (!found) return undefined;
    if (found.sha256 !== sha256) {
      await ifThere(Deno.remove(path));
      return undefined;
    }
    const info = await ifThere(Deno.stat(path));
    return info && { sha256, path, size: found.size, added: info.mtime ?? new Date(0) };
  }

  /**
   * A file of this process alone to download into, with what an earlier try left of it.
   * Taking it is a rename, so that two builds never write one file.
   */
  async takePart(sha256: string): Promise<string> {
    const own = join(this.dir, "partial", `${sha256}.${crypto.randomUUID()}`);
    await ifThere(Deno.rename(join(this.dir, "partial", `${sha256}.part`), own));
    return own;
  }

  /** Leaves an unfinished file for the next try to go on with. */
  async leavePart(sha256: string, part: string): Promise<void> {
    await ifThere(Deno.rename(part, join(this.dir, "partial", `${sha256}.part`)));
  }

  /** Takes in a finished file after hashing what is on the disk; false, and removed, if it is wrong. */
  async put(sha256: string, part: string, signal?: AbortSignal): Promise<boolean> {
    if ((await hashFile(part, signal)).sha256 !== sha256) {
      await Deno.remove(part);
      return false;
    }
    {
      using file = await Deno.open(part, { read: true, write: true });
      await file.sync();
    }
    await Deno.chmod(part, 0o600);
    await Deno.rename(part, this.path(sha256));
    return true;
  }

  /** Takes in verified bytes. */
  async putBytes(sha256: string, bytes: Uint8Array): Promise<void> {
    const part = join(this.dir, "partial", `${sha256}.${crypto.randomUUID()}`);
    await orNothing(part, async () => {
      await Deno.writeFile(part, bytes, { mode: 0o600 });
      await this.put(sha256, part);
    });
  }

  /** Notes which SHA256.sig was verified for a release (`7.9-amd64-KEYNUM`). */
  async setRelease(name: string, sha256: string): Promise<void> {
    const temporary = join(this.dir, "partial", `${name}.${crypto.randomUUID()}`);
    await orNothing(temporary, async () => {
      await Deno.writeTextFile(temporary, sha256, { mode: 0o600 });
      await Deno.rename(temporary, join(this.dir, "release", name));
    });
  }

  /** The hash of the SHA256.sig last verified for a release. */
  async getRelease(name: string): Promise<string | undefined> {
    const text = await ifThere(Deno.readTextFile(join(this.dir, "release", name)));
    return text !== undefined && /^[0-9a-f]{64}$/.test(text) ? text : undefined;
  }
}

/** Work that begins with a temporary file; where it fails, the file goes away. */
async function orNothing(temporary: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await ifThere(Deno.remove(temporary)).catch(() => {});
    throw error;
  }
}

/** All files of a cache, in the order of their hashes. They are not hashed again. */
export async function cacheList(dir: string = defaultCacheDir()): Promise<CacheEntry[]> {
  const cache = await Cache.open(dir);
  const out: CacheEntry[] = [];
  for await (const { name } of Deno.readDir(join(dir, "sha256"))) {
    const path = cache.path(name);
    const info = await ifThere(Deno.stat(path));
    if (info) out.push({ sha256: name, path, size: info.size, added: info.mtime ?? new Date(0) });
  }
  return out.sort((a, b) => a.sha256 < b.sha256 ? -1 : 1);
}

/**
 * Removes files of a cache, unfinished ones of more than a day and what rehearsals are made of too;
 * gives the verified files that were removed.
 */
export async function cachePrune(
  options: PruneOptions = {},
  dir: string = defaultCacheDir(),
): Promise<CacheEntry[]> {
  const keep = new Set(options.keep);
  const removed: CacheEntry[] = [];
  for (const entry of await cacheList(dir)) {
    if (keep.has(entry.sha256)) continue;
    if (options.olderThan && entry.added >= options.olderThan) continue;
    await ifThere(Deno.remove(entry.path));
    removed.push(entry);
  }
  for await (const { name } of Deno.readDir(join(dir, "partial"))) {
    const path = join(dir, "partial", name);
    const changed = (await ifThere(Deno.stat(path)))?.mtime?.getTime() ?? Date.now();
    if (changed < Date.now() - 86_400_000) await ifThere(Deno.remove(path));
  }
  const rehearsals = join(dir, "rehearsal");
  for (const { name } of await ifThere(Array.fromAsync(Deno.readDir(rehearsals))) ?? []) {
    const path = join(rehearsals, name);
    const made = (await ifThere(Deno.stat(path)))?.mtime ?? new Date();
    if (!options.olderThan || made < options.olderThan) {
      await ifThere(Deno.remove(path, { recursive: true }));
    }
  }
  return removed;
}
