/**
 * Grows an unmounted fast file system, as growfs(8) does on a running OpenBSD: the last cylinder
 * group is filled up, new ones are added, and superblock and summary are updated
 * (sys/ufs/ffs/fs.h). Unlike growfs, which cannot grow a mounted file system, this works for the
 * root file system too.
 * @module
 */
import { view } from "./bytes.ts";
import type { Ffs } from "./ffs.ts";
import { CG, countClusters, countFree, emptyGroup, setFree } from "./ffs_group.ts";
import { INODE_SIZE, type Superblock } from "./ffs_superblock.ts";
import { cannotGrow, CSUM, FS, GrowLayout, type Shape } from "./grow_layout.ts";
import { SECTOR } from "./mbr.ts";
import type { Sink } from "./sink.ts";

/** Result of growing a file system. */
export interface FfsGrowth {
  /** Bytes before. */
  from: number;
  /** Bytes afterwards: as many as the partition and the format allow. */
  to: number;
}

/** FFS1 counts sectors with 31 bits. */
const FFS1_SECTORS = 2 ** 31 - 1;
/** Limit of cylinder groups: their counts would fill 16 MiB; a file system with more is damaged. */
const MOST_GROUPS = 2 ** 20;

/**
 * Grows a file system to the size of its partition. If interrupted, it leaves an inconsistent file
 * system: the caller must make sure that it is not used.
 *
 * @param partitionSize bytes of the partition
 * @throws {GatewrightError} `verification`, before anything is written, if the file system is
 * unclean or has an unsupported layout
 */
export async function growFfs(
  fs: Ffs,
  partitionSize: number,
  writer: Sink,
  signal?: AbortSignal,
): Promise<FfsGrowth> {
  const layout = await GrowLayout.read(fs);
  const sb = fs.superblock;
  const size = possibleSize(sb, partitionSize, layout.dblkno);
  const from = sb.size * sb.fragmentSize;
  if (size <= sb.size) return { from, to: from };
  const next = layout.shape(size, Math.ceil(size / sb.fragmentsPerGroup));
  if (next.groups > MOST_GROUPS) {
    throw cannotGrow(fs, `it would have ${next.groups} cylinder groups`);
  }
  const growth = new Growth(fs, layout, next);
  const changed = await growth.change();
  await growth.add(writer, signal);
  for (const [group, block] of changed) await writer.write(layout.groupAt(group), block);
  await growth.finish(writer, signal);
  return { from, to: size * sb.fragmentSize };
}

/** A file system that is being grown. */
class Growth {
  readonly #fs: Ffs;
  readonly #layout: GrowLayout;
  readonly #next: Shape;
  /** The counts of all groups. */
  readonly #summary: Uint8Array;
  /** The old summary is followed by files: a larger one is moved to the first new group. */
  readonly #moves: boolean;
  /** The group that table offsets are copied from. */
  #template: Uint8Array = new Uint8Array(0);

  constructor(fs: Ffs, layout: GrowLayout, next: Shape) {
    this.#fs = fs;
    this.#layout = layout;
    this.#next = next;
    this.#summary = new Uint8Array(next.summary * fs.superblock.fragmentSize);
    this.#summary.set(layout.summary);
    this.#moves = next.summary > layout.old.summary;
  }

