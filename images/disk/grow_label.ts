/**
 * Plans the use of the new space on a larger disk: the changes to the MBR or the GPT and to the
 * disklabel(5), and the partition that grows. Nothing is written here; the result is a list of
 * patches.
 * @module
 */
import { crc32 } from "node:zlib";
import { GatewrightError } from "../../host/error.ts";
import { ascii, uint64, view } from "./bytes.ts";
import { type Disklabel, type LabelPartition, readDisklabel } from "./disklabel.ts";
import { GPT_OPENBSD, readGpt } from "./gpt.ts";
import { MBR_OPENBSD, MBR_PROTECTIVE, readMbr, SECTOR } from "./mbr.ts";
import type { Patch } from "./sink.ts";
import type { Source } from "./source.ts";

/** A swap partition that is moved. */
export interface MovedSwap {
  /** Letter of the partition. */
  letter: string;
  /** First sector before. */
  from: number;
  /** First sector afterwards. */
  to: number;
}

/** Plan for growing the tables of a disk. */
export interface LabelGrowth {
  /** Patches of MBR, GPT and disklabel; the first sector of the disk comes last. */
  patches: Patch[];
  /** The partition of the file system before. */
  before: LabelPartition;
  /** The same partition, grown. */
  after: LabelPartition;
  /** Swap partitions that are moved from behind it to the end of the disk. */
  moved: MovedSwap[];
}

const LABEL_HEADER = 148;
const LABEL_ENTRY = 16;
/** Swap starts at a multiple of 64 KiB. */
const ALIGNMENT = 128;
/** Minimum growth: 1 MiB. */
const LEAST = 2048;
/** The last sector that a master boot record can address. */
const MBR_LIMIT = 2 ** 32 - 1;

function cannot(source: Source, why: string, next?: string): GatewrightError {
  return new GatewrightError("the disk cannot be grown", {
    kind: "verification",
    code: "cannot-grow",
    where: source.name,
    why,
    ...(next ? { next } : {}),
  });
}

/**
 * Plans how the last file system of a disk grows to the end of a larger one. Swap behind the file
 * system moves to the new end: it has no content yet, and fstab(5) refers to it by letter.
 *
 * @param source the disk at its new size, with everything still where it was
 * @throws {GatewrightError} `verification` if the disk is not larger than its label says, if
 * something other than swap is behind the last file system, or if the tables are damaged
 */
export async function planLabelGrowth(source: Source): Promise<LabelGrowth> {
  const total = Math.floor(source.size / SECTOR);
  const mbr = await readMbr(source) ?? [];
  const slot = mbr.find(({ type }) => type === MBR_OPENBSD);
  let start: number;
  let end: number;
  let tables: Patch[];
  if (slot) {
    start = slot.start;
    end = Math.min(total, MBR_LIMIT);
    const behind = mbr.find((other) => other.start > slot.start);
    if (behind) {
      throw cannot(
        source,
        `MBR partition ${behind.index} lies after the one of OpenBSD`,
        "partition the disk by hand",
      );
    }
    tables = [await mbrPatch(source, slot.index, end - start)];
  } else if (mbr.some(({ type }) => type === MBR_PROTECTIVE)) {
    ({ start, end, patches: tables } = await gptPatches(source, total, true));
  } else {
    throw cannot(source, "it has neither MBR nor GPT with OpenBSD");
  }
  const label = await readDisklabel(source, start);
  if (total < label.total + LEAST) {
    throw cannot(
      source,
      `its disklabel says ${label.total} sectors, and there are ${total}`,
      "name a target that is at least 1 MiB larger than the image",
    );
  }
  const { before, after, swaps } = divide(source, label, end);
  const sector = (await source.read((start + 1) * SECTOR, SECTOR)).slice();
  changeLabel(sector, total, end, [after, ...swaps.map(({ partition }) => partition)]);
  return {
    patches: [{ at: (start + 1) * SECTOR, bytes: sector }, ...tables],
    before,
    after,
    moved: swaps.map(({ partition, from }) => ({
      letter: partition.letter,
      from,
      to: partition.start,
    })),
  };
}

/**
 * Plans how the second GUID partition table of a disk moves to the end of a larger one, as the UEFI
 * specification requires; no partition grows. Empty for a disk without such tables, and for one
 * that is as large as its tables say.
 *
 * @param source the disk at its new size, with everything still where it was
 * @throws {GatewrightError} `verification` if the tables are damaged
 */
export async function planGptMove(source: Source): Promise<Patch[]> {
  const mbr = await readMbr(source) ?? [];
  if (mbr.some(({ type }) => type === MBR_OPENBSD)) return [];
  if (!mbr.some(({ type }) => type === MBR_PROTECTIVE)) return [];
  const total = Math.floor(source.size / SECTOR);
  await readGpt(source);
  if (uint64(view(await source.read(SECTOR, SECTOR)), 32) >= total - 1) return [];
  return (await gptPatches(source, total, false)).patches;
}

