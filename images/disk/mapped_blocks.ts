/**
 * Which blocks of a sparse image have to be written.
 * @module
 */
import { type BlockRange, BMAP_BLOCK } from "./bmap.ts";
import type { Extent } from "../../host/extents.ts";

/** A stretch of a disk, in bytes. */
export interface Stretch {
  at: number;
  length: number;
}

/** Ranges that are at most so many blocks apart become one: fewer lines, and few zeros more. */
const NEAR = 16;

/**
 * All blocks but those that lie in a hole and in something unused. A hole alone says nothing: a file
 * and the table of inodes may have blocks of zeros that are holes of the image, and a device that
 * was used before has something else there.
 *
 * @param extents of the image, in order and without gaps
 * @param unused what nobody reads before it is written
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

/** Whole blocks that lie in both. */
function skippedBlocks(extents: readonly Extent[], unused: readonly Stretch[]): BlockRange[] {
  const skipped: BlockRange[] = [];
  let at = 0;
  let next = 0;
  for (const { length, data } of extents) {
    const end = at + length;
    // What ends before this extent does not meet a later one either.
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

/** In order, those that touch as one. */
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
