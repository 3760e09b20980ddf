/**
 * Directories of a fast file system (sys/ufs/ufs/dir.h).
 * @module
 */
import { damaged } from "./damaged.ts";
import { view } from "./bytes.ts";

/** A name in a directory. */
export interface DirectoryEntry {
  /** Without slashes. */
  name: string;
  /** The inode it names. */
  inode: number;
}

/** Directories are written in chunks of this size; no entry crosses a chunk border. */
const CHUNK = 512;

const decoder = new TextDecoder();

/**
 * Yields the entries in a piece of a directory, `.` and `..` left out.
 *
 * @param bytes whole chunks of 512 bytes
 * @param where name of the directory in messages
 * @throws {GatewrightError} `verification` if an entry is malformed
 */
export function* directoryEntries(bytes: Uint8Array, where: string): Generator<DirectoryEntry> {
  if (bytes.length % CHUNK !== 0) {
    throw damaged(where, "a directory of a size that is not a multiple of 512 bytes");
  }
  const data = view(bytes);
  for (let chunk = 0; chunk < bytes.length; chunk += CHUNK) {
    for (let at = chunk; at < chunk + CHUNK;) {
      const inode = data.getUint32(at, true);
      const length = data.getUint16(at + 4, true);
      const nameLength = data.getUint8(at + 7);
      if (
        length < 12 || length % 4 !== 0 || at + length > chunk + CHUNK || nameLength + 8 > length
      ) {
        throw damaged(where, "a directory entry of impossible length", `${length} bytes`);
      }
      if (inode !== 0) {
        const raw = bytes.subarray(at + 8, at + 8 + nameLength);
        if (nameLength === 0 || raw.includes(0) || raw.includes(0x2f)) {
          throw damaged(where, "a directory entry with an impossible name");
        }
        const name = decoder.decode(raw);
        if (name !== "." && name !== "..") yield { name, inode };
      }
      at += length;
    }
  }
}
