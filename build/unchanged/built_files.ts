/**
 * The output files of a build: recognised as unchanged by their status, or by their content.
 * @module
 */
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { hashFile } from "../../host/hash_file.ts";
import { isOwn } from "../../host/owner.ts";
import { sumPieces, sumText } from "../../images/disk/image_sum.ts";
import { openSource } from "../../images/disk/source.ts";
import type { Manifest } from "../../images/manifest/manifest.ts";
import type { BuildRecords, FileRecord } from "./records.ts";

/**
 * Every file of `folder`, which is about to be published; files hashed in its manifest are not read
 * again.
 */
export async function recordFiles(
  folder: string,
  { outputs }: Pick<Manifest, "outputs">,
  records: Pick<BuildRecords, "keyed">,
  signal?: AbortSignal,
): Promise<FileRecord[]> {
  const files: FileRecord[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const path = join(folder, name);
    const { pieces, sha256 } = outputs.find((one) => one.name === name) ?? {};
    const text = sha256 !== undefined
      ? sumText({ sha256 })
      : pieces !== undefined
      ? sumText({ pieces })
      : await sumOf(path, "sha256", signal);
    files.push({
      name,
      ...stateOf(await Deno.lstat(path)),
      sum: text.startsWith("pieces") ? "pieces" : "sha256",
      mac: macOf(records, name, text),
    });
  }
  return files;
}

/** The current state of the files in a folder. */
export type FileComparison = { same: FileRecord[] } | {
  /** Reason in words: `hq.raw has changed`. */
  why: string;
};

/**
 * Compares the files of `folder` with `recorded`. A file with the same size, times and inode is
 * unchanged; any other is read, because a folder may have been copied, or unpacked from an archive.
 */
export async function compareFiles(
  folder: string,
  recorded: readonly FileRecord[],
  records: Pick<BuildRecords, "keyed">,
  signal?: AbortSignal,
): Promise<FileComparison> {
  const names = new Set(await Array.fromAsync(Deno.readDir(folder), ({ name }) => name));
  const same: FileRecord[] = [];
  for (const record of recorded) {
    const { name, sum, mac } = record;
    const path = join(folder, name);
    if (!names.delete(name)) return { why: `${name} is not there any more` };
    const info = await Deno.lstat(path);
    const now = { name, ...stateOf(info), sum, mac };
    same.push(now);
    if (isDeepStrictEqual(now, record)) continue;
    const fit = info.isFile && isOwn(info) && now.size === record.size && now.mode === record.mode;
    if (!fit || macOf(records, name, await sumOf(path, sum, signal)) !== mac) {
      return { why: `${name} has changed since` };
    }
  }
  const [more] = names;
  return more === undefined ? { same } : { why: `${more} was not made by it` };
}

function stateOf({ size, mode, ino, mtime, ctime }: Deno.FileInfo) {
  return {
    size,
    mode: (mode ?? 0) & 0o7777,
    inode: ino ?? 0,
    modified: mtime?.getTime() ?? 0,
    changed: ctime?.getTime() ?? 0,
  };
}

async function sumOf(path: string, kind: FileRecord["sum"], signal?: AbortSignal): Promise<string> {
  if (kind === "sha256") return sumText({ sha256: (await hashFile(path, signal)).sha256 });
  using source = await openSource(path);
  return sumText((await sumPieces(source, signal)).sum);
}

/** Includes the name, so that swapped files differ. */
function macOf(records: Pick<BuildRecords, "keyed">, name: string, sum: string): string {
  return records.keyed(`${name}\n${sum}`);
}
