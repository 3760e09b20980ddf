/**
 * Cylinder groups of a fast file system (struct cg in sys/ufs/ffs/fs.h): the bitmaps of free space,
 * and their counts.
 * @module
 */
import { view } from "./bytes.ts";

/** Offsets in struct cg. */
export const CG = {
  magic: 4,
  cgx: 12,
  ncyl: 16,
  niblk: 18,
  ndblk: 20,
  ndir: 24,
  nbfree: 28,
  nifree: 32,
  nffree: 36,
  frsum: 52,
  iusedoff: 92,
  freeoff: 96,
  clustersumoff: 104,
  clusteroff: 108,
  nclusterblks: 112,
  niblk2: 116,
  initediblk: 120,
} as const;

/** Bytes of struct cg before its tables. */
export const CG_HEADER = 168;
/** Magic number of a cylinder group. */
export const CG_MAGIC = 0x090255;
/** Maximum number of fragments in a block. */
const MAX_FRAGMENTS = 8;

/** Marks the fragments `from` (inclusive) to `to` (exclusive) as free. */
export function setFree(group: Uint8Array, from: number, to: number): void {
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

/** Recounts the free blocks, the free fragments and their runs of a group. */
export function countFree(group: Uint8Array, fragments: number): void {
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

/**
 * Marks the free blocks in a second bitmap and counts their runs, which old versions of newfs
 * maintained too.
 */
export function countClusters(group: Uint8Array, fragments: number, longest: number): void {
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
  // Runs of length 0 are not counted: their slot belongs to the preceding table.
  runs.forEach((number, length) => length > 0 && data.setUint32(sums + 4 * length, number, true));
}

/** An empty group with the table offsets of another one. */
export function emptyGroup(template: Uint8Array, version: 1 | 2, group: number): Uint8Array {
  const block = new Uint8Array(template.length);
  // The table offsets, and the times at 8 (FFS1) and 136 (FFS2).
  block.set(template.subarray(84, 112), 84);
  if (version === 1) block.set(template.subarray(8, 12), 8);
  else block.set(template.subarray(136, 144), 136);
  const data = view(block);
  data.setUint32(CG.magic, CG_MAGIC, true);
  data.setUint32(CG.cgx, group, true);
  return block;
}
