/**
 * The GUID partition table, as `fdisk -g` writes it (UEFI specification, chapter 5).
 * @module
 */
import { crc32 } from "node:zlib";
import { ascii, hex, uint64, view } from "./bytes.ts";
import { damaged } from "./damaged.ts";
import { SECTOR } from "./mbr.ts";
import type { Source } from "./source.ts";

/** The type of an OpenBSD data partition. */
export const GPT_OPENBSD = "824cc7a0-36a8-11e3-890a-952519ad3f61";
/** The type of an EFI System partition. */
export const GPT_EFI_SYSTEM = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b";

/** A used entry of a GUID partition table. */
export interface GptPartition {
  /** Index, from 0. */
  index: number;
  /** Type as a lower-case GUID. */
  type: string;
  /** First sector. */
  start: number;
  /** Sectors. */
  size: number;
  /** ASCII part of the name. */
  name: string;
}

const MAX_ENTRIES = 1024;

/** The first three fields of a GUID are stored little-endian, the last two big-endian. */
function guid(bytes: Uint8Array): string {
  const turned = Uint8Array.from([3, 2, 1, 0, 5, 4, 7, 6], (from) => bytes[from] ?? 0);
  const text = hex(turned) + hex(bytes.subarray(8, 16));
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * Reads the primary GUID partition table.
 *
 * @throws {GatewrightError} `verification` if it is missing or its checksums are wrong
 */
export async function readGpt(source: Source): Promise<GptPartition[]> {
  const wrong = (message: string, why?: string) =>
    damaged(source.name, `the GUID partition table ${message}`, why);
  const header = await source.read(SECTOR, SECTOR);
  const data = view(header);
  if (ascii(header.subarray(0, 8)) !== "EFI PART") throw wrong("is missing");
  const headerSize = data.getUint32(12, true);
  if (headerSize < 92 || headerSize > SECTOR) throw wrong("has a header of a wrong size");
  const zeroed = header.slice(0, headerSize);
  zeroed.fill(0, 16, 20);
  if (crc32(zeroed) !== data.getUint32(16, true)) throw wrong("has a wrong header checksum");
  const count = data.getUint32(80, true);
  const entrySize = data.getUint32(84, true);
  if (count > MAX_ENTRIES || entrySize < 128 || entrySize > 1024) {
    throw wrong("has an implausible size", `${count} entries of ${entrySize} bytes`);
  }
  const table = await source.read(uint64(data, 72) * SECTOR, count * entrySize);
  if (crc32(table) !== data.getUint32(88, true)) throw wrong("has a wrong checksum");
  const partitions: GptPartition[] = [];
  for (let index = 0; index < count; index++) {
    const entry = table.subarray(index * entrySize, (index + 1) * entrySize);
    if (entry.subarray(0, 16).every((byte) => byte === 0)) continue;
    const fields = view(entry);
    const start = uint64(fields, 32);
    const size = uint64(fields, 40) - start + 1;
    if (!(size > 0) || !((start + size) * SECTOR <= source.size)) {
      throw wrong(`has partition ${index} outside of the disk`, `sector ${start}, ${size} sectors`);
    }
    const name = ascii(entry.subarray(56, 128).filter((_, i) => i % 2 === 0));
    partitions.push({ index, type: guid(entry), start, size, name });
  }
  return partitions;
}
