/**
 * The id of a fast file system (fs_id in sys/ufs/ffs/fs.h): set by newfs(8), and part of file
 * handles.
 * @module
 */
import { view } from "./bytes.ts";
import type { Ffs } from "./ffs.ts";
import { SUPERBLOCK_MAGIC } from "./ffs_superblock.ts";
import type { Patch } from "./sink.ts";

/** Offsets in a superblock. The first word of the id is the time of newfs(8). */
const AT = { spare: 8, id: 144, random: 148, magic: 1372 };
const SUPERBLOCK = 1376;

/** The id of a file system, in hexadecimal. */
export async function ffsId({ source, superblock }: Ffs): Promise<string> {
  return (await source.read(superblock.at + AT.id, 8)).toHex();
}

/**
 * The patches that give the file system a new id, in offsets of the file system: one word of each
 * superblock, and of the spare ones, which fsck(8) compares.
 */
export async function ffsIdPatches(fs: Ffs, seed: (bytes: Uint8Array) => void): Promise<Patch[]> {
  const id = new Uint8Array(4);
  seed(id);
  const patches: Patch[] = [];
  for (const at of await superblocks(fs)) patches.push({ at: at + AT.random, bytes: id });
  return patches;
}

/** Offsets of the superblocks: the first, and one in each cylinder group. */
async function superblocks({ source, superblock: sb }: Ffs): Promise<Set<number>> {
  const spare = view(await source.read(sb.at, SUPERBLOCK)).getInt32(AT.spare, true);
  const found = new Set([sb.at]);
  for (let group = 0; group < sb.groups; group++) {
    const start = group * sb.fragmentsPerGroup + sb.skew.offset * (group & ~sb.skew.mask);
    const at = (start + spare) * sb.fragmentSize;
    if (at < 0 || at + SUPERBLOCK > source.size) continue;
    const magic = view(await source.read(at + AT.magic, 4)).getUint32(0, true);
    if (magic === SUPERBLOCK_MAGIC[sb.version]) found.add(at);
  }
  return found;
}
