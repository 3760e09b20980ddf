/**
 * Saved installers in the cache: `saved/ID`, mode 0600. The first line is a description, the rest
 * is the machine's state, compressed with zstd. A file in use has a shared lock; a file being
 * written has a temporary name and is renamed at the end.
 * @module
 */
import { Buffer } from "node:buffer";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress, zstdDecompressSync } from "node:zlib";
import { HeldFile } from "../../host/held_file.ts";
import { ownFile, sweep } from "../../host/locked.ts";
import { own } from "../../host/own.ts";
import { isOwn } from "../../host/owner.ts";
import { Cache, ifThere, ifWritable, readable } from "../release/cache.ts";
import { writeAll } from "../../host/write_all.ts";
import type { SavedKey } from "./saved_key.ts";

/** Mode bits that let others read: the memory is private. */
const OTHERS = 0o077;

/** Limit of the first line. */
const FIRST_LINE = 4096;

/** Size limit of a machine's state in bytes: an installer uses a small part of its memory. */
const MOST = 2 ** 30;

/** Bytes compressed or decompressed at once. */
const PIECE = 1 << 20;

/** With a checksum: QEMU would accept memory with a wrong bit. */
const CHECKED = { [constants.ZSTD_c_checksumFlag]: 1 };

/** Names of files being written. */
const PART = /^[0-9a-f]{64}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A saved installer in use. Dispose of it to unlock it. */
export interface SavedInstaller extends Disposable {
  /**
   * Its state.
   *
   * @throws {Error} if it is damaged.
   */
  state(): Promise<Uint8Array>;
  /** Removes it, because it does not work. */
  discard(): Promise<void>;
}

/** Result of a lookup. */
export type Found = { installer: SavedInstaller } | { why: "absent" | "other-qemu" };

/** Locks a saved installer for use. One that others could have read or changed counts as absent. */
export async function openSaved(cacheDir: string, key: SavedKey): Promise<Found> {
  const path = join(cacheDir, "saved", key.id);
  const file = await readable(HeldFile.open(path));
  if (!file) return { why: "absent" };
  const first = await firstLine(file).catch(() => undefined);
  const mine = isOwn(file.info) && ((file.info.mode ?? 0) & OTHERS) === 0;
  if (!mine || own(first?.data, "id") !== key.id || own(first?.data, "qemu") !== key.qemu) {
    file[Symbol.dispose]();
    return { why: mine && own(first?.data, "id") === key.id ? "other-qemu" : "absent" };
  }
  return {
    installer: {
      state: () => unpacked(file, first!.length),
      discard: () => ifWritable(ifThere(Deno.remove(path))),
      [Symbol.dispose]: () => file[Symbol.dispose](),
    },
  };
}

/** Why no installer can be saved in this cache, asked before one is booted for it. */
export async function whyNotSaved(cacheDir: string): Promise<string | undefined> {
  try {
    await using _ = await ownFile(partOf(await savedFolder(cacheDir), "0".repeat(64)));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Saves the state in `pieces`, replacing an existing one: whole or not at all. */
export async function writeSaved(
  cacheDir: string,
  key: SavedKey,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  const folder = await savedFolder(cacheDir);
  await using part = await ownFile(partOf(folder, key.id));
  await writeAll(part.file, new TextEncoder().encode(`${JSON.stringify(key)}\n`));
  let unwritten: unknown;
  await pipeline(
    Readable.from(pieces),
    createZstdCompress({ chunkSize: PIECE, params: CHECKED }),
    async function (compressed: AsyncIterable<Uint8Array>) {
      for await (const piece of compressed) {
        await writeAll(part.file, piece).catch((error) => {
          unwritten = error;
          throw error;
        });
      }
    },
    // For a writer that failed, a pipeline only reports that it was aborted.
  ).catch((error) => Promise.reject(unwritten ?? error));
  await part.file.sync();
  await Deno.rename(part.path, join(folder, key.id));
}

/** A name while it is written; see {@linkcode PART}. */
function partOf(folder: string, id: string): string {
  return join(folder, `${id}.${crypto.randomUUID()}`);
}

/** The folder, without remains of killed processes. */
async function savedFolder(cacheDir: string): Promise<string> {
  await Cache.open(cacheDir);
  const folder = join(cacheDir, "saved");
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  await sweep(folder, PART, (path) => Deno.remove(path));
  return folder;
}

async function firstLine(file: HeldFile): Promise<{ data: unknown; length: number }> {
  const bytes = new Uint8Array(FIRST_LINE);
  const n = await file.read(bytes, 0);
  const end = bytes.subarray(0, n).indexOf(10);
  if (end < 0) throw new Error("no first line");
  return { data: JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))), length: end + 1 };
}

/** Read as a whole: it is small, and damage is detected before any byte is used. */
async function unpacked(file: HeldFile, start: number): Promise<Uint8Array> {
  const compressed = await Array.fromAsync(file.pieces(start));
  return zstdDecompressSync(Buffer.concat(compressed), { maxOutputLength: MOST });
}
