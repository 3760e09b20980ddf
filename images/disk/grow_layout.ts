/**
 * The layout of a fast file system that is to grow (sys/ufs/ffs/fs.h). Every number that growing
 * uses is checked here, so that a damaged disk is refused before a byte of it is changed.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { view } from "./bytes.ts";
import type { Ffs } from "./ffs.ts";
import { CG, CG_HEADER, CG_MAGIC } from "./ffs_group.ts";

/** Offsets in struct fs. */
export const FS = {
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
  total: 1008,
  size: 1080,
  dsize: 1088,
  csaddr: 1096,
  contigsumsize: 1316,
  postblformat: 1356,
  nrpos: 1360,
} as const;

/** Size of struct csum, the counts of a group, in bytes. */
export const CSUM = 16;

const SUPERBLOCK_SIZE = 8192;

/** The numbers that change when a file system grows. */
export interface Shape {
  /** Fragments of the whole file system. */
  size: number;
  /** Number of cylinder groups. */
  groups: number;
  /** Fragments of the summary. */
  summary: number;
}

/** The error for a file system that cannot be grown. */
export function cannotGrow(fs: Ffs, why: string): GatewrightError {
  return new GatewrightError("the file system cannot be grown", {
    kind: "verification",
    code: "cannot-grow",
    where: fs.source.name,
    why,
    next: "use growfs(8) from bsd.rd",
  });
}

/** The checked layout of a file system. */
export class GrowLayout {
  /** Bytes of the superblock in use. */
  readonly superblock: Uint8Array;
  /** Its byte offset. */
  readonly superblockAt: number;
  /** Offset of the superblock copy in a group, in fragments. */
  readonly sblkno: number;
  /** Offset of data in a group, in fragments. */
  readonly dblkno: number;
  /** Longest run of free blocks that is counted; 0: runs are not counted. */
  readonly clusters: number;
  /** Location of the summary, in fragments. */
  readonly csaddr: number;
  /** The current layout. */
  readonly old: Shape;
  /** The counts of all groups. */
  summary: Uint8Array = new Uint8Array(0);
  readonly #fs: Ffs;
  readonly #groupSize: number;

  private constructor(fs: Ffs, superblock: Uint8Array, superblockAt: number) {
    const data = view(superblock);
    const i32 = (at: number) => data.getInt32(at, true);
    this.#fs = fs;
    this.superblock = superblock;
    this.superblockAt = superblockAt;
    this.sblkno = i32(FS.sblkno);
    this.dblkno = i32(FS.dblkno);
    this.#groupSize = i32(FS.cgsize);
    this.clusters = i32(FS.contigsumsize);
    this.csaddr = fs.superblock.version === 1
      ? i32(FS.csaddr1)
      : Number(data.getBigInt64(FS.csaddr, true));
    this.old = this.shape(fs.superblock.size, fs.superblock.groups);
  }

