/**
 * Finds identifiers and random seeds that two disks have in common.
 * @module
 */
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { SEEDS } from "../disk/disk_identity.ts";
import { ffsId } from "../disk/ffs_id.ts";
import { diskGuid } from "../disk/gpt_guids.ts";
import { type Built, findBuilt } from "../manifest/find_built.ts";
import { inspectImage, type Inspection } from "./inspect.ts";

/**
 * Identifiers of a disk: `DUID`, a seed's path and so on, each with a value that is safe to
 * compare.
 */
export type Marks = ReadonlyMap<string, string>;

/** Another image, and what it has in common with the inspected one. */
export interface SharedIdentity {
  /** Path of the other image. */
  image: string;
  /** `DUID`, `/etc/random.seed` and the like. */
  what: string[];
}

/** Limit of other images that are read. */
const MOST = 100;

/** Reads the identifiers of `disk`; empty ones and those of all zeros are left out. */
export async function marksOf(disk: Inspection): Promise<Marks> {
  const marks = new Map<string, string>();
  const add = (name: string, value: string) => {
    if (!/^0*$/.test(value)) marks.set(name, value);
  };
  add("DUID", disk.label.duid);
  for (const path of SEEDS) {
    const bytes = await disk.tree.bytes(path);
    if (!bytes?.some((byte) => byte !== 0)) continue;
    add(path, createHash("sha256").update(bytes).digest("hex"));
  }
  if (disk.scheme === "gpt") add("GUID of the disk", await diskGuid(disk.source));
  for (const { letter, fs } of disk.fileSystems) {
    add(`id of file system ${letter}`, await ffsId(fs));
  }
  return marks;
}

/** Names of the identifiers that both have, in the order of `one`. */
export function sharedMarks(one: Marks, other: Marks): string[] {
  return [...one].filter(([name, value]) => other.get(name) === value).map(([name]) => name);
}

/**
 * The images of other builds beside that of `disk` (`out/b/b.raw` beside `out/a/a.raw`) that have
 * identifiers in common with it; unreadable ones are skipped.
 */
export async function sharedBeside(disk: Inspection, built: Built): Promise<SharedIdentity[]> {
  if (!built.manifest) return [];
  const mine = await marksOf(disk);
  const shared: SharedIdentity[] = [];
  const folder = dirname(built.image);
  const own = await Deno.realPath(folder);
  for (const name of await foldersIn(join(folder, ".."))) {
    const other = join(folder, "..", name);
    if (name === basename(own) || !await hasManifest(other)) continue;
    const image = await findBuilt(other).then(({ image }) => image, () => undefined);
    if (image === undefined) continue;
    const what = await marksAt(image).then((marks) => sharedMarks(mine, marks), () => []);
    if (what.length > 0) shared.push({ image, what });
  }
  return shared;
}

async function marksAt(image: string): Promise<Marks> {
  using disk = await inspectImage(image);
  return await marksOf(disk);
}

/** Whether a build wrote the folder; others may be large. */
async function hasManifest(folder: string): Promise<boolean> {
  return await Deno.stat(join(folder, "manifest.json")).then(() => true, () => false);
}

/** Sorted. */
async function foldersIn(parent: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(parent));
    return entries.filter(({ isDirectory }) => isDirectory).map(({ name }) => name).sort()
      .slice(0, MOST);
  } catch {
    return [];
  }
}
