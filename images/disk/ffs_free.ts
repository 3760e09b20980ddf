/**
 * The free space of a fast file system, which contains the data of deleted files.
 * @module
 */
import { view } from "./bytes.ts";
import { damaged } from "./damaged.ts";
import type { Ffs } from "./ffs.ts";
import { CG, CG_MAGIC } from "./ffs_group.ts";
import { zeros } from "../../host/zeros.ts";

const MAX_RUN = 1 << 20;

/** A contiguous range of free space, in bytes from the start of its file system. */
export interface FreeRun {
  /** Byte offset. */
  at: number;
  /** Length in bytes, 1 MiB at most. */
  length: number;
}

/** Lists the free space of a file system, cylinder group by cylinder group. */
export async function* freeRuns(fs: Ffs): AsyncGenerator<FreeRun> {
  const sb = fs.superblock;
  for (let group = 0; group < sb.groups; group++) {
    const base = group * sb.fragmentsPerGroup;
    const at = base + sb.skew.offset * (group & ~sb.skew.mask) + sb.groupBlock;
    const bytes = await fs.source.read(at * sb.fragmentSize, sb.blockSize);
    const data = view(bytes);
    const map = data.getUint32(CG.freeoff, true);
    const count = Math.min(sb.fragmentsPerGroup, sb.size - base);
    if (data.getUint32(CG.magic, true) !== CG_MAGIC || map + Math.ceil(count / 8) > bytes.length) {
      throw damaged(
        `${fs.source.name}: cylinder group ${group}`,
        "the map of free blocks is damaged",
      );
    }
    const most = MAX_RUN / sb.fragmentSize;
    for (let from = 0; from < count;) {
      const isFree = (n: number) => ((bytes[map + (n >> 3)] ?? 0) >> (n & 7) & 1) === 1;
      let to = from;
      while (to < count && to - from < most && isFree(to)) to++;
      if (to > from) {
        yield { at: (base + from) * sb.fragmentSize, length: (to - from) * sb.fragmentSize };
      }
      from = to > from ? to : from + 1;
    }
  }
}

/** Streams the free space of a file system, in pieces of at most 1 MiB that must not be changed. */
export async function* freeSpace(fs: Ffs): AsyncGenerator<Uint8Array> {
  for await (const { at, length } of freeRuns(fs)) {
    yield await fs.source.isHole(at, length) ? zeros(length) : await fs.source.read(at, length);
  }
}
