/**
 * Makes a fast file system larger while nobody uses it, as growfs(8) does on a running OpenBSD:
 * the last cylinder group is filled up, new ones are made, and superblock and summary say so
 * (sys/ufs/ffs/fs.h). This works for every file system, the root one too, which growfs cannot
 * grow while it is mounted.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { view } from "./bytes.ts";
import type { Ffs } from "./ffs.ts";
import { CG, CG_MAGIC, countClusters, countFree, emptyGroup, setFree } from "./ffs_group.ts";
import { INODE_SIZE, type Superblock } from "./ffs_superblock.ts";
import { SECTOR } from "./mbr.ts";

/** Writes bytes into the file system; offsets count from its begin. */
export interface FfsWriter {
  /** Writes all of `bytes`. */
  write(at: number, bytes: Uint8Array): Promise<void>;
  /** Makes a range read as zeros. */
  zero(at: number, length: number): Promise<void>;
}

/** What became of a file system. */
export interface FfsGrowth {
  /** Bytes before. */
  from: number;
  /** Bytes afterwards: as many as the partition and the format allow. */
  to: number;
}

/** Offsets in struct fs. */
const FS = {
  sblkno: 8,
  dblkno: 20,
  size1: 36,
  dsize1: 40,
  ncg: 44,
  csaddr1: 152,
  cssize: 156,
  cgsize: 160,
  ncyl: 176,
  cpg: 180,
  total1: 192,
  clean: 209,
  sblockloc: 1000,
  total: 1008,
  size: 1080,
  dsize: 1088,
  csaddr: 1096,
  contigsumsize: 1316,
  postblformat: 1356,
  nrpos: 1360,
} as const;

const CSUM = 16;
const SUPERBLOCK_SIZE = 8192;
/** FFS1 counts sectors with 31 bits. */
const FFS1_SECTORS = 2 ** 31 - 1;

/** The numbers that decide how a file system is laid out. */
interface Shape {
  /** Fragments of the whole. */
  size: number;
  /** Cylinder groups. */
  groups: number;
  /** Fragments of the summary. */
  summary: number;
}

/**
 * Grows a file system to the size of its partition. The superblock is marked unclean while the
 * groups change, so that an interruption ends in fsck(8) and not in a silent fault.
 *
 * @param partitionSize bytes of the partition
 * @param beforeChange called when all new groups are written and nothing old was touched: now the
 * partition must become as large
 * @throws {GatewrightError} `verification`, before anything is written, if the file system is
 * unclean or made in a way this does not understand
 */
