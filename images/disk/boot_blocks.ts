/**
 * The first boot program, biosboot(8). installboot(8) writes it to the first sector of the OpenBSD
 * area and patches the location of /boot into its instructions; this module reads them back and
 * follows them.
 * @module
 */
import { view } from "./bytes.ts";
import type { Ffs } from "./ffs.ts";
import { type Inode, inodeOffset, inodeRuns } from "./ffs_inode.ts";
import { SECTOR } from "./mbr.ts";
import type { Source } from "./source.ts";

/** The values that installboot patched into biosboot. */
export interface BootParameters {
  /** File system block (in fragments) that holds the inode of /boot. */
  inodeBlock: number;
  /** Offset of the inode's direct pointers from the start of that block, in bytes. */
  pointers: number;
  /** Number of blocks of /boot. */
  blocks: number;
  /** Bytes skipped after each pointer: 0 for FFS1, 4 for FFS2. */
  increment: number;
  /** Block size in units of 16 bytes: the increment of the load address. */
  paragraphs: number;
  /** Sectors read per block. */
  sectors: number;
  /** Shift from fragments to sectors. */
  fsbtodb: number;
  /** First sector of the file system. */
  start: number;
}

/** Distance at which biosboot loads the inode's block, after itself. */
const INODE_AT = 0x200;

/**
 * A place in biosboot: the bytes around a number, `..` for each byte that installboot may change.
 */
function spot(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll(" ", "").replaceAll("..", "([0-9a-f]{2})"));
}

const SPOTS = {
  inodeBlock: spot("66 b8 .. .. .. .. bb e0 07"),
  pointers: spot("66 be .. .. .. .. bf .. .. 89 f9 83 f9 0c"),
  increment: spot("fc 66 ad 81 c6 .. .. 66 60"),
  noIncrement: spot("fc 66 ad 66 60"),
  paragraphs: spot("66 61 81 c3 .. .. 4f"),
  fsbtodb: spot("b9 20 .. 66 50 28 e9"),
  start: spot("66 05 .. .. .. .. 66 a3"),
  command: spot("be .. .. b4 42 cd 13"),
};

/** Reads the patched values from a boot sector; `undefined` if it is not biosboot. */
export function parseBiosboot(sector: Uint8Array): BootParameters | undefined {
  const data = view(sector);
  if (sector.length < SECTOR || data.getUint16(510, true) !== 0xaa55) return undefined;
  const text = Array.from(sector, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const numbers = (pattern: RegExp): number[] | undefined => {
    for (let at = 0; at < text.length; at++) {
      const match = new RegExp(pattern, "g");
      match.lastIndex = at;
      const found = match.exec(text);
      if (!found) return undefined;
      if (found.index % 2 === 0) return found.slice(1).map((byte) => parseInt(byte, 16));
      at = found.index;
    }
    return undefined;
  };
  const little = (bytes: number[]) => bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
  const inode = numbers(SPOTS.inodeBlock);
  const pointers = numbers(SPOTS.pointers);
  const increment = numbers(SPOTS.increment) ?? numbers(SPOTS.noIncrement);
  const paragraphs = numbers(SPOTS.paragraphs);
  const fsbtodb = numbers(SPOTS.fsbtodb);
  const start = numbers(SPOTS.start);
  const command = numbers(SPOTS.command);
  if (!(inode && pointers && increment && paragraphs && fsbtodb && start && command)) {
    return undefined;
  }
  const packet = little(command);
  if (packet + 4 > SECTOR || sector[packet] !== 0x10) return undefined;
  return {
    inodeBlock: little(inode),
    pointers: little(pointers.slice(0, 4)) - INODE_AT,
    blocks: little(pointers.slice(4)),
    increment: little(increment),
    paragraphs: little(paragraphs),
    sectors: data.getUint16(packet + 2, true),
    fsbtodb: little(fsbtodb),
    start: little(start),
  };
}

/**
 * Checks that the boot sector loads this /boot: reads the patched values and follows them as the
 * machine would.
 *
 * @param start sector of the boot sector
 * @param fs the root file system
 * @param fsStart its first sector
 * @param boot the inode of /boot
 * @returns the faults; empty if the disk boots this /boot
 */
export async function checkBootBlocks(
  disk: Source,
  start: number,
  fs: Ffs,
  fsStart: number,
  boot: Inode,
): Promise<string[]> {
  const found = parseBiosboot(await disk.read(start * SECTOR, SECTOR));
  if (!found) return [`sector ${start} does not hold biosboot`];
  const sb = fs.superblock;
  const place = inodeOffset(sb, boot.number);
  const inBlock = place % sb.blockSize;
  const expected: BootParameters = {
    inodeBlock: (place - inBlock) / sb.fragmentSize,
    pointers: inBlock + (sb.version === 1 ? 40 : 112),
    blocks: Math.ceil(boot.size / sb.blockSize),
    increment: sb.version === 1 ? 0 : 4,
    paragraphs: sb.blockSize / 16,
    sectors: sb.blockSize / SECTOR,
    fsbtodb: sb.fsbtodb,
    start: fsStart,
  };
  const problems: string[] = [];
  for (const key of Object.keys(expected) as (keyof BootParameters)[]) {
    if (found[key] !== expected[key]) {
      problems.push(`biosboot has ${key} ${found[key]}, /boot needs ${expected[key]}`);
    }
  }
  if (problems.length > 0) return problems;
  return await follow(disk, fs, found, boot);
}

/**
 * Follows the pointers from the boot sector to the blocks of /boot as biosboot does, and compares
 * them with the file.
 */
async function follow(disk: Source, fs: Ffs, p: BootParameters, boot: Inode): Promise<string[]> {
  const { blockSize } = fs.superblock;
  const sectorOf = (block: number) => p.start + block * 2 ** p.fsbtodb;
  const load = async (block: number) =>
    view(await disk.read(sectorOf(block) * SECTOR, p.sectors * SECTOR));
  const step = 4 + p.increment;
  let table = await load(p.inodeBlock);
  const loaded: number[] = [];
  for (let i = 0; i < Math.min(p.blocks, 12); i++) {
    loaded.push(table.getUint32(p.pointers + i * step, true));
  }
  if (p.blocks > 12) {
    const indirect = table.getUint32(p.pointers + 12 * step, true);
    if (p.blocks - 12 > blockSize / step) return ["/boot is too large for biosboot"];
    table = await load(indirect);
    for (let i = 0; i < p.blocks - 12; i++) loaded.push(table.getUint32(i * step, true));
  }
  const real: number[] = [];
  for await (const run of inodeRuns(fs.source, fs.superblock, boot)) {
    for (let done = 0; done < run.length; done += blockSize) {
      if (run.at === undefined) return ["/boot has a hole"];
      real.push((run.at + done) / fs.superblock.fragmentSize);
    }
  }
  if (loaded.length !== real.length || loaded.some((block, i) => block !== real[i])) {
    return ["the blocks that biosboot loads are not those of /boot"];
  }
  const head = view(await disk.read(sectorOf(loaded[0] ?? 0) * SECTOR, 4));
  return head.getUint32(0) === 0x7f454c46 ? [] : ["/boot is not an ELF program"];
}
