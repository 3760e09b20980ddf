/**
 * Makes the block map of a disk image: see `images/disk/bmap.ts`.
 * @module
 */
import { createHash } from "node:crypto";
import { type BlockRange, BMAP_BLOCK, type HashedRange, renderBmap } from "../disk/bmap.ts";
import { mappedBlocks } from "../disk/mapped_blocks.ts";
import type { Source } from "../disk/source.ts";
import type { Inspection } from "./inspect.ts";
import { unusedSpace } from "./unused_space.ts";
import { zeros } from "../../host/zeros.ts";

const PIECE = 1 << 20;

/**
 * Renders the block map of an inspected disk, which must not have changed since. Only the blocks in
 * the map are read and hashed.
 *
 * @throws {GatewrightError} if it cannot be read
 */
export async function bmapOf(disk: Inspection, signal?: AbortSignal): Promise<string> {
  const { source, size } = disk;
  const extents = await source.extents?.() ?? [];
  const known = extents.length > 0;
  const unused = known ? await unusedSpace(disk) : [];
  const ranges: HashedRange[] = [];
  for (const range of mappedBlocks(known ? extents : [{ length: size, data: true }], unused)) {
    ranges.push({ ...range, sha256: await hashRange(source, range, signal) });
  }
  return renderBmap(size, ranges);
}

/** The last block of an image may be shorter than the others. */
async function hashRange(
  source: Source,
  { first, last }: BlockRange,
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash("sha256");
  const end = Math.min(source.size, (last + 1) * BMAP_BLOCK);
  for (let at = first * BMAP_BLOCK; at < end; at += PIECE) {
    signal?.throwIfAborted();
    const length = Math.min(PIECE, end - at);
    const hole = await source.isHole(at, length);
    hash.update(hole ? zeros(length) : await source.read(at, length));
    // Gives signals and other work a turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return hash.digest("hex");
}