export async function growFfs(
  fs: Ffs,
  partitionSize: number,
  writer: FfsWriter,
  beforeChange: () => Promise<void> = () => Promise.resolve(),
  signal?: AbortSignal,
): Promise<FfsGrowth> {
  const sb = fs.superblock;
  const bytes = (await fs.source.read(await superblockAt(fs), SUPERBLOCK_SIZE)).slice();
  const data = view(bytes);
  const i32 = (at: number) => data.getInt32(at, true);
  const sblkno = i32(FS.sblkno);
  const dblkno = i32(FS.dblkno);
  const cgSize = i32(FS.cgsize);
  const shape = (size: number, groups: number): Shape => ({
    size,
    groups,
    summary: Math.ceil(groups * CSUM / sb.fragmentSize),
  });
  const dataSize = ({ size, groups, summary }: Shape) =>
    size - sblkno - groups * (dblkno - sblkno) - summary;
  const old = shape(sb.size, sb.groups);
  const wrong = (why: string) =>
    new GatewrightError("the file system cannot be grown", {
      kind: "verification",
      where: fs.source.name,
      why,
      next: "deploy without --grow, and use growfs(8) from bsd.rd",
    });
  if (!sb.clean) throw wrong("it is not clean");
  const clusters = i32(FS.contigsumsize);
  if (
    sb.skew.offset !== 0 || cgSize > sb.blockSize || clusters < 0 || clusters > 16 ||
    // Where the parts of a group are: superblock, group, inodes, data.
    !(sblkno >= 0 && sb.groupBlock - sblkno >= SUPERBLOCK_SIZE / sb.fragmentSize) ||
    !(sb.inodeBlock > sb.groupBlock && dblkno > sb.inodeBlock && dblkno < sb.fragmentsPerGroup) ||
    (sb.version === 1 &&
      (i32(FS.postblformat) !== 1 || i32(FS.cpg) !== 1 || i32(FS.nrpos) !== 1)) ||
    dataSize(old) !== sb.dataSize
  ) {
    throw wrong("it was not made by newfs(8) of OpenBSD");
  }
  const csaddr = sb.version === 1 ? i32(FS.csaddr1) : Number(data.getBigInt64(FS.csaddr, true));
  const summary = await readSummary(fs, csaddr, old);

  const size = possibleSize(sb, partitionSize, dblkno);
  const from = sb.size * sb.fragmentSize;
  if (size <= sb.size) {
    await beforeChange();
    return { from, to: from };
  }
  const next = shape(size, Math.ceil(size / sb.fragmentsPerGroup));
  const grown = new Uint8Array(next.summary * sb.fragmentSize);
  grown.set(summary);
  const moves = next.summary > old.summary;
  // Behind the old summary are files: a larger one goes into the first new group.
  const nextCsaddr = moves ? old.groups * sb.fragmentsPerGroup + dblkno : csaddr;

  const groupAt = (group: number) =>
    (group * sb.fragmentsPerGroup + sb.groupBlock) * sb.fragmentSize;
  const readGroup = async (group: number) => {
    const block = (await fs.source.read(groupAt(group), cgSize)).slice();
    const fields = view(block);
    const field = (at: number) => fields.getUint32(at, true);
    const blocks = Math.floor(sb.fragmentsPerGroup / sb.fragments);
    if (
      field(CG.magic) !== CG_MAGIC ||
      field(CG.freeoff) + Math.ceil(sb.fragmentsPerGroup / 8) > cgSize ||
      field(CG.ndblk) > sb.fragmentsPerGroup ||
      (clusters > 0 && (field(CG.clusteroff) + Math.ceil(blocks / 8) > cgSize ||
        field(CG.clustersumoff) + 4 * (clusters + 1) > cgSize))
    ) throw wrong(`cylinder group ${group} is damaged`);
    return block;
  };
  const note = (group: number, block: Uint8Array) => {
    countFree(block, sb.fragments);
    if (clusters > 0) countClusters(block, sb.fragments, clusters);
    grown.set(block.subarray(CG.ndir, CG.ndir + CSUM), group * CSUM);
  };

  const changed = new Map<number, Uint8Array>();
  const last = old.groups - 1;
  const lastBlock = await readGroup(last);
  const template = lastBlock.slice();
  const fill = Math.min(sb.fragmentsPerGroup, size - last * sb.fragmentsPerGroup);
  setFree(lastBlock, view(lastBlock).getUint32(CG.ndblk, true), fill);
  view(lastBlock).setUint32(CG.ndblk, fill, true);
  if (sb.version === 1) view(lastBlock).setInt16(CG.ncyl, next.groups > old.groups ? 1 : 0, true);
  changed.set(last, lastBlock);
  if (moves) {
    const home = Math.floor(csaddr / sb.fragmentsPerGroup);
    const block = changed.get(home) ?? await readGroup(home);
    const at = csaddr % sb.fragmentsPerGroup;
    setFree(block, at, at + old.summary);
    changed.set(home, block);
  }
  for (const [group, block] of changed) note(group, block);

  // New groups are out of reach until the superblock names them.
  for (let group = old.groups; group < next.groups; group++) {
    const block = emptyGroup(template, sb.version, group);
    const fields = view(block);
    const count = Math.min(sb.fragmentsPerGroup, size - group * sb.fragmentsPerGroup);
    fields.setUint32(CG.ndblk, count, true);
    fields.setUint32(CG.nifree, sb.inodesPerGroup, true);
    if (sb.version === 1) {
      fields.setInt16(CG.ncyl, group === next.groups - 1 ? 0 : 1, true);
      fields.setInt16(CG.niblk, sb.inodesPerGroup, true);
    } else {
      const perBlock = sb.blockSize / INODE_SIZE[2];
      fields.setUint32(CG.niblk2, sb.inodesPerGroup, true);
      fields.setUint32(CG.initediblk, Math.min(sb.inodesPerGroup, 2 * perBlock), true);
    }
    setFree(block, 0, sblkno);
    setFree(block, dblkno + (moves && group === old.groups ? next.summary : 0), count);
    note(group, block);
    signal?.throwIfAborted();
    await writer.write(groupAt(group), block);
    const inodes = sb.version === 1
      ? sb.inodesPerGroup
      : view(block).getUint32(CG.initediblk, true);
    await writer.zero(
      (group * sb.fragmentsPerGroup + sb.inodeBlock) * sb.fragmentSize,
      inodes * INODE_SIZE[sb.version],
    );
  }

  signal?.throwIfAborted();
  await beforeChange();
  // From here on it is a matter of moments; an interruption is not heard.
  const superblock = await superblockAt(fs);
  const unclean = bytes.slice();
  unclean[FS.clean] = 0;
  await writer.write(superblock, unclean);
  for (const [group, block] of changed) await writer.write(groupAt(group), block);
  await writer.write(nextCsaddr * sb.fragmentSize, grown);

  const shaped = { bytes: next.summary * sb.fragmentSize, dataSize: dataSize(next) };
  putShape(bytes, sb.version, { ...next, ...shaped, csaddr: nextCsaddr }, grown);
  for (let group = 0; group < next.groups; group++) {
    await writer.write((group * sb.fragmentsPerGroup + sblkno) * sb.fragmentSize, bytes);
  }
  await writer.write(superblock, bytes);
  return { from, to: size * sb.fragmentSize };
}