/** The partition that gets the space up to `end`. */
function divide(source: Source, { partitions }: Disklabel, end: number) {
  const sorted = partitions.toSorted((a, b) => a.start - b.start);
  const swaps: { partition: LabelPartition; from: number }[] = [];
  let free = end;
  for (let last = sorted.pop(); last; last = sorted.pop()) {
    if (last.type === "swap") {
      free = Math.floor((free - last.size) / ALIGNMENT) * ALIGNMENT;
      swaps.unshift({ partition: { ...last, start: free }, from: last.start });
      continue;
    }
    if (last.type !== "4.2BSD") {
      throw cannot(
        source,
        `partition ${last.letter}, the last one, is ${last.type}`,
        "add the new space with disklabel(8)",
      );
    }
    const after = { ...last, size: free - last.start };
    if (after.size <= last.size) {
      throw cannot(
        source,
        `no space is left after partition ${last.letter}`,
        "a larger target is needed",
      );
    }
    return { before: last, after, swaps };
  }
  throw cannot(source, "it has no file system");
}

/** Writes sizes and offsets to a disklabel and updates its checksum. */
function changeLabel(
  sector: Uint8Array,
  total: number,
  end: number,
  partitions: LabelPartition[],
): void {
  const data = view(sector);
  const wide = (low: number, high: number, value: number) => {
    data.setUint32(low, value % 2 ** 32, true);
    data.setUint16(high, Math.floor(value / 2 ** 32), true);
  };
  const perCylinder = data.getUint32(56, true);
  if (perCylinder > 0) data.setUint32(52, Math.floor(total / perCylinder), true);
  wide(60, 112, total);
  wide(84, 78, end);
  const entry = (letter: string) => LABEL_HEADER + LABEL_ENTRY * (letter.charCodeAt(0) - 97);
  for (const { letter, start, size } of partitions) {
    wide(entry(letter), entry(letter) + 10, size);
    wide(entry(letter) + 4, entry(letter) + 8, start);
  }
  // Size of the whole disk.
  wide(entry("c"), entry("c") + 10, total);
  data.setUint16(136, 0, true);
  let sum = 0;
  const length = LABEL_HEADER + LABEL_ENTRY * data.getUint16(138, true);
  for (let at = 0; at < length; at += 2) sum ^= data.getUint16(at, true);
  data.setUint16(136, sum, true);
}

/** The first sector, with partition `index` enlarged. */
async function mbrPatch(source: Source, index: number, size: number): Promise<Patch> {
  const bytes = (await source.read(0, SECTOR)).slice();
  const at = 446 + 16 * index;
  // The end as cylinder, head, sector: the value for "beyond CHS", as fdisk(8) writes it.
  bytes.set([0xfe, 0xff, 0xff], at + 5);
  view(bytes).setUint32(at + 12, size, true);
  return { at: 0, bytes };
}

/**
 * Both GUID partition tables for a larger disk, and the protective MBR. With `grow` the OpenBSD
 * partition gets the space.
 */
async function gptPatches(source: Source, total: number, grow: boolean) {
  const partitions = await readGpt(source);
  const mine = partitions.find(({ type }) => type === GPT_OPENBSD);
  if (!mine) throw cannot(source, "the GPT has no OpenBSD partition");
  if (grow && partitions.some((other) => other.start > mine.start)) {
    throw cannot(
      source,
      "another GPT partition lies after the one of OpenBSD",
      "partition the disk by hand",
    );
  }
  const header = (await source.read(SECTOR, SECTOR)).slice();
  const data = view(header);
  const old = uint64(data, 32);
  const tableAt = uint64(data, 72);
  const entrySize = data.getUint32(84, true);
  const table = (await source.read(tableAt * SECTOR, data.getUint32(80, true) * entrySize)).slice();
  const tableSectors = Math.ceil(table.length / SECTOR);
  const lastUsable = total - 2 - tableSectors;
  if (grow) view(table).setBigUint64(mine.index * entrySize + 40, BigInt(lastUsable), true);
  data.setBigUint64(48, BigInt(lastUsable), true);
  data.setUint32(88, crc32(table), true);
  const finished = (here: number, other: number, at: number) => {
    const copy = header.slice();
    const fields = view(copy);
    fields.setBigUint64(24, BigInt(here), true);
    fields.setBigUint64(32, BigInt(other), true);
    fields.setBigUint64(72, BigInt(at), true);
    fields.setUint32(16, 0, true);
    fields.setUint32(16, crc32(copy.subarray(0, fields.getUint32(12, true))), true);
    return copy;
  };
  const protective = (await source.read(0, SECTOR)).slice();
  for (let at = 446; at < 510; at += 16) {
    if (protective[at + 4] !== MBR_PROTECTIVE) continue;
    protective.set([0xfe, 0xff, 0xff], at + 5);
    const size = Math.min(total - view(protective).getUint32(at + 8, true), MBR_LIMIT);
    view(protective).setUint32(at + 12, size, true);
  }
  const patches: Patch[] = [
    { at: (lastUsable + 1) * SECTOR, bytes: table },
    { at: (total - 1) * SECTOR, bytes: finished(total - 1, 1, lastUsable + 1) },
    { at: tableAt * SECTOR, bytes: table },
    { at: SECTOR, bytes: finished(1, total - 1, tableAt) },
    { at: 0, bytes: protective },
  ];
  // The old copy would be inside or behind the partition, and could be taken for a table.
  if (old > mine.start && old < total - 1 && await isHeader(source, old)) {
    patches.unshift({ at: old * SECTOR, bytes: new Uint8Array(SECTOR) });
  }
  return { start: mine.start, end: lastUsable + 1, patches };
}

/** Whether a sector is the header of a GUID partition table at that position. */
async function isHeader(source: Source, sector: number): Promise<boolean> {
  const bytes = await source.read(sector * SECTOR, SECTOR);
  return ascii(bytes.subarray(0, 8)) === "EFI PART" && uint64(view(bytes), 24) === sector;
}
