/**
 * The OpenBSD disklabel(5): the partitions inside the OpenBSD part of a disk.
 * @module
 */
import { ascii, hex, view } from "./bytes.ts";
import { damaged } from "./damaged.ts";
import { SECTOR } from "./mbr.ts";
import type { Source } from "./source.ts";

/** Names of the relevant partition types, by number. */
const TYPES: Record<number, string> = {
  0: "unused",
  1: "swap",
  7: "4.2BSD",
  8: "MSDOS",
  19: "RAID",
};

/** A used partition of a disklabel. */
export interface LabelPartition {
  /** `a` to `p`. */
  letter: string;
  /** Type, as disklabel(8) prints it: `4.2BSD`, `swap`, `MSDOS`; a number if unknown. */
  type: string;
  /** First sector, from the start of the disk. */
  start: number;
  /** Size in sectors. */
  size: number;
}

/** A disklabel. */
export interface Disklabel {
  /** Disk unique identifier, 16 hexadecimal digits, as in fstab(5). */
  duid: string;
  /** Name of the disk's type. */
  typename: string;
  /** Sectors of the whole disk. */
  total: number;
  /** Sectors that OpenBSD may use. */
  bounds: { start: number; end: number };
  /** Used partitions, `c` (the whole disk) left out. */
  partitions: LabelPartition[];
}

const MAGIC = 0x82564557;
const HEADER = 148;
const ENTRY = 16;

/** Whether sector `start + 1` looks like a disklabel. */
export async function hasDisklabel(source: Source, start: number): Promise<boolean> {
  const at = (start + 1) * SECTOR;
  if (at + SECTOR > source.size) return false;
  return view(await source.read(at, SECTOR)).getUint32(0, true) === MAGIC;
}

/**
 * Reads the disklabel in the second sector of the OpenBSD area.
 *
 * @param start first sector of the OpenBSD area
 * @throws {GatewrightError} `verification` if the label is missing, damaged or of an unknown kind
 */
export async function readDisklabel(source: Source, start: number): Promise<Disklabel> {
  const wrong = (message: string, why?: string) =>
    damaged(`${source.name}: sector ${start + 1}`, `the disklabel ${message}`, why);
  const bytes = await source.read((start + 1) * SECTOR, SECTOR);
  const data = view(bytes);
  if (data.getUint32(0, true) !== MAGIC || data.getUint32(132, true) !== MAGIC) {
    throw wrong("is missing");
  }
  const count = data.getUint16(138, true);
  if (count > 16) {
    throw wrong(
      `has ${count} partitions; only labels of 16 are understood`,
      "OpenBSD can use up to 52 partitions with another layout of the label (kern.maxpartitions)",
    );
  }
  if (count === 0) throw wrong("has no partitions");
  let sum = 0;
  for (let at = 0; at < HEADER + count * ENTRY; at += 2) sum ^= data.getUint16(at, true);
  if (sum !== 0) throw wrong("has a wrong checksum");
  const sectorSize = data.getUint32(40, true);
  if (sectorSize !== SECTOR) {
    throw wrong(`is for sectors of ${sectorSize} bytes; only 512 is understood`);
  }
  const modern = data.getUint16(114, true) >= 1;
  const wide = (high: number, low: number) =>
    (modern ? data.getUint16(high, true) * 2 ** 32 : 0) + data.getUint32(low, true);
  const partitions: LabelPartition[] = [];
  for (let index = 0; index < count; index++) {
    const at = HEADER + index * ENTRY;
    const partition = {
      letter: String.fromCharCode(97 + index),
      type: TYPES[data.getUint8(at + 12)] ?? String(data.getUint8(at + 12)),
      start: wide(at + 8, at + 4),
      size: wide(at + 10, at),
    };
    if (partition.size === 0 || partition.letter === "c" || partition.type === "unused") continue;
    if ((partition.start + partition.size) * SECTOR > source.size) {
      throw wrong(
        `has partition ${partition.letter} outside of the disk`,
        `sector ${partition.start}, ${partition.size} sectors; the image has ${
          Math.floor(source.size / SECTOR)
        }`,
      );
    }
    partitions.push(partition);
  }
  return {
    duid: hex(bytes.subarray(64, 72)),
    typename: ascii(bytes.subarray(8, 24)),
    total: wide(112, 60),
    bounds: { start: wide(76, 80), end: wide(78, 84) },
    partitions,
  };
}
