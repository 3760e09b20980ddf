/**
 * The superblock of a fast file system (sys/ufs/ffs/fs.h), checked before use.
 * @module
 */
import { ascii, uint64, view } from "./bytes.ts";
import { damaged } from "./damaged.ts";
import type { Source } from "./source.ts";

/** The parameters of a fast file system. Addresses count fragments. */
export interface Superblock {
  /** FFS1 has 32-bit, FFS2 64-bit block numbers. */
  version: 1 | 2;
  /** Byte offset of the superblock itself. */
  at: number;
  /** Bytes per block. */
  blockSize: number;
  /** Bytes per fragment. */
  fragmentSize: number;
  /** Fragments per block. */
  fragments: number;
  /** Shift from fragments to sectors. */
  fsbtodb: number;
  /** Cylinder groups. */
  groups: number;
  /** Inodes per cylinder group. */
  inodesPerGroup: number;
  /** Fragments per cylinder group. */
  fragmentsPerGroup: number;
  /** Offset of the cylinder group block in its group. */
  groupBlock: number;
  /** Offset of the inodes in a group. */
  inodeBlock: number;
  /** Skew of FFS1 groups: offset and mask. */
  skew: { offset: number; mask: number };
  /** Fragments of the whole file system. */
  size: number;
  /** Fragments for data. */
  dataSize: number;
  /** Number of free fragments. */
  free: number;
  /** It was unmounted cleanly. */
  clean: boolean;
  /** Last mount point. */
  lastMount: string;
  /** Symbolic links up to this length are kept in the inode. */
  maxInlineSymlink: number;
}

/** Size of an inode in bytes, by version. */
export const INODE_SIZE = { 1: 128, 2: 256 } as const;

const MAGIC = { 0x011954: 1, 0x19540119: 2 } as const;

/** Magic number at the end of a superblock, by version. */
export const SUPERBLOCK_MAGIC = { 1: 0x011954, 2: 0x19540119 } as const;

function isPowerOfTwo(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0;
}

/** Free fragments, including those of free blocks. */
function freeFragments(data: DataView, version: 1 | 2, fragments: number): number {
  return version === 2
    ? uint64(data, 1016) * fragments + uint64(data, 1032)
    : data.getInt32(196, true) * fragments + data.getInt32(204, true);
}

/**
 * Reads the superblock of the file system that begins where `source` begins.
 *
 * @throws {GatewrightError} `verification` if there is none or its numbers contradict each other
 */
export async function readSuperblock(source: Source): Promise<Superblock> {
  const wrong = (message: string, why?: string) =>
    damaged(source.name, `the file system's superblock ${message}`, why);
  for (const at of [65536, 8192]) {
    if (at + 1376 > source.size) continue;
    const bytes = await source.read(at, 1376);
    const data = view(bytes);
    const version = MAGIC[data.getUint32(1372, true) as keyof typeof MAGIC];
    // With blocks of 64 KiB a spare FFS1 superblock can be at the offset of the FFS2 superblock.
    // makefs(8) writes the FFS2 superblock at the offset of FFS1; its own offset is in it.
    if (version === undefined || (version === 1 && at !== 8192)) continue;
    if (version === 2 && uint64(data, 1000) !== at) continue;
    const i32 = (offset: number) => data.getInt32(offset, true);
    const fragments = i32(56);
    const sb: Superblock = {
      version,
      at,
      blockSize: i32(48),
      fragmentSize: i32(52),
      fragments,
      fsbtodb: i32(100),
      groups: data.getUint32(44, true),
      inodesPerGroup: data.getUint32(184, true),
      fragmentsPerGroup: i32(188),
      groupBlock: i32(12),
      inodeBlock: i32(16),
      skew: version === 1 ? { offset: i32(24), mask: i32(28) } : { offset: 0, mask: -1 },
      size: version === 2 ? uint64(data, 1080) : i32(36),
      dataSize: version === 2 ? uint64(data, 1088) : i32(40),
      free: freeFragments(data, version, fragments),
      clean: data.getUint8(209) === 1,
      lastMount: ascii(bytes.subarray(212, 212 + 468)),
      maxInlineSymlink: version === 2 ? 120 : 60,
    };
    const { blockSize, fragmentSize } = sb;
    if (!isPowerOfTwo(blockSize) || blockSize < 4096 || blockSize > 65536) {
      throw wrong("has an impossible block size", `${blockSize} bytes`);
    }
    if (
      !isPowerOfTwo(fragmentSize) || fragmentSize < 512 || fragmentSize > blockSize ||
      sb.fragments !== blockSize / fragmentSize || sb.fragments > 8
    ) {
      throw wrong("has an impossible fragment size", `${fragmentSize} of ${blockSize} bytes`);
    }
    if (!(sb.size > 0) || !(sb.size * fragmentSize <= source.size)) {
      throw wrong(
        "claims more than the partition holds",
        `${sb.size} fragments of ${fragmentSize} bytes; the partition has ${source.size} bytes`,
      );
    }
    const inodesPerBlock = blockSize / INODE_SIZE[version];
    if (
      sb.groups < 1 || sb.fragmentsPerGroup < sb.fragments ||
      (sb.groups - 1) * sb.fragmentsPerGroup >= sb.size ||
      sb.inodesPerGroup < 1 || sb.inodesPerGroup % inodesPerBlock !== 0 ||
      sb.groups * sb.inodesPerGroup > 2 ** 32 ||
      sb.groupBlock < 0 || sb.inodeBlock <= 0 ||
      sb.inodeBlock + sb.inodesPerGroup / inodesPerBlock * sb.fragments > sb.fragmentsPerGroup
    ) {
      throw wrong("has impossible cylinder groups", `${sb.groups} groups`);
    }
    if (!(sb.free >= 0 && sb.free <= sb.size && sb.dataSize >= 0 && sb.dataSize <= sb.size)) {
      throw wrong("has impossible totals", `${sb.free} of ${sb.size} fragments free`);
    }
    return sb;
  }
  throw damaged(source.name, "holds no fast file system");
}
