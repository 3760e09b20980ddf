/**
 * Files of this host that are too large for memory: identified by their hash, read when used.
 * @module
 */
import { createHash } from "node:crypto";
import { GatewrightError } from "./error.ts";
import { type FileHash, hashFile } from "./hash_file.ts";
import { HeldFile } from "./held_file.ts";
import { readBounded } from "./read_bounded.ts";

/** A file of this host as it was when hashed. */
export interface HostFile extends FileHash {
  /** Its path. */
  path: string;
  /** Its content, if it is small. */
  bytes?: Uint8Array<ArrayBuffer>;
}

/** Files up to this many bytes are kept in memory. */
const LITTLE = 64 << 10;

/** Hashes the file at `path`. */
export async function hostFile(path: string, signal?: AbortSignal): Promise<HostFile> {
  // Opening a pipe blocks until there is a writer, and a device may have no end.
  const { isFile, size } = await Deno.stat(path);
  if (!isFile) throw new Error(`${path} is not a file`);
  if (size > LITTLE) return { path, ...await hashFile(path, signal) };
  const bytes = await readBounded(path, LITTLE);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path, size: bytes.length, sha256, bytes };
}

/**
 * The content of `file`, piece by piece. The last piece is yielded only after the whole matched the
 * hash: a reader that got all pieces got the hashed content.
 *
 * @throws {GatewrightError} if it has changed since.
 */
export async function* unchangedPieces(
  { path, size, sha256, bytes }: HostFile,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (bytes) {
    if (size > 0) yield bytes;
    return;
  }
  using file = await HeldFile.open(path);
  const hash = createHash("sha256");
  let last: Uint8Array<ArrayBuffer> | undefined;
  if (file.size === size) {
    for await (const piece of file.pieces()) {
      signal?.throwIfAborted();
      hash.update(piece);
      if (last) yield last;
      last = piece;
    }
  }
  if (file.size !== size || hash.digest("hex") !== sha256) {
    throw new GatewrightError(`${path} was changed while it was read`, {
      where: path,
      next: "leave the file alone until the command has ended, and try again",
    });
  }
  if (last) yield last;
}