  /**
   * Reads and checks it.
   *
   * @throws {GatewrightError} `verification` if it is unclean, damaged, or unsupported
   */
  static async read(fs: Ffs): Promise<GrowLayout> {
    const at = await superblockAt(fs);
    const layout = new GrowLayout(fs, (await fs.source.read(at, SUPERBLOCK_SIZE)).slice(), at);
    if (!fs.superblock.clean) throw cannotGrow(fs, "it is not clean");
    if (!layout.#isOfNewfs()) throw cannotGrow(fs, "it was not made by newfs(8) of OpenBSD");
    layout.summary = await layout.#readSummary();
    return layout;
  }

  /** The layout of a file system with so many fragments and groups. */
  shape(size: number, groups: number): Shape {
    return { size, groups, summary: Math.ceil(groups * CSUM / this.#fs.superblock.fragmentSize) };
  }

  /** Fragments for data in a file system of that layout. */
  dataSize({ size, groups, summary }: Shape): number {
    return size - this.sblkno - groups * (this.dblkno - this.sblkno) - summary;
  }

  /** Byte offset of the cylinder group block. */
  groupAt(group: number): number {
    const { fragmentsPerGroup, groupBlock, fragmentSize } = this.#fs.superblock;
    return (group * fragmentsPerGroup + groupBlock) * fragmentSize;
  }

  #isOfNewfs(): boolean {
    const sb = this.#fs.superblock;
    const data = view(this.superblock);
    const i32 = (at: number) => data.getInt32(at, true);
    const perBlock = SUPERBLOCK_SIZE / sb.fragmentSize;
    return sb.skew.offset === 0 && this.clusters >= 0 && this.clusters <= 16 &&
      this.#groupSize >= CG_HEADER && this.#groupSize <= sb.blockSize &&
      // Order of the parts of a group: superblock, group block, inodes, data.
      this.sblkno >= 0 && sb.groupBlock - this.sblkno >= perBlock &&
      sb.inodeBlock > sb.groupBlock && this.dblkno > sb.inodeBlock &&
      this.dblkno < sb.fragmentsPerGroup &&
      sb.groups === Math.ceil(sb.size / sb.fragmentsPerGroup) &&
      (sb.version === 2 ||
        i32(FS.postblformat) === 1 && i32(FS.cpg) === 1 && i32(FS.nrpos) === 1) &&
      this.dataSize(this.old) === sb.dataSize;
  }

  /**
   * Reads the block of a group.
   *
   * @throws {GatewrightError} `verification` if its table offsets are impossible
   */
  async readGroup(group: number): Promise<Uint8Array> {
    const sb = this.#fs.superblock;
    const block = (await this.#fs.source.read(this.groupAt(group), this.#groupSize)).slice();
    const fields = view(block);
    const field = (at: number) => fields.getUint32(at, true);
    const count = Math.min(sb.fragmentsPerGroup, sb.size - group * sb.fragmentsPerGroup);
    const [inodes, free] = [field(CG.iusedoff), field(CG.freeoff)];
    const [sums, map] = [field(CG.clustersumoff), field(CG.clusteroff)];
    const freeEnd = free + Math.ceil(sb.fragmentsPerGroup / 8);
    const blocks = Math.floor(sb.fragmentsPerGroup / sb.fragments);
    const whole = field(CG.magic) === CG_MAGIC && field(CG.cgx) === group &&
      field(CG.ndblk) === count && inodes >= CG_HEADER &&
      inodes + Math.ceil(sb.inodesPerGroup / 8) <= free && freeEnd <= this.#groupSize &&
      // The first sum is not used: its slot may belong to the preceding table.
      (this.clusters === 0 || sums + 4 >= freeEnd && map >= sums + 4 * (this.clusters + 1) &&
          map + Math.ceil(blocks / 8) <= this.#groupSize);
    if (!whole) throw cannotGrow(this.#fs, `cylinder group ${group} is damaged`);
    return block;
  }

  /** The counts of all groups (struct csum), checked against those of the superblock. */
  async #readSummary(): Promise<Uint8Array> {
    const { fragmentSize, fragments, fragmentsPerGroup, free, size } = this.#fs.superblock;
    const length = this.old.groups * CSUM;
    const bytes = new Uint8Array(length);
    const place = this.csaddr % fragmentsPerGroup;
    const inside = this.csaddr > 0 && this.csaddr + this.old.summary <= size &&
      place >= this.dblkno && place + this.old.summary <= fragmentsPerGroup;
    for (let at = 0; inside && at < length; at += 1 << 20) {
      const part = Math.min(1 << 20, length - at);
      bytes.set(await this.#fs.source.read(this.csaddr * fragmentSize + at, part), at);
    }
    const counts = view(bytes);
    let sum = 0;
    for (let at = 0; at < length; at += CSUM) {
      sum += counts.getInt32(at + 4, true) * fragments + counts.getInt32(at + 12, true);
    }
    if (inside && sum === free) return bytes;
    throw cannotGrow(
      this.#fs,
      "the summary of its cylinder groups does not agree with its superblock",
    );
  }
}

/** Byte offset of the superblock in use. */
async function superblockAt(fs: Ffs): Promise<number> {
  if (fs.superblock.version === 1) return 8192;
  const magic = view(await fs.source.read(65536 + 1372, 4)).getUint32(0, true);
  return magic === 0x19540119 ? 65536 : 8192;
}