/** Fragments of the largest file system of this shape in a partition. */
function possibleSize(sb: Superblock, partitionSize: number, dblkno: number): number {
  const limits = [partitionSize, sb.version === 1 ? FFS1_SECTORS * SECTOR : Infinity]
    .map((bytes) => Math.floor(bytes / sb.fragmentSize));
  const inodes = Math.floor(2 ** 32 / sb.inodesPerGroup) * sb.fragmentsPerGroup;
  const size = Math.min(...limits, inodes);
  const rest = size % sb.fragmentsPerGroup;
  // A last group without room for data is none.
  return rest < dblkno + sb.fragments ? size - rest : size;
}

/** Puts the new numbers into a superblock; `summary` holds the counts of all groups. */
function putShape(
  superblock: Uint8Array,
  version: 1 | 2,
  next: Shape & { bytes: number; dataSize: number; csaddr: number },
  summary: Uint8Array,
): void {
  const data = view(superblock);
  data.setUint32(FS.ncg, next.groups, true);
  data.setInt32(FS.cssize, next.bytes, true);
  data.setBigInt64(FS.size, BigInt(next.size), true);
  data.setBigInt64(FS.dsize, BigInt(next.dataSize), true);
  data.setBigInt64(FS.csaddr, BigInt(next.csaddr), true);
  const counts = view(summary);
  for (let field = 0; field < 4; field++) {
    let sum = 0;
    for (let group = 0; group < next.groups; group++) {
      sum += counts.getInt32(group * CSUM + 4 * field, true);
    }
    data.setBigInt64(FS.total + 8 * field, BigInt(sum), true);
    if (version === 1) data.setInt32(FS.total1 + 4 * field, sum, true);
  }
  if (version === 2) return;
  data.setInt32(FS.size1, next.size, true);
  data.setInt32(FS.dsize1, next.dataSize, true);
  data.setInt32(FS.csaddr1, next.csaddr, true);
  data.setInt32(FS.ncyl, next.groups, true);
}

/** Byte offset of the superblock in use. */
async function superblockAt(fs: Ffs): Promise<number> {
  if (fs.superblock.version === 1) return 8192;
  const magic = view(await fs.source.read(65536 + 1372, 4)).getUint32(0, true);
  return magic === 0x19540119 ? 65536 : 8192;
}

/** The counts of all groups (struct csum), checked against the superblock's. */
async function readSummary(fs: Ffs, csaddr: number, shape: Shape): Promise<Uint8Array> {
  const { fragmentSize, fragments, free, size } = fs.superblock;
  const length = shape.groups * CSUM;
  const bytes = new Uint8Array(length);
  if (csaddr > 0 && csaddr + shape.summary <= size) {
    for (let at = 0; at < length; at += fragmentSize) {
      const part = Math.min(fragmentSize, length - at);
      bytes.set(await fs.source.read(csaddr * fragmentSize + at, part), at);
    }
    let sum = 0;
    for (let at = 0; at < length; at += CSUM) {
      sum += view(bytes).getInt32(at + 4, true) * fragments + view(bytes).getInt32(at + 12, true);
    }
    if (sum === free) return bytes;
  }
  throw new GatewrightError("the file system cannot be grown", {
    kind: "verification",
    where: fs.source.name,
    why: "the summary of its cylinder groups does not agree with its superblock",
    next: "build the image again",
  });
}
