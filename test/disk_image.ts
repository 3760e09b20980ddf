/**
 * Small OpenBSD disks for tests: MBR, disklabel and file systems made by makefs(8).
 * @module
 */
import { crc32 } from "node:zlib";
import { makefs } from "./makefs.ts";

const SECTOR = 512;
const START = 64;

/** How {@linkcode wrapDisk} differs from a disk of one partition. */
export interface WrapOptions {
  /** Entries of the disklabel. */
  partitions?: number;
  /** Sectors of a partition b behind it. */
  swap?: number;
  /** Its type. */
  swapType?: number;
}

/** Writes a disklabel for a file system that begins there, and its checksum. */
function putLabel(
  disk: Uint8Array,
  start: number,
  sectors: number,
  { partitions = 16, swap = 0, swapType = 1 }: WrapOptions = {},
): void {
  const data = new DataView(disk.buffer);
  const label = (start + 1) * SECTOR;
  disk.fill(0, label, label + SECTOR);
  const put32 = (at: number, value: number) => data.setUint32(label + at, value, true);
  put32(0, 0x82564557);
  put32(40, SECTOR);
  put32(60, disk.length / SECTOR);
  disk.set([0, 1, 2, 3, 4, 5, 6, 7], label + 64);
  put32(80, start);
  put32(84, start + sectors + swap);
  data.setUint16(label + 114, 1, true);
  put32(132, 0x82564557);
  data.setUint16(label + 138, partitions, true);
  put32(148, sectors);
  put32(152, start);
  data.setUint8(label + 160, 7);
  if (swap > 0) {
    put32(164, swap);
    put32(168, start + sectors);
    data.setUint8(label + 176, swapType);
  }
  let sum = 0;
  for (let at = 0; at < 148 + 16 * 16; at += 2) sum ^= data.getUint16(label + at, true);
  data.setUint16(label + 136, sum, true);
}

/** Lays a file system image out as partition a of a whole disk. */
export function wrapDisk(fs: Uint8Array, options: WrapOptions = {}): Uint8Array<ArrayBuffer> {
  const sectors = Math.ceil(fs.length / SECTOR);
  const all = sectors + (options.swap ?? 0);
  const disk = new Uint8Array((START + all) * SECTOR);
  disk.set(fs, START * SECTOR);
  const data = new DataView(disk.buffer);
  const slot = 446 + 3 * 16;
  data.setUint8(slot, 0x80);
  data.setUint8(slot + 4, 0xa6);
  data.setUint32(slot + 8, START, true);
  data.setUint32(slot + 12, all, true);
  data.setUint16(510, 0xaa55, true);
  putLabel(disk, START, sectors, options);
  return disk;
}

/** The type of OpenBSD as it is stored: the first three fields turned round. */
const STORED_OPENBSD = "a0c74c82a836e311890a952519ad3f61";
const STORED_EFI = "28732ac11ff8d211ba4b00a0c93ec93b";

/**
 * A disk of 9300 sectors with a GUID partition table: an EFI System partition, then OpenBSD with a
 * file system (`fs`, up to 8192 sectors) on partition a.
 */
export function gptDisk(fs: Uint8Array = new Uint8Array(0)): Uint8Array<ArrayBuffer> {
  const disk = new Uint8Array(9300 * SECTOR);
  const data = new DataView(disk.buffer);
  disk.set(fs, 1024 * SECTOR);
  putLabel(disk, 1024, 8192);
  data.setUint8(446 + 4, 0xee);
  data.setUint32(446 + 8, 1, true);
  data.setUint32(446 + 12, 9299, true);
  data.setUint16(510, 0xaa55, true);
  const entry = (index: number, type: string, first: number, last: number, name: string) => {
    const at = 1024 + 128 * index;
    disk.set(type.match(/../g)?.map((byte) => parseInt(byte, 16)) ?? [], at);
    data.setBigUint64(at + 32, BigInt(first), true);
    data.setBigUint64(at + 40, BigInt(last), true);
    for (let i = 0; i < name.length; i++) data.setUint16(at + 56 + 2 * i, name.charCodeAt(i), true);
  };
  entry(0, STORED_EFI, 64, 1023, "EFI System Area");
  entry(2, STORED_OPENBSD, 1024, 9215, "OpenBSD Area");
  const header = (here: number, other: number, table: number) => {
    const at = here * SECTOR;
    disk.set(new TextEncoder().encode("EFI PART"), at);
    data.setUint32(at + 12, 92, true);
    [here, other, 34, 9266].forEach((value, i) =>
      data.setBigUint64(at + 24 + 8 * i, BigInt(value), true)
    );
    data.setBigUint64(at + 72, BigInt(table), true);
    data.setUint32(at + 80, 128, true);
    data.setUint32(at + 84, 128, true);
    data.setUint32(at + 88, crc32(disk.subarray(1024, 1024 + 128 * 128)), true);
    data.setUint32(at + 16, crc32(disk.subarray(at, at + 92)), true);
  };
  header(1, 9299, 2);
  disk.set(disk.subarray(1024, 1024 + 128 * 128), 9267 * SECTOR);
  header(9299, 1, 9267);
  return disk;
}

/** Makes a disk whose root file system holds the given files (`[content, mode]` by absolute path). */
export async function makeDisk(
  files: Record<string, [content: string, mode: number]>,
  version: 1 | 2 = 2,
): Promise<Uint8Array<ArrayBuffer>> {
  const dir = await Deno.makeTempDir();
  try {
    for (const [path, [content, mode]] of Object.entries(files)) {
      const host = `${dir}/root${path}`;
      await Deno.mkdir(host.slice(0, host.lastIndexOf("/")), { recursive: true });
      await Deno.writeTextFile(host, content);
      await Deno.chmod(host, mode);
    }
    await makefs(version, `${dir}/root`, `${dir}/image`, ",bsize=4096,fsize=512", "2m");
    return wrapDisk(await Deno.readFile(`${dir}/image`));
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}
