/**
 * The identity of an installed disk: its DUID, the seeds of its first boot, and the ids of its
 * partitions and file systems. It is changed in place; no block of a file system moves.
 * @module
 */
import { Buffer } from "node:buffer";
import { GatewrightError } from "../../host/error.ts";
import { view } from "./bytes.ts";
import type { Disklabel } from "./disklabel.ts";
import { ffsIdPatches } from "./ffs_id.ts";
import { inodeRuns } from "./ffs_inode.ts";
import type { FileTree, TreeFile } from "./file_tree.ts";
import { guidPatches } from "./gpt_guids.ts";
import { SECTOR } from "./mbr.ts";
import type { Patch } from "./sink.ts";
import type { Source } from "./source.ts";

/** Seed file read by rc(8), and by the boot loader before it. */
export const SEEDS = ["/etc/random.seed", "/var/db/host.random"] as const;

/** Seed file that rc(8) writes at each boot. */
const BOOTED = "/var/run/dmesg.boot";

/** An inspected disk: an `Inspection`. */
export interface IdentifiedDisk {
  /** Partition scheme. */
  scheme: "mbr" | "gpt" | "none" | "bare";
  /** First sector of the OpenBSD area. */
  start: number;
  label: Disklabel;
  fileSystems: readonly { start: number; fs: TreeFile["fs"] }[];
  tree: FileTree;
  source: Source;
}

/** The new identity of a disk. */
export interface Identity {
  /** DUID: sixteen hexadecimal digits, not all of them zero. */
  duid: string;
  /** Fills a buffer with unpredictable bytes. */
  seed(bytes: Uint8Array): void;
}

/** A new random identity. */
export function freshIdentity(): Identity {
  let duid = "";
  while (/^0*$/.test(duid)) duid = crypto.getRandomValues(new Uint8Array(8)).toHex();
  return {
    duid,
    seed(bytes) {
      // getRandomValues takes at most 64 KiB.
      for (let at = 0; at < bytes.length; at += 65536) {
        crypto.getRandomValues(bytes.subarray(at, at + 65536));
      }
    },
  };
}

/** Offsets of the DUID and of the checksum in a disklabel (sys/disklabel.h). */
const AT = { uid: 64, checksum: 136 };

/**
 * Why a disk keeps its identity: it has been booted, or no installer has prepared it for its first
 * boot. Undefined if it may get a new one.
 */
export async function whyKeepsIdentity(disk: IdentifiedDisk): Promise<string | undefined> {
  if (await disk.tree.find(BOOTED)) return "it has been booted";
  for (const path of SEEDS) {
    const found = await findRuns(disk, path);
    if ("why" in found) return `${path}: ${found.why}`;
  }
  return undefined;
}

/**
 * The patches that fill the seeds of `disk` using `seed`.
 *
 * @throws {GatewrightError} (verification) if a seed is missing.
 */
export async function seedPatches(
  disk: IdentifiedDisk,
  seed: Identity["seed"],
): Promise<Patch[]> {
  const patches: Patch[] = [];
  for (const path of SEEDS) {
    const file = await requiredRuns(disk, path);
    const bytes = new Uint8Array(file.size);
    seed(bytes);
    patches.push(...place(file, 0, bytes));
  }
  return patches;
}

/**
 * The patches that give `disk` an `identity`: the DUID in the disklabel, fstab(5) and the logs of
 * the installer, the seeds, the GUIDs of the partitions, the ids of the file systems. After they
 * are written, `disk` must be read again.
 *
 * @throws {GatewrightError} (verification) if a required file is missing.
 */
export async function identityPatches(disk: IdentifiedDisk, identity: Identity): Promise<Patch[]> {
  const patches = await seedPatches(disk, identity.seed);
  const before = disk.label.duid;
  const after = new TextEncoder().encode(identity.duid);
  for (const path of ["/etc/fstab", ...await installerLogs(disk.tree)]) {
    const file = await requiredRuns(disk, path);
    const text = Buffer.from(await disk.tree.bytes(path) ?? []);
    for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + before.length)) {
      patches.push(...place(file, at, after));
    }
  }
  for (const { start, fs } of disk.fileSystems) {
    for (const { at, bytes } of await ffsIdPatches(fs, identity.seed)) {
      patches.push({ at: start * SECTOR + at, bytes });
    }
  }
  if (disk.scheme === "gpt") patches.push(...await guidPatches(disk.source, identity.seed));
  return [...patches, await labelPatch(disk, identity.duid)];
}

/** The installer's log contains the DUID in the output of mount(8). */
async function installerLogs(tree: FileTree): Promise<string[]> {
  if ((await tree.find("/var/log", { follow: true }))?.inode.kind !== "directory") return [];
  return (await tree.list("/var/log")).map(({ path }) => path)
    .filter((path) => /\/(ai\.log|install\.resp)\.\d+$/.test(path));
}

async function labelPatch({ start, source }: IdentifiedDisk, duid: string): Promise<Patch> {
  const at = (start + 1) * SECTOR;
  const label = (await source.read(at, SECTOR)).slice();
  const words = view(label);
  let checksum = words.getUint16(AT.checksum, true);
  const turn = () => {
    for (let word = 0; word < 8; word += 2) checksum ^= words.getUint16(AT.uid + word, true);
  };
  turn();
  label.set(Uint8Array.fromHex(duid), AT.uid);
  turn();
  words.setUint16(AT.checksum, checksum, true);
  return { at: at + AT.uid, bytes: label.slice(AT.uid, AT.checksum + 2) };
}

/** The ranges of the disk that hold the bytes of a file. */
interface FileRuns {
  size: number;
  runs: { at: number; length: number }[];
}

async function findRuns(
  { tree, fileSystems }: IdentifiedDisk,
  path: string,
): Promise<FileRuns | { why: string }> {
  const found = await tree.find(path);
  const system = fileSystems.find(({ fs }) => fs === found?.fs);
  if (!found || !system || found.inode.kind !== "file") return { why: "it is not there" };
  const { inode, fs } = found;
  if (inode.size === 0) return { why: "it is empty" };
  const runs: FileRuns["runs"] = [];
  for await (const { at, length } of inodeRuns(fs.source, fs.superblock, inode)) {
    if (at === undefined) return { why: "it has a hole" };
    runs.push({ at: system.start * SECTOR + at, length });
  }
  return { size: inode.size, runs };
}

async function requiredRuns(disk: IdentifiedDisk, path: string): Promise<FileRuns> {
  const found = await findRuns(disk, path);
  if (!("why" in found)) return found;
  throw new GatewrightError("the disk cannot be given an identity of its own", {
    kind: "verification",
    where: path,
    why: found.why,
    next: "build it again",
  });
}

/** Patches of the disk that write `bytes` at byte `offset` of a file. */
function place({ runs }: FileRuns, offset: number, bytes: Uint8Array<ArrayBuffer>): Patch[] {
  const patches: Patch[] = [];
  let begin = 0;
  for (const { at, length } of runs) {
    const from = Math.max(offset, begin);
    const to = Math.min(offset + bytes.length, begin + length);
    if (from < to) {
      patches.push({ at: at + from - begin, bytes: bytes.slice(from - offset, to - offset) });
    }
    begin += length;
  }
  return patches;
}
