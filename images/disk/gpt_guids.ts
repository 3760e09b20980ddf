/**
 * The GUIDs of a disk and its partitions in a GUID partition table (UEFI specification, chapter 5).
 * @module
 */
import { crc32 } from "node:zlib";
import { ascii, uint64, view } from "./bytes.ts";
import { readGpt } from "./gpt.ts";
import { SECTOR } from "./mbr.ts";
import type { Patch } from "./sink.ts";
import type { Source } from "./source.ts";

/** Offsets in the header. */
const HEADER = {
  size: 12,
  crc: 16,
  other: 32,
  disk: 56,
  table: 72,
  count: 80,
  entry: 84,
  tableCrc: 88,
};
/** Offset of the partition's GUID in an entry. */
const ENTRY_GUID = 16;
const GUID = 16;

/**
 * A random GUID (RFC 9562, version 4) in its stored form: the first three fields are little-endian.
 */
function randomGuid(seed: (bytes: Uint8Array) => void): Uint8Array<ArrayBuffer> {
  const guid = new Uint8Array(GUID);
  seed(guid);
  guid[7] = guid[7]! & 0x0f | 0x40;
  guid[8] = guid[8]! & 0x3f | 0x80;
  return guid;
}

/** The stored GUID of the disk, in hexadecimal. */
export async function diskGuid(source: Source): Promise<string> {
  return (await source.read(SECTOR + HEADER.disk, GUID)).toHex();
}

/**
 * The patches that give the disk and each of its partitions a new GUID, in both tables; a second
 * table that is not where the first one says, or has another size, is left unchanged.
 *
 * @throws {GatewrightError} (verification) if the first table is damaged
 */
export async function guidPatches(
  source: Source,
  seed: (bytes: Uint8Array) => void,
): Promise<Patch[]> {
  const partitions = await readGpt(source);
  const first = await source.read(SECTOR, SECTOR);
  const entrySize = view(first).getUint32(HEADER.entry, true);
  const entries = partitions.map(({ index }) => ({
    at: index * entrySize + ENTRY_GUID,
    bytes: randomGuid(seed),
  }));
  const disk = randomGuid(seed);
  const patches = await tablePatches(source, 1, disk, entries);
  const other = uint64(view(first), HEADER.other);
  if ((other + 1) * SECTOR > source.size) return patches;
  const second = await source.read(other * SECTOR, SECTOR);
  const alike = [HEADER.count, HEADER.entry].every((at) =>
    view(first).getUint32(at, true) === view(second).getUint32(at, true)
  );
  if (ascii(second.subarray(0, 8)) !== "EFI PART" || !alike) return patches;
  return [...patches, ...await tablePatches(source, other, disk, entries)];
}

/** Patches of the table whose header is in `sector`. */
async function tablePatches(
  source: Source,
  sector: number,
  disk: Uint8Array<ArrayBuffer>,
  entries: readonly Patch[],
): Promise<Patch[]> {
  const header = (await source.read(sector * SECTOR, SECTOR)).slice();
  const data = view(header);
  const length = data.getUint32(HEADER.count, true) * data.getUint32(HEADER.entry, true);
  const tableAt = uint64(data, HEADER.table) * SECTOR;
  const table = (await source.read(tableAt, length)).slice();
  for (const { at, bytes } of entries) table.set(bytes, at);
  header.set(disk, HEADER.disk);
  data.setUint32(HEADER.tableCrc, crc32(table), true);
  data.setUint32(HEADER.crc, 0, true);
  const size = Math.min(data.getUint32(HEADER.size, true), SECTOR);
  data.setUint32(HEADER.crc, crc32(header.subarray(0, size)), true);
  const field = (at: number, bytes: number): Patch => ({
    at: sector * SECTOR + at,
    bytes: header.slice(at, at + bytes),
  });
  return [
    ...entries.map(({ at, bytes }) => ({ at: tableAt + at, bytes })),
    field(HEADER.crc, 4),
    field(HEADER.disk, GUID),
    field(HEADER.tableCrc, 4),
  ];
}
