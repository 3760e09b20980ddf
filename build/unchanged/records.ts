/**
 * What finished builds were made from, and what they left: `built/NAME.json` in the cache, NAME being the hash of the
 * folder's path. Everything in a record is keyed with `built/key`, which only this user can read: from a
 * plain hash, guesses of a weak psk could be tried out.
 * @module
 */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { ownFile } from "../../host/locked.ts";
import { own } from "../../host/own.ts";
import { isOwn } from "../../host/owner.ts";
import { readTextBounded } from "../../host/read_bounded.ts";
import { writeAll } from "../../host/write_all.ts";
import { Cache, cacheError, ifThere } from "../release/cache.ts";

/** A file as it was published. */
export interface FileRecord {
  name: string;
  size: number;
  mode: number;
  inode: number;
  /** Milliseconds, of the content and of the inode: who wrote to it has changed one of them. */
  modified: number;
  changed: number;
  /** `pieces` or `sha256`: see `images/disk/image_sum.ts`. */
  sum: "pieces" | "sha256";
  /** That sum, keyed. */
  mac: string;
}

/** One finished build. */
export interface BuildRecord {
  /** The description, its secrets, Gatewright and the options, keyed. */
  inputs: string;
  /** Files of the release and who signed them, keyed. */
  release: string;
  files: FileRecord[];
}

/** No record is larger. */
const MOST_BYTES = 1 << 20;

/** Hexadecimal digits of the key. */
const KEY = /^[0-9a-f]{64}$/;

/** The records of one cache. */
export class BuildRecords {
  readonly #key: string;

  private constructor(private readonly folder: string, key: string) {
    this.#key = key;
  }

  /** Opens them, and makes the key where there is none that only this user could read. */
  static async open(cacheDir: string): Promise<BuildRecords> {
    await Cache.open(cacheDir);
    const folder = join(cacheDir, "built");
    try {
      await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, "key");
      const key = await readKey(path) ?? await makeKey(path);
      return new BuildRecords(folder, key);
    } catch (error) {
      throw cacheError(error, cacheDir);
    }
  }

  /** HMAC-SHA256 of `text` in hexadecimal. */
  keyed(text: string): string {
    return createHmac("sha256", this.#key).update(text).digest("hex");
  }

  /** What is known of the build in the folder `out`. */
  async read(out: string): Promise<BuildRecord | undefined> {
    const text = await ifThere(readTextBounded(await this.#path(out), MOST_BYTES));
    try {
      const record: unknown = JSON.parse(text ?? "");
      return Array.isArray(own(record, "files")) ? record as BuildRecord : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps `record` of the folder `out`, in the place of what was known before. */
  async write(out: string, record: BuildRecord): Promise<void> {
    await put(await this.#path(out), `${JSON.stringify(record)}\n`);
  }

  async #path(out: string): Promise<string> {
    // A link leads to the folder that a build takes the place of.
    const real = await Deno.realPath(out).catch(() => resolve(out));
    return join(this.folder, `${createHash("sha256").update(real).digest("hex")}.json`);
  }
}

async function readKey(path: string): Promise<string | undefined> {
  const info = await ifThere(Deno.lstat(path));
  if (!info?.isFile || !isOwn(info) || ((info.mode ?? 0) & 0o077) !== 0) return undefined;
  const key = await ifThere(readTextBounded(path, MOST_BYTES));
  return key !== undefined && KEY.test(key) ? key : undefined;
}

/** Where two make one at once, what one of them records is of no use to the next build, and that is all. */
async function makeKey(path: string): Promise<string> {
  const key = randomBytes(32).toString("hex");
  await put(path, key);
  return key;
}

/** Whole or not at all, and for this user alone. */
async function put(path: string, text: string): Promise<void> {
  await using part = await ownFile(`${path}.${crypto.randomUUID()}`);
  await writeAll(part.file, new TextEncoder().encode(text));
  await Deno.rename(part.path, path);
}
