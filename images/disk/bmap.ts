/**
 * The block map of an image in the format of bmap-tools, version 2.0: the blocks to write, with the
 * SHA-256 of each range. For bmaptool(1) `copy`; source: BmapCreate.py and BmapCopy.py of
 * bmap-tools 3.6.
 * @module
 */
import { createHash } from "node:crypto";

/** Bytes per block of the map. */
export const BMAP_BLOCK = 4096;

/** Consecutive blocks. */
export interface BlockRange {
  /** Number of the first block. */
  first: number;
  /** Number of the last block. */
  last: number;
}

/** Blocks, with the SHA-256 of their bytes in hexadecimal. */
export interface HashedRange extends BlockRange {
  sha256: string;
}

/** Placeholder for the checksum of the map itself while that is computed. */
const NO_CHECKSUM = "0".repeat(64);

/** Renders the map of an image of `size` bytes. */
export function renderBmap(size: number, ranges: readonly HashedRange[]): string {
  const mapped = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const render = (checksum: string) =>
    [
      `<?xml version="1.0" ?>`,
      `<bmap version="2.0">`,
      `  <ImageSize> ${size} </ImageSize>`,
      `  <BlockSize> ${BMAP_BLOCK} </BlockSize>`,
      `  <BlocksCount> ${Math.ceil(size / BMAP_BLOCK)} </BlocksCount>`,
      `  <MappedBlocksCount> ${mapped} </MappedBlocksCount>`,
      `  <ChecksumType> sha256 </ChecksumType>`,
      `  <BmapFileChecksum> ${checksum} </BmapFileChecksum>`,
      `  <BlockMap>`,
      ...ranges.map(({ first, last, sha256 }) =>
        `    <Range chksum="${sha256}"> ${first === last ? first : `${first}-${last}`} </Range>`
      ),
      `  </BlockMap>`,
      `</bmap>`,
      "",
    ].join("\n");
  return render(createHash("sha256").update(render(NO_CHECKSUM)).digest("hex"));
}
