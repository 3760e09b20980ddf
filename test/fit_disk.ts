/**
 * A small disk that all checks of a golden image pass: with the files of a gateway, and a boot sector
 * that leads to /boot as installboot(8) would have it.
 * @module
 */
import { inodeOffset } from "../images/disk/ffs_inode.ts";
import { memorySource } from "../images/disk/testing.ts";
import { inspectSource } from "../images/inspect/inspect.ts";
import { makeDisk } from "./disk_image.ts";

/** Files by absolute path: content and mode. */
export type DiskFiles = Record<string, [content: string, mode: number]>;

/** What a gateway's disk has at least. */
export const FIT_FILES: DiskFiles = {
  "/bsd": ["\x7fELF OpenBSD 7.9 (GENERIC.MP) #1: Tue", 0o700],
  "/boot": [`\x7fELF${"boot ".repeat(2000)}`, 0o644],
  "/etc/boot.conf": ["stty com0 115200\nset tty com0\n", 0o644],
  "/etc/ttys": ['tty00\t"/usr/libexec/getty std.115200"\tvt220\ton  secure\n', 0o644],
  "/etc/installurl": ["https://cdn.openbsd.org/pub/OpenBSD\n", 0o644],
  "/etc/fstab": ["0001020304050607.a / ffs rw 1 1\n", 0o644],
  "/etc/passwd": ["root:*:0:0::/root:/bin/ksh\n", 0o644],
  "/etc/group": ["wheel:*:0:root\n", 0o644],
  "/etc/master.passwd": ["root:*:0:0:daemon:0:0::/root:/bin/ksh\n", 0o600],
};

/** What an installation leaves for the first boot besides: a disk with these gets an identity of its own. */
export const SEED_FILES: DiskFiles = {
  "/etc/random.seed": ["s".repeat(512), 0o600],
  "/var/db/host.random": ["h".repeat(65536), 0o600],
  "/var/log/ai.log.12345": ["/dev/wd0a (0001020304050607.a) on /mnt type ffs\n", 0o600],
};

const SECTOR = 512;
const START = 64;
/** Where the boot sector keeps the disk address packet of its reads. */
const PACKET = 0x1d0;

/** Such a disk, with files changed or added. */
export async function fitDisk(
  more: DiskFiles = {},
  version: 1 | 2 = 2,
): Promise<Uint8Array<ArrayBuffer>> {
  const disk = await makeDisk({ ...FIT_FILES, ...more }, version);
  await installBoot(disk);
  return disk;
}

/** Writes a boot sector that loads the disk's /boot. */
export async function installBoot(disk: Uint8Array<ArrayBuffer>): Promise<void> {
  using image = await inspectSource(memorySource(disk, "fit.raw"));
  const { fs } = image.fileSystems[0]!;
  const sb = fs.superblock;
  const { inode } = await image.tree.stat("/boot");
  const place = inodeOffset(sb, inode.number);
  const inBlock = place % sb.blockSize;
  const little = (value: number, bytes: number) =>
    Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256);
  const pointers = 0x200 + inBlock + (sb.version === 1 ? 40 : 112);
  // deno-fmt-ignore
  const code = [
    0x66, 0xb8, ...little((place - inBlock) / sb.fragmentSize, 4), 0xbb, 0xe0, 0x07,
    0x66, 0xbe, ...little(pointers, 4), 0xbf, ...little(Math.ceil(inode.size / sb.blockSize), 2),
    0x89, 0xf9, 0x83, 0xf9, 0x0c,
    0xfc, 0x66, 0xad, ...(sb.version === 1 ? [] : [0x81, 0xc6, 4, 0]), 0x66, 0x60,
    0x66, 0x61, 0x81, 0xc3, ...little(sb.blockSize / 16, 2), 0x4f,
    0xb9, 0x20, sb.fsbtodb, 0x66, 0x50, 0x28, 0xe9,
    0x66, 0x05, ...little(START, 4), 0x66, 0xa3,
    0xbe, ...little(PACKET, 2), 0xb4, 0x42, 0xcd, 0x13,
  ];
  const sector = disk.subarray(START * SECTOR, (START + 1) * SECTOR);
  sector.fill(0);
  sector.set(code);
  sector.set([0x10, 0, ...little(sb.blockSize / SECTOR, 2)], PACKET);
  sector.set([0x55, 0xaa], 510);
}
