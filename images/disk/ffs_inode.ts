/**
 * Inodes of a fast file system (sys/ufs/ufs/dinode.h) and the blocks they point to.
 * @module
 */
import { uint64, view } from "./bytes.ts";
import { damaged } from "./damaged.ts";
import { INODE_SIZE, type Superblock } from "./ffs_superblock.ts";
import type { Source } from "./source.ts";

/** Types of files. */
export type FileKind =
  | "file"
  | "directory"
  | "symlink"
  | "character device"
  | "block device"
  | "fifo"
  | "socket";

const KINDS: Record<number, FileKind> = {
  0o010000: "fifo",
  0o020000: "character device",
  0o040000: "directory",
  0o060000: "block device",
  0o100000: "file",
  0o120000: "symlink",
  0o140000: "socket",
};

/** An inode: all metadata of a file except its names. */
export interface Inode {
  /** Inode number; 2 is the root directory. */
  number: number;
  /** File type. */
  kind: FileKind;
  /** Permission bits with setuid, setgid and sticky: 0 to 0o7777. */
  mode: number;
  /** Number of links. */
  links: number;
  /** Owner (uid). */
  uid: number;
  /** Group (gid). */
  gid: number;
  /** Size in bytes. */
  size: number;
  /** Modification time, seconds since 1970. */
  mtime: number;
  /** Flags of chflags(1). */
  flags: number;
  /** Numbers of a device. */
  device?: { major: number; minor: number };
  /** Direct block pointers, then the three indirect ones; addresses count fragments. */
  pointers: number[];
  /** Raw bytes of the pointers, which hold the target of a short symbolic link. */
  inline: Uint8Array;
}

/** Number of direct pointers in an inode. */
const DIRECT = 12;
const INDIRECT = 3;

/** A hole, or a contiguous range on the disk. */
export interface Run {
  /** Byte offset in the file system; `undefined` for a hole. */
  at: number | undefined;
  /** Length in bytes. */
  length: number;
}

/** Byte offset of inode `number` in its file system. */
export function inodeOffset(sb: Superblock, number: number): number {
  const group = Math.floor(number / sb.inodesPerGroup);
  const inodesPerBlock = sb.blockSize / INODE_SIZE[sb.version];
  const index = number % sb.inodesPerGroup;
  const start = sb.fragmentsPerGroup * group + sb.skew.offset * (group & ~sb.skew.mask);
  const block = start + sb.inodeBlock + Math.floor(index / inodesPerBlock) * sb.fragments;
  return block * sb.fragmentSize + index % inodesPerBlock * INODE_SIZE[sb.version];
}

/** Name of an inode of `source` in messages. */
export function inodeName(source: Source, number: number): string {
  return `${source.name}: inode ${number}`;
}

/**
 * Reads an inode.
 *
 * @throws {GatewrightError} `verification` if the number, the type or the size is impossible
 */
export async function readInode(source: Source, sb: Superblock, number: number): Promise<Inode> {
  if (!(number >= 2 && number < sb.groups * sb.inodesPerGroup)) {
    throw damaged(inodeName(source, number), "there is no such inode");
  }
  const bytes = await source.read(inodeOffset(sb, number), INODE_SIZE[sb.version]);
  const data = view(bytes);
  const old = sb.version === 1;
  const mode = data.getUint16(0, true);
  const kind = KINDS[mode & 0o170000];
  if (!kind) {
    throw damaged(
      inodeName(source, number),
      mode === 0 ? "is free, but a name points to it" : "is of an unknown kind",
      `mode ${mode.toString(8)}`,
    );
  }
  const pointers: number[] = [];
  for (let i = 0; i < DIRECT + INDIRECT; i++) {
    pointers.push(old ? data.getUint32(40 + 4 * i, true) : uint64(data, 112 + 8 * i));
  }
  const size = uint64(data, old ? 8 : 16);
  const inode: Inode = {
    number,
    kind,
    mode: mode & 0o7777,
    links: data.getUint16(2, true),
    uid: data.getUint32(old ? 112 : 4, true),
    gid: data.getUint32(old ? 116 : 8, true),
    size,
    mtime: old ? data.getInt32(24, true) : Number(data.getBigInt64(40, true)),
    flags: data.getUint32(old ? 100 : 88, true),
    pointers,
    // A copy: a view would keep the whole cached block alive.
    inline: old ? bytes.slice(40, 100) : bytes.slice(112, 232),
  };
  if (kind === "character device" || kind === "block device") {
    const dev = data.getUint32(old ? 40 : 112, true);
    inode.device = { major: dev >>> 8 & 0xff, minor: dev & 0xff | (dev & 0xffff0000) >>> 8 };
  }
  checkSize(source, sb, inode);
  return inode;
}