  /** Recounts a group. */
  #note(group: number, block: Uint8Array): void {
    const { clusters } = this.#layout;
    countFree(block, this.#fs.superblock.fragments);
    if (clusters > 0) countClusters(block, this.#fs.superblock.fragments, clusters);
    this.#summary.set(block.subarray(CG.ndir, CG.ndir + CSUM), group * CSUM);
  }

  /** The old groups that change: the last one gets larger, and the old summary may be freed. */
  async change(): Promise<Map<number, Uint8Array>> {
    const { old, csaddr } = this.#layout;
    const { version, fragmentsPerGroup } = this.#fs.superblock;
    const changed = new Map<number, Uint8Array>();
    const last = old.groups - 1;
    const block = await this.#layout.readGroup(last);
    this.#template = block.slice();
    const fill = Math.min(fragmentsPerGroup, this.#next.size - last * fragmentsPerGroup);
    setFree(block, view(block).getUint32(CG.ndblk, true), fill);
    view(block).setUint32(CG.ndblk, fill, true);
    if (version === 1) {
      view(block).setInt16(CG.ncyl, this.#next.groups > old.groups ? 1 : 0, true);
    }
    changed.set(last, block);
    if (this.#moves) {
      const home = Math.floor(csaddr / fragmentsPerGroup);
      const block = changed.get(home) ?? await this.#layout.readGroup(home);
      const at = csaddr % fragmentsPerGroup;
      setFree(block, at, at + old.summary);
      changed.set(home, block);
    }
    for (const [group, block] of changed) this.#note(group, block);
    return changed;
  }

  /** Writes the new groups, which are not reachable until the superblock includes them. */
  async add(writer: Sink, signal?: AbortSignal): Promise<void> {
    const { inodeBlock, fragmentSize, fragmentsPerGroup, inodesPerGroup, version } =
      this.#fs.superblock;
    const { old } = this.#layout;
    let common: Uint8Array | undefined;
    for (let group = old.groups; group < this.#next.groups; group++) {
      const special = group === old.groups || group === this.#next.groups - 1;
      const block = special ? this.#group(group) : (common ??= this.#group(group)).slice();
      view(block).setUint32(CG.cgx, group, true);
      this.#summary.set(block.subarray(CG.ndir, CG.ndir + CSUM), group * CSUM);
      signal?.throwIfAborted();
      await writer.write(this.#layout.groupAt(group), block);
      const inodes = version === 1 ? inodesPerGroup : view(block).getUint32(CG.initediblk, true);
      await writer.zero(
        (group * fragmentsPerGroup + inodeBlock) * fragmentSize,
        inodes * INODE_SIZE[version],
      );
      if ((group & 63) === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** A new group; all but the first and the last differ only in their number. */
  #group(group: number): Uint8Array {
    const sb = this.#fs.superblock;
    const { old, sblkno, dblkno } = this.#layout;
    const { size, groups, summary } = this.#next;
    const block = emptyGroup(this.#template, sb.version, group);
    const fields = view(block);
    const count = Math.min(sb.fragmentsPerGroup, size - group * sb.fragmentsPerGroup);
    fields.setUint32(CG.ndblk, count, true);
    fields.setUint32(CG.nifree, sb.inodesPerGroup, true);
    if (sb.version === 1) {
      fields.setInt16(CG.ncyl, group === groups - 1 ? 0 : 1, true);
      fields.setInt16(CG.niblk, sb.inodesPerGroup, true);
    } else {
      const perBlock = sb.blockSize / INODE_SIZE[2];
      fields.setUint32(CG.niblk2, sb.inodesPerGroup, true);
      fields.setUint32(CG.initediblk, Math.min(sb.inodesPerGroup, 2 * perBlock), true);
    }
    setFree(block, 0, sblkno);
    setFree(block, dblkno + (this.#moves && group === old.groups ? summary : 0), count);
    this.#note(group, block);
    return block;
  }

  /** Writes the summary and all superblocks. */
  async finish(writer: Sink, signal?: AbortSignal): Promise<void> {
    const { version, fragmentSize, fragmentsPerGroup } = this.#fs.superblock;
    const { old, csaddr, dblkno, sblkno, superblockAt } = this.#layout;
    const home = this.#moves ? old.groups * fragmentsPerGroup + dblkno : csaddr;
    for (let at = 0; at < this.#summary.length; at += 1 << 20) {
      await writer.write(home * fragmentSize + at, this.#summary.subarray(at, at + (1 << 20)));
    }
    const bytes = this.#layout.superblock.slice();
    const shaped = {
      bytes: this.#next.summary * fragmentSize,
      dataSize: this.#layout.dataSize(this.#next),
    };
    putShape(bytes, version, { ...this.#next, ...shaped, csaddr: home }, this.#summary);
    for (let group = 0; group < this.#next.groups; group++) {
      signal?.throwIfAborted();
      await writer.write((group * fragmentsPerGroup + sblkno) * fragmentSize, bytes);
    }
    await writer.write(superblockAt, bytes);
  }
}

/** Fragments of the largest file system of this layout in a partition. */
function possibleSize(sb: Superblock, partitionSize: number, dblkno: number): number {
  const limits = [partitionSize, sb.version === 1 ? FFS1_SECTORS * SECTOR : Infinity]
    .map((bytes) => Math.floor(bytes / sb.fragmentSize));
  const inodes = Math.floor(2 ** 32 / sb.inodesPerGroup) * sb.fragmentsPerGroup;
  const size = Math.min(...limits, inodes);
  const rest = size % sb.fragmentsPerGroup;
  // A last group without room for data is left out.
  return rest < dblkno + sb.fragments ? size - rest : size;
}

/** Writes the new numbers to a superblock; `summary` holds the counts of all groups. */
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
