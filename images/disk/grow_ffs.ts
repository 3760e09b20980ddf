/**
 * Makes a fast file system larger while nobody uses it, as growfs(8) does on a running OpenBSD:
 * the last cylinder group is filled up, new ones are made, and superblock and summary say so
 * (sys/ufs/ffs/fs.h). This works for every file system, the root one too, which growfs cannot
 * grow while it is mounted.
 * @module
 */
import { GatewrightError } from "../../spec/error.ts";
import { view } from "./bytes.ts";
import type { Ffs } from "./ffs.ts";
import { INODE_SIZE } from "./ffs_superblock.ts";
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

/** Offsets in struct cg. */
const CG = {
  magic: 4,
  cgx: 12,
  ncyl: 16,
  niblk: 18,
  ndblk: 20,
  ndir: 24,
  nbfree: 28,
  nifree: 32,
  nffree: 36,
  rotor: 40,
  frsum: 52,
  iusedoff: 92,
  freeoff: 96,
  clustersumoff: 104,
  clusteroff: 108,
  nclusterblks: 112,
  niblk2: 116,
  initediblk: 120,
} as const;

const CG_MAGIC = 0x090255;
const CSUM = 16;
const MAX_FRAGMENTS = 8;
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
    (sb.version === 1 &&
      (i32(FS.postblformat) !== 1 || i32(FS.cpg) !== 1 || i32(FS.nrpos) !== 1)) ||
    dataSize(old) !== sb.dataSize
  ) {
    throw wrong("it was not made by newfs(8) of OpenBSD");
  }
  const csaddr = sb.version === 1 ? i32(FS.csaddr1) : Number(data.getBigInt64(FS.csaddr, true));
  const summary = await readSummary(fs, csaddr, old);

  let size = Math.floor(partitionSize / sb.fragmentSize);
  if (sb.version === 1) {
    size = Math.min(size, Math.floor(FFS1_SECTORS * SECTOR / sb.fragmentSize));
  }
  size = Math.min(size, Math.floor(2 ** 32 / sb.inodesPerGroup) * sb.fragmentsPerGroup);
  const rest = size % sb.fragmentsPerGroup;
  // A last group without room for data is none.
  if (rest > 0 && rest < dblkno + sb.fragments) size -= rest;
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
  const totals = view(grown);

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
    const block = newGroup(template, sb.version, group);
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

  data.setUint32(FS.ncg, next.groups, true);
  data.setInt32(FS.cssize, next.summary * sb.fragmentSize, true);
  data.setBigInt64(FS.size, BigInt(size), true);
  data.setBigInt64(FS.dsize, BigInt(dataSize(next)), true);
  data.setBigInt64(FS.csaddr, BigInt(nextCsaddr), true);
  for (let field = 0; field < 4; field++) {
    let sum = 0;
    for (let group = 0; group < next.groups; group++) {
      sum += totals.getInt32(group * CSUM + 4 * field, true);
    }
    data.setBigInt64(FS.total + 8 * field, BigInt(sum), true);
    if (sb.version === 1) data.setInt32(FS.total1 + 4 * field, sum, true);
  }
  if (sb.version === 1) {
    data.setInt32(36, size, true);
    data.setInt32(40, dataSize(next), true);
    data.setInt32(FS.csaddr1, nextCsaddr, true);
    data.setInt32(FS.ncyl, next.groups, true);
  }
  for (let group = 0; group < next.groups; group++) {
    await writer.write((group * sb.fragmentsPerGroup + sblkno) * sb.fragmentSize, bytes);
  }
  await writer.write(superblock, bytes);
  return { from, to: size * sb.fragmentSize };
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

/** Marks the fragments from `from` up to, not with, `to` as free. */
function setFree(group: Uint8Array, from: number, to: number): void {
  const map = view(group).getUint32(CG.freeoff, true);
  for (let n = from; n < to;) {
    if (n % 8 === 0 && n + 8 <= to) {
      group[map + n / 8] = 0xff;
      n += 8;
    } else {
      group[map + (n >> 3)]! |= 1 << (n & 7);
      n++;
    }
  }
}

/** Counts the free blocks, the free fragments and their runs of a group anew. */
function countFree(group: Uint8Array, fragments: number): void {
  const data = view(group);
  const map = data.getUint32(CG.freeoff, true);
  const count = data.getUint32(CG.ndblk, true);
  const runs = new Array<number>(MAX_FRAGMENTS).fill(0);
  let blocks = 0;
  let loose = 0;
  const isFree = (n: number) => n < count && (group[map + (n >> 3)]! >> (n & 7) & 1) === 1;
  for (let first = 0; first < count; first += fragments) {
    let free = 0;
    let run = 0;
    const lengths: number[] = [];
    for (let n = first; n < first + fragments; n++) {
      if (isFree(n)) {
        free++;
        run++;
        continue;
      }
      if (run > 0) lengths.push(run);
      run = 0;
    }
    if (free === fragments) blocks++;
    else {
      if (run > 0) lengths.push(run);
      loose += free;
      for (const length of lengths) runs[length]!++;
    }
  }
  data.setInt32(CG.nbfree, blocks, true);
  data.setInt32(CG.nffree, loose, true);
  runs.forEach((number, length) => data.setUint32(CG.frsum + 4 * length, number, true));
}

/** Marks the free blocks in a second map and counts their runs, which the newfs of old kept too. */
function countClusters(group: Uint8Array, fragments: number, longest: number): void {
  const data = view(group);
  const free = data.getUint32(CG.freeoff, true);
  const map = data.getUint32(CG.clusteroff, true);
  const count = Math.floor(data.getUint32(CG.ndblk, true) / fragments);
  const runs = new Array<number>(longest + 1).fill(0);
  let run = 0;
  for (let block = 0; block <= count; block++) {
    let whole = block < count;
    for (let n = block * fragments; whole && n < (block + 1) * fragments; n++) {
      whole = (group[free + (n >> 3)]! >> (n & 7) & 1) === 1;
    }
    if (whole) {
      group[map + (block >> 3)]! |= 1 << (block & 7);
      run++;
      continue;
    }
    if (block < count) group[map + (block >> 3)]! &= ~(1 << (block & 7));
    if (run > 0) runs[Math.min(run, longest)]!++;
    run = 0;
  }
  data.setUint32(CG.nclusterblks, count, true);
  const sums = data.getUint32(CG.clustersumoff, true);
  // Runs of no length are not counted: their place belongs to the map before.
  runs.forEach((number, length) => length > 0 && data.setUint32(sums + 4 * length, number, true));
}

/** An empty group with the offsets of another one. */
function newGroup(template: Uint8Array, version: 1 | 2, group: number): Uint8Array {
  const block = new Uint8Array(template.length);
  // The offsets of the tables, and the times at 8 (FFS1) and 136 (FFS2).
  block.set(template.subarray(84, 112), 84);
  if (version === 1) block.set(template.subarray(8, 12), 8);
  else block.set(template.subarray(136, 144), 136);
  const data = view(block);
  data.setUint32(CG.magic, CG_MAGIC, true);
  data.setUint32(CG.cgx, group, true);
  return block;
}