/** A file may be sparse, but one larger than its file system by more than this is damaged. */
const MAX_SPARSE = 8 * 2 ** 30;

function checkSize(source: Source, sb: Superblock, inode: Inode): void {
  const space = sb.size * sb.fragmentSize;
  const most = inode.kind === "file"
    ? Math.max(space, MAX_SPARSE)
    : inode.kind === "directory"
    ? Math.min(space, 64 << 20)
    : inode.kind === "symlink"
    ? 1024
    : Infinity;
  if (inode.size > most) {
    throw damaged(
      inodeName(source, inode.number),
      `a ${inode.kind} of implausible size`,
      `${inode.size} bytes; the file system has ${space}`,
    );
  }
}

/** The pointers in an indirect block. */
async function readPointers(source: Source, sb: Superblock, address: number): Promise<DataView> {
  return view(await source.read(address * sb.fragmentSize, sb.blockSize));
}

/**
 * Yields the ranges of an inode's content, in order, one block or hole at a time. A hole under an
 * indirect pointer is one range.
 */
async function* blocks(source: Source, sb: Superblock, inode: Inode): AsyncGenerator<Run> {
  const perBlock = sb.blockSize / (sb.version === 1 ? 4 : 8);
  let left = inode.size;
  const check = (address: number, bytes: number): number => {
    const count = Math.ceil(bytes / sb.fragmentSize);
    if (!(address > 0 && address + count <= sb.size)) {
      throw damaged(
        inodeName(source, inode.number),
        "points to a block outside of the file system",
        `block ${address} of ${sb.size}`,
      );
    }
    return address * sb.fragmentSize;
  };
  async function* below(address: number, level: number): AsyncGenerator<Run> {
    const span = sb.blockSize * perBlock ** level;
    if (address === 0 || level === 0) {
      const length = Math.min(left, span);
      left -= length;
      yield { at: address === 0 ? undefined : check(address, length), length };
      return;
    }
    check(address, sb.blockSize);
    const table = await readPointers(source, sb, address);
    for (let i = 0; i < perBlock && left > 0; i++) {
      const next = sb.version === 1 ? table.getUint32(4 * i, true) : uint64(table, 8 * i);
      if (level > 1) yield* below(next, level - 1);
      else {
        // Inlined for speed: this is the common case of large files.
        const length = Math.min(left, sb.blockSize);
        left -= length;
        yield { at: next === 0 ? undefined : check(next, length), length };
      }
    }
  }
  for (let i = 0; i < DIRECT + INDIRECT && left > 0; i++) {
    yield* below(inode.pointers[i] ?? 0, i < DIRECT ? 0 : i - DIRECT + 1);
  }
  if (left > 0) {
    throw damaged(inodeName(source, inode.number), "is larger than its blocks can reach");
  }
}

/** Ranges are merged up to this many bytes, the size of a read. */
const MAX_RUN = 1 << 20;

/**
 * Yields the ranges of an inode's content, with adjacent blocks merged (up to 1 MiB each; holes are
 * not split).
 */
export async function* inodeRuns(
  source: Source,
  sb: Superblock,
  inode: Inode,
): AsyncGenerator<Run> {
  let run: Run | undefined;
  for await (const next of blocks(source, sb, inode)) {
    const joins = run &&
      (run.at === undefined ? next.at === undefined : run.at + run.length === next.at) &&
      (run.at === undefined || run.length + next.length <= MAX_RUN);
    if (run && joins) run.length += next.length;
    else {
      if (run) yield run;
      run = { ...next };
    }
  }
  if (run) yield run;
}
