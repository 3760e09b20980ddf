/**
 * Errors of writing to a file system of the host, above all of a full one.
 * @module
 */
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { GatewrightError } from "./error.ts";
import { hostError } from "./host_error.ts";
import { shownWord } from "./shell_word.ts";

/** What was written, and where. */
export interface Writing {
  /** Such as `the target cannot be written`. */
  message: string;
  /** The file or folder; it need not exist. */
  where: string;
  /** The other way out of a full file system, such as `name another target`. */
  instead: string;
  /** What to type where it is not full. */
  next: string;
  /** Bytes that the whole takes at most, if known. */
  most?: number;
}

/** Whether a file system of the host had no room, or the user no more of his quota. */
function isFull(error: unknown): boolean {
  return error instanceof Error && !(error instanceof GatewrightError) &&
    /no space left|quota exceeded|\(os error (28|122)\)/i.test(error.message);
}

/**
 * `error`, or a GatewrightError if it comes from a file system of the host. Of a full one it says
 * how much is needed and how much is free. Call it when what was half written is removed.
 */
export async function writeFault(error: unknown, writing: Writing): Promise<unknown> {
  const { message, where, instead, next, most } = writing;
  if (!isFull(error)) return hostError(error, message, where, next);
  const folder = await existing(where);
  const free = await freeBytes(folder);
  const facts = [
    ...(most === undefined ? [] : [`it takes up to ${most} bytes`]),
    ...(free === undefined ? [] : [`${free} bytes are free`]),
  ];
  return new GatewrightError(`${message}: no space left`, {
    where,
    why: facts.join(", ") || (error as Error).message,
    next: `make room (df -h ${shownWord(folder)}), or ${instead}`,
    cause: error,
  });
}

/** The nearest existing folder of `path`. */
async function existing(path: string): Promise<string> {
  for (let at = path;; at = dirname(at)) {
    const info = await Deno.stat(at).catch(() => undefined);
    if (info?.isDirectory || dirname(at) === at) return at;
  }
}

/** Bytes of a file system that this user may still write. */
async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
