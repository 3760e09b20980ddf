/**
 * The blocks of a sparse image that must be written.
 * @module
 */
import { type BlockRange, BMAP_BLOCK } from "./bmap.ts";
import type { Extent } from "../../host/extents.ts";

/** A range of a disk, in bytes. */
export interface Stretch {
  at: number;
  length: number;
}

/** Ranges with gaps up to this many blocks are merged: fewer lines, and few more zeros. */
const NEAR = 16;

/**
 * All blocks except those that are both in a hole and unused. A hole alone does not suffice: files
 * and the inode tables may contain blocks of zeros that are holes of the image, while a used device
 * has other data there.
 *
 * @param extents of the image, in order and without gaps
 * @param unused ranges that are never read before they are written
 */
export function mappedBlocks(
  extents: readonly Extent[],
  unused: readonly Stretch[],
): BlockRange[] {
  const skipped = skippedBlocks(extents, merged(unused));
  const size = extents.reduce((sum, { length }) => sum + length, 0);
  const count = Math.ceil(size / BMAP_BLOCK);
  const ranges: BlockRange[] = [];
  const add = (first: number, end: number) => {
    if (first >= end) return;
    const before = ranges.at(-1);
    if (before && first - before.last - 1 <= NEAR) before.last = end - 1;
    else ranges.push({ first, last: end - 1 });
  };
  let at = 0;
  for (const { first, last } of skipped) {
    add(at, first);
    at = last + 1;
  }
  add(at, count);
  return ranges;
}

/** Whole blocks that are in both. */
function skippedBlocks(extents: readonly Extent[], unused: readonly Stretch[]): BlockRange[] {
  const skipped: BlockRange[] = [];
  let at = 0;
  let next = 0;
  for (const { length, data } of extents) {
    const end = at + length;
    // Ranges that end before this extent do not overlap later ones either.
    while (next < unused.length && unused[next]!.at + unused[next]!.length <= at) next++;
    for (let one = next; !data && one < unused.length && unused[one]!.at < end; one++) {
      const from = Math.max(at, unused[one]!.at);
      const to = Math.min(end, unused[one]!.at + unused[one]!.length);
      const first = Math.ceil(from / BMAP_BLOCK);
      const last = Math.floor(to / BMAP_BLOCK) - 1;
      if (first <= last) skipped.push({ first, last });
    }
    at = end;
  }
  return skipped;
}

/** Sorts ranges and merges adjacent ones. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { at, length } of stretches.toSorted((a, b) => a.at - b.at)) {
    const before = found.at(-1);
    if (before && at <= before.at + before.length) {
      before.length = Math.max(before.length, at + length - before.at);
    } else found.push({ at, length });
  }
  return found;
}
