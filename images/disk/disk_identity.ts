/**
 * What makes an installed disk one of its own: its DUID, and the seeds of its first boot. Both are
 * written in place; no block of a file system moves.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { view } from "./bytes.ts";
import type { Disklabel } from "./disklabel.ts";
import type { FileTree, TreeFile } from "./file_tree.ts";
import { inodeRuns } from "./ffs_inode.ts";
import { SECTOR } from "./mbr.ts";
import type { Source } from "./source.ts";
import { writeFull } from "./target_file.ts";

/** What rc(8) feeds the kernel's random numbers from, and the loader before it. */
export const SEEDS = ["/etc/random.seed", "/var/db/host.random"] as const;

/** A disk that was looked into: an `Inspection`. */
export interface IdentifiedDisk {
  /** First sector of the OpenBSD area. */
  start: number;
  label: Disklabel;
  fileSystems: readonly { start: number; fs: TreeFile["fs"] }[];
  tree: FileTree;
  source: Source;
}

/** How a disk is to be changed. */
export interface Identity {
  /** Sixteen hexadecimal digits, not all of them zero. */
  duid: string;
  /** Fills the bytes of a seed. */
  seed(bytes: Uint8Array): void;
}

/** One that no other disk has. */
export function freshIdentity(): Identity {
  let duid = "";
  while (/^0*$/.test(duid)) duid = crypto.getRandomValues(new Uint8Array(8)).toHex();
  return {
    duid,
    seed(bytes) {
      // getRandomValues gives 64 KiB at once.
      for (let at = 0; at < bytes.length; at += 65536) {
        crypto.getRandomValues(bytes.subarray(at, at + 65536));
      }
    },
  };
}

/** Offset of the DUID and of the checksum in a disklabel (sys/disklabel.h). */
const AT = { uid: 64, checksum: 136 };

/**
 * Writes `identity` to the disk that `file` is: into its label, into fstab(5) and the logs of its installer,
 * and over its seeds. What was read of `disk` before is not true any more.
 *
 * @throws {GatewrightError} (verification) if a file that has to be there is not.
 */
export async function writeIdentity(
  disk: IdentifiedDisk,
  file: Deno.FsFile,
  identity: Identity,
): Promise<void> {
  const before = disk.label.duid;
  const texts = ["/etc/fstab", ...await installerLogs(disk.tree)];
  const changes: [path: string, change: (bytes: Uint8Array) => void][] = [];
  for (const path of texts) {
    changes.push([path, (bytes) => replaceAll(bytes, before, identity.duid)]);
  }
  for (const path of SEEDS) changes.push([path, (bytes) => identity.seed(bytes)]);
  // All of it is looked at before a byte is written.
  const pieces: [at: number, bytes: Uint8Array][] = [];
  for (const [path, change] of changes) pieces.push(...await changed(disk, path, change));
  for (const [at, bytes] of pieces) await writeFull(file, at, bytes);
  await writeDuid(disk, file, identity.duid);
}

/** The installer's log names the disk as mount(8) does. */
async function installerLogs(tree: FileTree): Promise<string[]> {
  if ((await tree.find("/var/log", { follow: true }))?.inode.kind !== "directory") return [];
  return (await tree.list("/var/log")).map(({ path }) => path)
    .filter((path) => /\/(ai\.log|install\.resp)\.\d+$/.test(path));
}

async function writeDuid({ start, source }: IdentifiedDisk, file: Deno.FsFile, duid: string) {
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
  await writeFull(file, at, label);
}

/** The bytes of a file after a change, and where on the disk they are. */
async function changed(
  { tree, fileSystems }: IdentifiedDisk,
  path: string,
  change: (bytes: Uint8Array) => void,
): Promise<[at: number, bytes: Uint8Array][]> {
  const found = await tree.find(path);
  const bytes = found?.inode.kind === "file" ? (await tree.bytes(path))?.slice() : undefined;
  const system = fileSystems.find(({ fs }) => fs === found?.fs);
  if (!found || !bytes || !system) throw lacks(path, "it is not there");
  if (bytes.length === 0) throw lacks(path, "it is empty");
  change(bytes);
  const pieces: [number, Uint8Array][] = [];
  let done = 0;
  for await (const { at, length } of inodeRuns(found.fs.source, found.fs.superblock, found.inode)) {
    if (at === undefined) throw lacks(path, "it has a hole");
    pieces.push([system.start * SECTOR + at, bytes.subarray(done, done + length)]);
    done += length;
  }
  return pieces;
}

function lacks(path: string, why: string): GatewrightError {
  return new GatewrightError("the disk cannot be given an identity of its own", {
    kind: "verification",
    where: path,
    why,
    next: "build it again",
  });
}

/** Replaces a text by another one of the same length, in place. */
function replaceAll(bytes: Uint8Array, before: string, after: string): void {
  const [from, to] = [before, after].map((text) => new TextEncoder().encode(text)) as [
    Uint8Array,
    Uint8Array,
  ];
  for (let at = 0; at + from.length <= bytes.length; at++) {
    if (from.every((byte, index) => bytes[at + index] === byte)) bytes.set(to, at);
  }
}
