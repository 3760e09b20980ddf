/**
 * Verified files of releases, kept under their SHA-256 and shared by all builds of a user.
 *
 * `sha256/HASH` contains verified files only, `partial/` unfinished downloads, `release/` the hash
 * of the SHA256.sig last verified for a release, `verified/HASH` the status of a file when it was
 * last hashed. Files get their names by rename. A file in use has a shared lock; one in `partial/`
 * is locked by the process that writes it, so that files of killed processes are recognised.
 *
 * A cache that can only be read, because it is mounted so or root's, serves what it has.
 * @module
 */
import { join } from "node:path";
import { cannotWrite } from "../../host/cannot_write.ts";
import { detailsOf, type ErrorCode, GatewrightError } from "../../host/error.ts";
import { HeldFile } from "../../host/held_file.ts";
import { hostError } from "../../host/host_error.ts";
import { type OwnFile, ownFile, sweep } from "../../host/locked.ts";
import { isOwn, refuseForeignOwner } from "../../host/owner.ts";
import { readTextBounded } from "../../host/read_bounded.ts";

/** A file in the cache. */
export interface CacheEntry {
  /** SHA-256 in hexadecimal, which is the name of the file. */
  sha256: string;
  /** Absolute path. */
  path: string;
  /** Bytes. */
  size: number;
  /** When it was verified and added. */
  added: Date;
}

/** Default folder: `$XDG_CACHE_HOME/gatewright`, else `~/.cache/gatewright`. */
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

/** The result of `work`, or undefined if its file does not exist. */
export async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Advice: use another folder for the cache. */
const OTHER_CACHE = "give another folder in XDG_CACHE_HOME";

/** As {@linkcode ifThere}, and undefined also for a file that this user may not read. */
export async function readable<T>(work: Promise<T>): Promise<T | undefined> {
  return await ifThere(work).catch((error) => {
    if (error instanceof Deno.errors.PermissionDenied) return undefined;
    throw error;
  });
}

/** Does without the result of `work` where it cannot be written. */
export async function ifWritable(work: Promise<unknown>): Promise<void> {
  await work.catch((error) => {
    if (!cannotWrite(error)) throw error;
  });
}

/**
 * `error`, or a GatewrightError if a file or folder of the cache in `dir` could not be written.
 *
 * @param lacking what is not in it, and `code` of its error where it can only be read
 */
export function cacheError(
  error: unknown,
  dir: string,
  { lacking, code }: { lacking?: string; code?: ErrorCode } = {},
): unknown {
  if (cannotWrite(error)) {
    const { message } = error as Error;
    return new GatewrightError("the cache cannot be written", {
      ...(code ? { code } : {}),
      where: dir,
      why: lacking === undefined ? message : `${lacking} is not in it: ${message}`,
      next: OTHER_CACHE,
      cause: error,
    });
  }
  const next = `make room in the cache, or ${OTHER_CACHE}`;
  if (error instanceof GatewrightError && error.code === "output-folder") {
    // Paths below it belong to the cache: there is no flag for another folder.
    const { code: _, next: said = "", ...details } = detailsOf(error);
    const [, ...more] = said.split("\n");
    const message = error.message.replace("the output folder", "the cache");
    return new GatewrightError(message, {
      ...details,
      next: [next, ...more].join("\n"),
      cause: error,
    });
  }
  return hostError(error, "the cache cannot be written", dir, next);
}

/** Size limit of a note in `verified/`, in bytes. */
const MOST_STATE = 200;

/**
 * Minimum age in milliseconds of a file relative to its note: Deno reports the ctime of an inode in
 * seconds.
 */
const SETTLED = 2000;

/** Properties that change when a file is written to: resetting the mtime changes the ctime. */
function stateOf({ size, ino, mtime, ctime }: Deno.FileInfo): string {
  return [size, ino, mtime?.getTime(), ctime?.getTime()].join(" ");
}

/** Creates a folder of a cache, and closes it to other users. */
async function openFolder(folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const info = await Deno.stat(folder);
  if (info.uid !== Deno.uid() && isOwn(info)) return await refuseUnreadable(folder);
  refuseForeignOwner(info, "the cache", folder, OTHER_CACHE);
  if ((info.mode! & 0o777) === 0o700) return;
  await Deno.chmod(folder, 0o700).catch((error) => {
    if (!isOwn(info) || !cannotWrite(error)) throw error;
  });
}

/** Root's cache can only be read, if at all. */
async function refuseUnreadable(folder: string): Promise<void> {
  try {
    await Array.fromAsync(Deno.readDir(folder));
  } catch (cause) {
    throw new GatewrightError("the cache cannot be read", {
      where: folder,
      why: cause instanceof Error ? cause.message : String(cause),
      next: OTHER_CACHE,
      cause,
    });
  }
}

