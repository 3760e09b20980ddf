/**
 * Reads OpenBSD's fast file system, FFS1 and FFS2, little-endian. Nothing is cached.
 * @module
 */
import { damaged } from "./damaged.ts";
import { directoryEntries, type DirectoryEntry } from "./ffs_directory.ts";
import { type Inode, inodeName, inodeRuns, readInode } from "./ffs_inode.ts";
import { readSuperblock, type Superblock } from "./ffs_superblock.ts";
import { sliceSource, type Source } from "./source.ts";
import { zeros } from "../../host/zeros.ts";

/** Number of the root directory's inode. */
export const ROOT_INODE = 2;

const CHUNK = 1 << 20;

/** An open fast file system. */
export class Ffs {
  /** The bytes of the file system. */
  readonly source: Source;
  /** Its superblock. */
  readonly superblock: Superblock;

  /** Use {@linkcode openFfs}. */
  constructor(source: Source, superblock: Superblock) {
    this.source = source;
    this.superblock = superblock;
  }

  /** Reads an inode by number. */
  inode(number: number): Promise<Inode> {
    return readInode(this.source, this.superblock, number);
  }

  /**
   * Streams the content of an inode; holes are returned as zeros. Chunks are at most 1 MiB and must
   * not be changed.
   */
  async *content(inode: Inode): AsyncGenerator<Uint8Array> {
    for await (const run of inodeRuns(this.source, this.superblock, inode)) {
      if (run.at !== undefined) yield await this.source.read(run.at, run.length);
      else {
        for (let left = run.length; left > 0; left -= CHUNK) {
          yield zeros(Math.min(left, CHUNK));
        }
      }
    }
  }

  /** Streams the entries of a directory in their order on disk, without `.` and `..`. */
  async *entries(directory: Inode): AsyncGenerator<DirectoryEntry> {
    const where = inodeName(this.source, directory.number);
    if (directory.kind !== "directory") throw damaged(where, "is not a directory");
    for await (const run of inodeRuns(this.source, this.superblock, directory)) {
      if (run.at === undefined) throw damaged(where, "a directory with a hole");
      yield* directoryEntries(await this.source.read(run.at, run.length), where);
    }
  }

  /** The inode number of a name in a directory; `undefined` if it does not exist. */
  async lookup(directory: Inode, name: string): Promise<number | undefined> {
    for await (const entry of this.entries(directory)) {
      if (entry.name === name) return entry.inode;
    }
    return undefined;
  }

  /** The target of a symbolic link. */
  async readlink(inode: Inode): Promise<string> {
    const decoder = new TextDecoder();
    if (inode.size < this.superblock.maxInlineSymlink && inode.size <= inode.inline.length) {
      return decoder.decode(inode.inline.subarray(0, inode.size));
    }
    let target = "";
    for await (const chunk of this.content(inode)) {
      target += decoder.decode(chunk, { stream: true });
    }
    return target + decoder.decode();
  }
}

/**
 * Opens the fast file system at byte `offset` of `source`.
 *
 * @param size bytes of the partition; default: up to the end
 * @throws {GatewrightError} `verification` if there is none, or it is damaged
 */
export async function openFfs(
  source: Source,
  offset = 0,
  size: number = source.size - offset,
  name?: string,
): Promise<Ffs> {
  const part = sliceSource(source, offset, size, name);
  return new Ffs(part, await readSuperblock(part));
}
