/**
 * Inspects a disk from the host: no root, no mount, no virtual machine.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { damaged } from "../disk/damaged.ts";
import { type Disklabel, hasDisklabel, readDisklabel } from "../disk/disklabel.ts";
import { type Ffs, openFfs } from "../disk/ffs.ts";
import { GPT_OPENBSD, type GptPartition, readGpt } from "../disk/gpt.ts";
import { MBR_OPENBSD, MBR_PROTECTIVE, type MbrPartition, readMbr, SECTOR } from "../disk/mbr.ts";
import { refuseForeignFormat } from "../disk/refuse_foreign_format.ts";
import { openSource, type Source } from "../disk/source.ts";
import { isRehearsal } from "../manifest/rehearsal.ts";
import { FileTree, type Mount } from "../disk/file_tree.ts";

/** A file system on the disk. */
export interface FileSystem {
  /** Partition letter of the disklabel. */
  letter: string;
  /** Mount point in fstab(5); absent if it is not mounted. */
  mount?: string;
  /** FFS1 or FFS2. */
  version: 1 | 2;
  /** Bytes. */
  size: number;
  /** Bytes in use. */
  used: number;
  /** It was unmounted cleanly. */
  clean: boolean;
  /** First sector. */
  start: number;
  /** Reads its files. */
  fs: Ffs;
}

/** An inspected disk. Dispose of it when done: it keeps the image open. */
export interface Inspection extends Disposable {
  /** Path of the image. */
  path: string;
  /** Size in bytes. */
  size: number;
  /**
   * Partition scheme: MBR, GPT, only a disklabel (floppies), or `bare`: a single file system
   * without a label, such as a ramdisk or the copy of a partition.
   */
  scheme: "mbr" | "gpt" | "none" | "bare";
  /** MBR partitions. */
  mbr: MbrPartition[];
  /** GPT partitions. */
  gpt: GptPartition[];
  /** First sector of the OpenBSD area. */
  start: number;
  /** It was made by a rehearsal and does not boot OpenBSD. */
  rehearsal: boolean;
  /** The disklabel. */
  label: Disklabel;
  /** Its fast file systems. */
  fileSystems: FileSystem[];
  /** All files of the mounted file systems by path. */
  tree: FileTree;
  /** The bytes of the disk. */
  source: Source;
}

async function openbsdArea(
  source: Source,
): Promise<Pick<Inspection, "scheme" | "mbr" | "gpt" | "start">> {
  const mbr = await readMbr(source) ?? [];
  const slot = mbr.find(({ type }) => type === MBR_OPENBSD);
  if (slot) return { scheme: "mbr", mbr, gpt: [], start: slot.start };
  if (mbr.some(({ type }) => type === MBR_PROTECTIVE)) {
    const gpt = await readGpt(source);
    const part = gpt.find(({ type }) => type === GPT_OPENBSD);
    if (part) return { scheme: "gpt", mbr, gpt, start: part.start };
    throw damaged(source.name, "the GUID partition table has no OpenBSD partition");
  }
  // The copy of a partition may start with the label of its disk.
  if (await isBare(source)) return { scheme: "bare", mbr: [], gpt: [], start: 0 };
  if (await hasDisklabel(source, 0)) return { scheme: "none", mbr: [], gpt: [], start: 0 };
  throw damaged(source.name, "no OpenBSD partition and no disklabel", "is it a raw image?");
}

/** Whether a file system starts at the beginning of the source, and not where a label says. */
async function isBare(source: Source): Promise<boolean> {
  if (await hasDisklabel(source, 0)) {
    const label = await readDisklabel(source, 0).catch(() => undefined);
    if (label?.partitions.some(({ start, type }) => start === 0 && type === "4.2BSD")) return false;
  }
  return await openFfs(source).then(() => true, () => false);
}

/** The equivalent label of a file system without one. */
function bareLabel(source: Source): Disklabel {
  const total = Math.floor(source.size / SECTOR);
  return {
    duid: "0000000000000000",
    typename: "",
    total,
    bounds: { start: 0, end: total },
    partitions: [{ letter: "a", type: "4.2BSD", start: 0, size: total }],
  };
}

/** Mount points of the ffs lines in fstab(5) by partition letter; other disks are ignored. */
function mountPoints(fstab: string, duid: string): Map<string, string> {
  const points = new Map<string, string>();
  for (const line of fstab.split("\n")) {
    const [device, path, type] = line.replace(/#.*/, "").trim().split(/\s+/);
    const match = /^(?:([0-9a-f]{16})\.|\/dev\/[sw]d0)([a-p])$/.exec(device ?? "");
    if (!match || type !== "ffs" || !path?.startsWith("/")) continue;
    if (match[1] === undefined || match[1] === duid) points.set(match[2] as string, path);
  }
  return points;
}

async function inspectOpened(source: Source, path: string): Promise<Inspection> {
  await refuseForeignFormat(source);
  const area = await openbsdArea(source);
  const label = area.scheme === "bare"
    ? bareLabel(source)
    : await readDisklabel(source, area.start);
  const fileSystems: FileSystem[] = [];
  for (const { letter, type, start, size } of label.partitions) {
    if (type !== "4.2BSD") continue;
    const name = `${path}: partition ${letter}`;
    const fs = await openFfs(source, start * SECTOR, size * SECTOR, name);
    const sb = fs.superblock;
    fileSystems.push({
      letter,
      version: sb.version,
      size: sb.size * sb.fragmentSize,
      used: Math.max(0, sb.dataSize - sb.free) * sb.fragmentSize,
      clean: sb.clean,
      start,
      fs,
    });
  }
  const root = fileSystems.find(({ letter }) => letter === "a");
  if (!root) throw damaged(path, "the disklabel has no root file system on partition a");
  root.mount = "/";
  const fstab = await new FileTree([{ path: "/", fs: root.fs }]).text("/etc/fstab") ?? "";
  const points = mountPoints(fstab, label.duid);
  const mounts: Mount[] = [];
  for (const system of fileSystems) {
    const point = system.mount ?? points.get(system.letter)?.replace(/(.)\/+$/, "$1");
    if (point === undefined || (point === "/" && system !== root)) continue;
    system.mount = point;
    mounts.push({ path: point, fs: system.fs });
  }
  return {
    path,
    size: source.size,
    ...area,
    rehearsal: isRehearsal(await source.read(0, SECTOR)),
    label,
    fileSystems,
    tree: new FileTree(mounts),
    source,
    [Symbol.dispose]: () => source[Symbol.dispose](),
  };
}

/**
 * Opens a raw disk image and reads its partitions, file systems and mount points.
 *
 * @throws {GatewrightError} `verification` for a damaged disk or one without OpenBSD, `failed` if
 * the file cannot be read
 */
export async function inspectImage(path: string): Promise<Inspection> {
  return await inspectSource(await openSource(path));
}

/** Inspects an image that is already open as a {@linkcode Source}. Disposing of the result closes it. */
export async function inspectSource(source: Source): Promise<Inspection> {
  try {
    return await inspectOpened(source, source.name);
  } catch (error) {
    source[Symbol.dispose]();
    if (error instanceof GatewrightError) throw error;
    throw new GatewrightError("cannot read the image", {
      where: source.name,
      why: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}
