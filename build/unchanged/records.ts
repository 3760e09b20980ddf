/**
 * Records of finished builds, with their inputs and outputs: `built/NAME.json` in the cache, where
 * NAME is the hash of the folder's path. Hashes in a record are HMACs with `built/key`, which only
 * this user can read: a plain hash would allow guessing a weak psk.
 * @module
 */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { cannotWrite } from "../../host/cannot_write.ts";
import { ownFile } from "../../host/locked.ts";
import { own } from "../../host/own.ts";
import { isOwn } from "../../host/owner.ts";
import { readTextBounded } from "../../host/read_bounded.ts";
import { writeAll } from "../../host/write_all.ts";
import { Cache, cacheError, ifWritable, readable } from "../release/cache.ts";

/** A published file. */
export interface FileRecord {
  name: string;
  size: number;
  mode: number;
  inode: number;
  /**
   * Times in milliseconds, of the content (mtime) and of the inode (ctime): a write changes at
   * least one.
   */
  modified: number;
  changed: number;
  /** `pieces` or `sha256`: see `images/disk/image_sum.ts`. */
  sum: "pieces" | "sha256";
  /** HMAC of that sum. */
  mac: string;
}

/** Record of one finished build. */
export interface BuildRecord {
  /** HMAC of the description, its secrets, Gatewright and the options. */
  inputs: string;
  /** HMAC of the files of the release and its key. */
  release: string;
  files: FileRecord[];
}

/** Size limit of a record in bytes. */
const MOST_BYTES = 1 << 20;

/** Length of the key, in hexadecimal digits. */
const KEY = /^[0-9a-f]{64}$/;

/** The records in one cache. */
export class BuildRecords {
  readonly #key: string;

  private constructor(private readonly folder: string, key: string) {
    this.#key = key;
  }

  /**
   * Opens them, and makes the key if there is none that is private to this user. Where the cache can
   * only be read, none are added.
   */
  static async open(cacheDir: string): Promise<BuildRecords> {
    await Cache.open(cacheDir);
    const folder = join(cacheDir, "built");
    try {
      await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, "key");
      const key = await readKey(path) ?? await makeKey(path);
      return new BuildRecords(folder, key);
    } catch (error) {
      if (cannotWrite(error)) return new BuildRecords(folder, newKey());
      throw cacheError(error, cacheDir);
    }
  }

  /** HMAC-SHA256 of `text` in hexadecimal. */
  keyed(text: string): string {
    return createHmac("sha256", this.#key).update(text).digest("hex");
  }

  /** The record of the build in the folder `out`. */
  async read(out: string): Promise<BuildRecord | undefined> {
    const text = await readable(readTextBounded(await this.#path(out), MOST_BYTES));
    try {
      const record: unknown = JSON.parse(text ?? "");
      return Array.isArray(own(record, "files")) ? record as BuildRecord : undefined;
    } catch {
      return undefined;
    }
  }

  /** Saves `record` for the folder `out`, replacing an existing one. */
  async write(out: string, record: BuildRecord): Promise<void> {
    await ifWritable(put(await this.#path(out), `${JSON.stringify(record)}\n`));
  }

  async #path(out: string): Promise<string> {
    // A symbolic link leads to the folder that a build replaces.
    const real = await Deno.realPath(out).catch(() => resolve(out));
    return join(this.folder, `${createHash("sha256").update(real).digest("hex")}.json`);
  }
}

async function readKey(path: string): Promise<string | undefined> {
  const info = await readable(Deno.lstat(path));
  if (!info?.isFile || !isOwn(info) || ((info.mode ?? 0) & 0o077) !== 0) return undefined;
  const key = await readable(readTextBounded(path, MOST_BYTES));
  return key !== undefined && KEY.test(key) ? key : undefined;
}

/**
 * If two processes make a key at once, the records of one are useless to the next build, which is
 * harmless.
 */
async function makeKey(path: string): Promise<string> {
  const key = newKey();
  await put(path, key);
  return key;
}

const newKey = () => randomBytes(32).toString("hex");

/** Atomically, with mode 0600. */
async function put(path: string, text: string): Promise<void> {
  await using part = await ownFile(`${path}.${crypto.randomUUID()}`);
  await writeAll(part.file, new TextEncoder().encode(text));
  await Deno.rename(part.path, path);
}
