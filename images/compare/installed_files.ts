/**
 * The installed form of a site set after install.site has run: whole files, and text appended to
 * files of the release or the installer.
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { HostFile } from "../../host/host_file.ts";
import { bytesOf, holdsSecret, isHostFile, type SiteFile } from "../../site/file.ts";
import {
  type ComparedFile,
  type ComparedTree,
  type Difference,
  installedPath,
} from "./compare_site.ts";

/** Text that must be part of a file on the disk. */
export interface Part {
  /** Absolute path on the gateway. */
  path: string;
  /** The text; a secret is never shown. */
  content: SiteFile["content"];
}

/** The installed files of a set. */
export interface InstalledFiles {
  /** Files that come from the set whole. */
  whole: SiteFile[];
  /** Text that the set appends to other files. */
  parts: Part[];
}

/** Lists and hashes, which install.site reads. */
const READ_ONLY = /^gatewright\/(append\.list|owners\.list|passwd\/)/;
const KEYS = /^gatewright\/keys\/(.+)$/;
const APPENDED = /^gatewright\/append\/(\d+)$/;

/** Derives the installed files from a site set. */
export function installedFiles(files: readonly SiteFile[]): InstalledFiles {
  const text = (file: SiteFile) => new TextDecoder().decode(bytesOf(file));
  const list = files.find(({ path }) => path === "gatewright/append.list");
  const targets = new Map(
    (list ? text(list) : "").split("\n").filter(Boolean).map((line) => {
      const space = line.indexOf(" ");
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );
  const parted = new Set(targets.values());
  const found: InstalledFiles = { whole: [], parts: [] };
  for (const file of files) {
    if (READ_ONLY.test(file.path)) continue;
    const [, user] = KEYS.exec(file.path) ?? [];
    const [, number] = APPENDED.exec(file.path) ?? [];
    const path = number === undefined ? installedPath(file.path) : targets.get(number);
    if (path === undefined) continue;
    if (user !== undefined) {
      found.whole.push(
        user === "root"
          ? { ...file, path: "root/.ssh/authorized_keys" }
          : { ...file, path: `home/${user}/.ssh/authorized_keys`, owner: user, group: user },
      );
    } else if (number !== undefined || parted.has(path)) {
      found.parts.push({ path, content: file.content });
    } else found.whole.push(file);
  }
  return found;
}

/** Absolute paths of all files on the disk that come from the set, whole or in part. */
export function shippedPaths(files: readonly SiteFile[]): string[] {
  const { whole, parts } = installedFiles(files);
  const paths = [
    ...whole.flatMap(({ path }) => installedPath(path) ?? []),
    ...parts.map(({ path }) => path),
  ];
  return [...new Set(paths)].sort();
}

/** Whether a stream contains `part`. */
async function occurs(
  part: Buffer,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<boolean> {
  if (part.length === 0) return true;
  let tail = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([tail, chunk]);
    if (bytes.includes(part)) return true;
    tail = bytes.subarray(Math.max(0, bytes.length - part.length + 1));
  }
  return false;
}

/** Whether a stream starts with the content of a file of the host, which text was appended to. */
async function begins(
  { size, sha256 }: HostFile,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<boolean> {
  const hash = createHash("sha256");
  let left = size;
  for await (const chunk of chunks) {
    hash.update(chunk.subarray(0, left));
    left -= Math.min(left, chunk.length);
    if (left === 0) break;
  }
  return left === 0 && hash.digest("hex") === sha256;
}

/** Compares appended text with the disk. */
export async function compareParts(
  { tree }: { tree: Pick<ComparedTree<ComparedFile>, "bytes" | "stream"> },
  parts: readonly Part[],
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const part of parts) {
    const { path, content } = part;
    const chunks = await chunksOf(tree, path);
    if (!chunks) {
      differences.push({ path, what: "missing", message: "is not on the disk" });
      continue;
    }
    const there = isHostFile(content)
      ? await begins(content, chunks)
      : await occurs(Buffer.from(bytesOf(part)), chunks);
    if (there) continue;
    const hint = holdsSecret(part) ? " (secret, not shown)" : "";
    differences.push({ path, what: "content", message: `lacks what was added to it${hint}` });
  }
  return differences;
}

async function chunksOf(
  tree: Pick<ComparedTree<ComparedFile>, "bytes" | "stream">,
  path: string,
): Promise<Iterable<Uint8Array> | AsyncIterable<Uint8Array> | undefined> {
  if (tree.stream) return await tree.stream(path);
  const bytes = await tree.bytes(path);
  return bytes && [bytes];
}
