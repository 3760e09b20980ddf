/**
 * The master boot record: the four partitions of fdisk(8).
 * @module
 */
import { view } from "./bytes.ts";
import type { Source } from "./source.ts";

/** Bytes per sector on every disk that Gatewright makes. */
export const SECTOR = 512;

/** The partition type of OpenBSD. */
export const MBR_OPENBSD = 0xa6;

/** The partition type of a protective MBR: the partitions are in the GPT. */
export const MBR_PROTECTIVE = 0xee;

/** A used entry of a master boot record. */
export interface MbrPartition {
  /** Index, 0 to 3. */
  index: number;
  /** Type, e.g. 0xa6 for OpenBSD. */
  type: number;
  /** Marked as active. */
  active: boolean;
  /** First sector. */
  start: number;
  /** Sectors. */
  size: number;
}

/** Reads the partitions of the master boot record; `undefined` if the disk has no such record. */
export async function readMbr(source: Source): Promise<MbrPartition[] | undefined> {
  if (source.size < SECTOR) return undefined;
  const bytes = await source.read(0, SECTOR);
  const data = view(bytes);
  if (data.getUint16(510, true) !== 0xaa55) return undefined;
  const partitions: MbrPartition[] = [];
  for (let index = 0; index < 4; index++) {
    const at = 446 + 16 * index;
    const flag = data.getUint8(at);
    // A boot sector without a table (of a floppy) has code here.
    if (flag !== 0 && flag !== 0x80) return undefined;
    const type = data.getUint8(at + 4);
    const start = data.getUint32(at + 8, true);
    const size = data.getUint32(at + 12, true);
    if (type !== 0 && size !== 0) {
      partitions.push({ index, type, active: flag === 0x80, start, size });
    }
  }
  return partitions;
}
