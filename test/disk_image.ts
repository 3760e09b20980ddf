/**
 * Small OpenBSD disks for tests: MBR, disklabel and file systems made by makefs(8).
 * @module
 */
import { makefs } from "./makefs.ts";

const SECTOR = 512;
const START = 64;

/** Lays a file system image out as partition a of a whole disk. */
export function wrapDisk(fs: Uint8Array, partitions = 16): Uint8Array<ArrayBuffer> {
  const sectors = Math.ceil(fs.length / SECTOR);
  const disk = new Uint8Array((START + sectors) * SECTOR);
  disk.set(fs, START * SECTOR);
  const data = new DataView(disk.buffer);
  const slot = 446 + 3 * 16;
  data.setUint8(slot, 0x80);
  data.setUint8(slot + 4, 0xa6);
  data.setUint32(slot + 8, START, true);
  data.setUint32(slot + 12, sectors, true);
  data.setUint16(510, 0xaa55, true);
  const label = (START + 1) * SECTOR;
  const put32 = (at: number, value: number) => data.setUint32(label + at, value, true);
  put32(0, 0x82564557);
  put32(40, SECTOR);
  put32(60, START + sectors);
  disk.set([0, 1, 2, 3, 4, 5, 6, 7], label + 64);
  put32(80, START);
  put32(84, START + sectors);
  data.setUint16(label + 114, 1, true);
  put32(132, 0x82564557);
  data.setUint16(label + 138, partitions, true);
  put32(148, sectors);
  put32(152, START);
  data.setUint8(label + 160, 7);
  let sum = 0;
  for (let at = 0; at < 148 + 16 * 16; at += 2) sum ^= data.getUint16(label + at, true);
  data.setUint16(label + 136, sum, true);
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