/** Names in `partial/` of a running download: the hash, and a UUID. */
const OWN = /^(.+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A user's cache of verified files. */
export class Cache {
  private constructor(
    /** The folder of the cache. */
    readonly dir: string,
    /** Why nothing can be added: a folder is absent, and cannot be made. */
    private readonly closed: unknown,
  ) {}

  /**
   * Opens a cache, creates its folders with mode 0700, and makes partial downloads of killed
   * processes available again.
   *
   * @throws {GatewrightError} if it cannot be created, or a user other than root could change it.
   */
  static async open(dir: string = defaultCacheDir()): Promise<Cache> {
    let closed: unknown;
    try {
      await openFolder(dir);
      for (const name of ["sha256", "partial", "release", "verified"]) {
        await openFolder(join(dir, name)).catch((error) => {
          if (!cannotWrite(error)) throw error;
          closed = error;
        });
      }
    } catch (cause) {
      if (cause instanceof GatewrightError) throw cause;
      throw new GatewrightError("the cache cannot be made", {
        where: dir,
        why: cause instanceof Error ? cause.message : String(cause),
        next: OTHER_CACHE,
        cause,
      });
    }
    await sweep(join(dir, "partial"), OWN, async (path, [, base]) => {
      const left = join(dir, "partial", `${base}.part`);
      const wanted = /^[0-9a-f]{64}$/.test(base!) && !await ifThere(Deno.lstat(left));
      await (wanted ? Deno.rename(path, left) : Deno.remove(path));
    });
    return new Cache(dir, closed);
  }

  /** The path for the file with this hash, existing or not. */
  path(sha256: string): string {
    return join(this.dir, "sha256", sha256);
  }

  /**
   * A file, hashed again. A damaged one is removed and counts as absent; so does one that another
   * user could change.
   *
   * @param unchanged do not hash a file again if its size, times and inode are the same as when it
   * was last hashed
   */
  async get(
    sha256: string,
    { signal, unchanged = false }: {
      signal?: AbortSignal | undefined;
      unchanged?: boolean | undefined;
    } = {},
  ): Promise<HeldFile | undefined> {
    const path = this.path(sha256);
    const file = await readable(HeldFile.open(path));
    if (!file) return undefined;
    try {
      const state = stateOf(file.info);
      const known = unchanged && await this.#hashedState(sha256) === state;
      if (isOwn(file.info) && (known || await file.sha256(signal) === sha256)) {
        if (!known && Date.now() - (file.info.ctime?.getTime() ?? 0) > SETTLED) {
          await ifWritable(this.#noteState(sha256, state));
        }
        return file;
      }
    } catch (error) {
      file[Symbol.dispose]();
      throw error;
    }
    file[Symbol.dispose]();
    await ifWritable(ifThere(Deno.remove(path)));
    return undefined;
  }

  /**
   * A private file to download into, with the partial content of an earlier attempt. It is claimed
   * by rename, so that two builds never write to one file.
   */
  async takePart(sha256: string): Promise<OwnFile> {
    const own = this.#ownPath(sha256);
    if (this.closed) throw this.closed;
    await ifThere(Deno.rename(join(this.dir, "partial", `${sha256}.part`), own));
    return await ownFile(own);
  }

  /** Keeps an unfinished file for the next attempt. */
  async leavePart(sha256: string, { path }: OwnFile): Promise<void> {
    await ifThere(Deno.rename(path, join(this.dir, "partial", `${sha256}.part`)));
  }

  /** A private temporary file that is not kept. */
  async scratch(name: string): Promise<OwnFile> {
    if (this.closed) throw this.closed;
    return await ownFile(this.#ownPath(name));
  }

  /**
   * Adds a finished file after hashing it from the disk; if the hash is wrong, removes it and
   * returns undefined.
   */
  async put(sha256: string, part: OwnFile, signal?: AbortSignal): Promise<HeldFile | undefined> {
    await part.file.sync();
    // The lock for writing becomes a lock for use.
    await part.file.lock(false).catch(() => {});
    const file = await HeldFile.open(part.path);
    try {
      if (await file.sha256(signal) === sha256) {
        await Deno.rename(part.path, this.path(sha256));
        return file;
      }
    } catch (error) {
      file[Symbol.dispose]();
      throw error;
    }
    file[Symbol.dispose]();
    await Deno.remove(part.path);
    return undefined;
  }

  /** Adds verified bytes. */
  async putBytes(sha256: string, bytes: Uint8Array): Promise<HeldFile> {
    await using part = await this.scratch(sha256);
    await Deno.writeFile(part.path, bytes);
    return (await this.put(sha256, part))!;
  }

  /** Records the SHA256.sig that was verified for a release (`7.9-amd64-KEYNUM`). */
  async setRelease(name: string, sha256: string): Promise<void> {
    await using note = await this.scratch(name);
    await Deno.writeTextFile(note.path, sha256);
    await Deno.rename(note.path, join(this.dir, "release", name));
  }

  /** The hash of the SHA256.sig that was last verified for a release. */
  async getRelease(name: string): Promise<string | undefined> {
    const text = await readable(Deno.readTextFile(join(this.dir, "release", name)));
    return text !== undefined && /^[0-9a-f]{64}$/.test(text) ? text : undefined;
  }

  async #hashedState(sha256: string): Promise<string | undefined> {
    return await readable(readTextBounded(join(this.dir, "verified", sha256), MOST_STATE));
  }

  async #noteState(sha256: string, state: string): Promise<void> {
    await using note = await this.scratch(`verified-${sha256}`);
    await Deno.writeTextFile(note.path, state);
    await Deno.rename(note.path, join(this.dir, "verified", sha256));
  }

  #ownPath(name: string): string {
    return join(this.dir, "partial", `${name}.${crypto.randomUUID()}`);
  }
}
