/**
 * Data for `gatewright inspect IMAGE ls|cat|stat|sum|tree`.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { FileKind } from "../disk/ffs_inode.ts";
import type { FileTree, TreeFile } from "../disk/file_tree.ts";

/** A file as the commands print it. */
export interface FileInfo {
  /** Absolute path. */
  path: string;
  /** Type. */
  kind: FileKind;
  /** Permissions, four octal digits. */
  mode: string;
  /** Owner (uid). */
  uid: number;
  /** Group (gid). */
  gid: number;
  /** Size in bytes. */
  size: number;
  /** Number of links. */
  links: number;
  /** Inode number. */
  inode: number;
  /** Modification time, ISO 8601; absent if the time on the disk is invalid. */
  mtime?: string;
  /** Target of a symbolic link. */
  target?: string;
  /** Numbers of a device. */
  device?: { major: number; minor: number };
  /** SHA-256 of a file, if requested. */
  sha256?: string;
}

async function info(file: TreeFile): Promise<FileInfo> {
  const { inode } = file;
  const time = new Date(inode.mtime * 1000);
  return {
    path: file.path,
    kind: inode.kind,
    mode: inode.mode.toString(8).padStart(4, "0"),
    uid: inode.uid,
    gid: inode.gid,
    size: inode.size,
    links: inode.links,
    inode: inode.number,
    ...(Number.isNaN(time.getTime()) ? {} : { mtime: time.toISOString() }),
    ...(inode.kind === "symlink" ? { target: await file.fs.readlink(inode) } : {}),
    ...(inode.device ? { device: inode.device } : {}),
  };
}

async function regular(tree: FileTree, path: string): Promise<TreeFile> {
  const file = await tree.stat(path, { follow: true });
  if (file.inode.kind !== "file") {
    throw new GatewrightError(`not a file but a ${file.inode.kind}: ${path}`);
  }
  return file;
}

/** The files in a directory, or the file itself. */
export async function ls(tree: FileTree, path: string): Promise<FileInfo[]> {
  const file = await tree.stat(path, { follow: true });
  if (file.inode.kind !== "directory") return [await info(file)];
  const files: FileInfo[] = [];
  for (const child of await tree.list(path)) files.push(await info(child));
  return files;
}

/** The content of a file, streamed. */
export async function* cat(tree: FileTree, path: string): AsyncGenerator<Uint8Array> {
  yield* tree.content(await regular(tree, path));
}

/** All metadata of one file; a symbolic link is not followed. */
export async function stat(tree: FileTree, path: string): Promise<FileInfo> {
  return await info(await tree.stat(path));
}

/** The SHA-256 of a file's content. */
export async function sum(tree: FileTree, path: string): Promise<string> {
  return await tree.sha256(await regular(tree, path));
}

/** Every file at and below `path`, streamed; with SHA-256 if requested. */
export async function* tree(
  files: FileTree,
  path = "/",
  options: { sha256?: boolean } = {},
): AsyncGenerator<FileInfo> {
  // Hashes of files with several links: each is read once.
  const known = new Map<string, string>();
  for await (const file of files.walk(path)) {
    const shown = await info(file);
    if (options.sha256 && file.inode.kind === "file") {
      const id = `${file.inode.number} ${file.fs.source.name}`;
      shown.sha256 = known.get(id) ?? await files.sha256(file);
      if (file.inode.links > 1) known.set(id, shown.sha256);
    }
    yield shown;
  }
}
