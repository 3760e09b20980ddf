/**
 * The files of a disk by path, across the file systems that fstab(5) mounts.
 * @module
 */
import { createHash } from "node:crypto";
import { GatewrightError } from "../../host/error.ts";
import { damaged } from "./damaged.ts";
import { type Ffs, ROOT_INODE } from "./ffs.ts";
import type { Inode } from "./ffs_inode.ts";

/** A file system and its mount point. */
export interface Mount {
  /** Absolute path, e.g. `/var`. */
  path: string;
  /** The file system. */
  fs: Ffs;
}

/** A file with its path. */
export interface TreeFile {
  /** Absolute path without symbolic links. */
  path: string;
  /** Its inode. */
  inode: Inode;
  /** The file system it is on. */
  fs: Ffs;
}

/** Limit of symbolic links in a path, as in OpenBSD's kernel. */
const MAX_SYMLINKS = 32;
const MAX_DEPTH = 512;
/** Limit of names in memory; more means damage. */
const MAX_NAMES = 200_000;

function missing(path: string): GatewrightError {
  return new GatewrightError(`no such file on the image: ${path}`, {
    kind: "failed",
    next: "look at the folder above it with `ls`",
  });
}

/** Sparse files may exceed the size of their file system by this many bytes in total. */
const MAX_SPARSE = 32 * 2 ** 30;

/** Counts the size that files claim; on a hostile disk all files may claim the same blocks. */
class Claims {
  readonly #space: number;
  readonly #seen = new Set<number>();
  #directories = 0;
  #files = 0;

  constructor({ superblock }: Ffs) {
    this.#space = superblock.size * superblock.fragmentSize;
  }

  /** Counts an inode; `where` names it in errors. */
  add({ kind, number, links, size }: Inode, where: string): void {
    if (kind !== "directory" && kind !== "file") return;
    const known = this.#seen.has(number);
    if (kind === "directory") {
      if (known) {
        throw damaged(where, "the directory is reached in two ways", "directories form a cycle");
      }
      this.#directories += size;
    } else if (!known) this.#files += size;
    // A file with one link is met once; if it is met twice, it is counted twice.
    if (kind === "directory" || links > 1) this.#seen.add(number);
    if (this.#directories > this.#space || this.#files > this.#space + MAX_SPARSE) {
      throw damaged(where, "the files claim more than their file system can hold");
    }
  }
}

/** The files of one or several file systems. */
export class FileTree {
  readonly #mounts: Map<string, Ffs>;

  /** `mounts` must contain `/`. */
  constructor(mounts: Mount[]) {
    this.#mounts = new Map(mounts.map(({ path, fs }) => [path, fs]));
  }

  /** What is mounted where. */
  get mounts(): Mount[] {
    return [...this.#mounts].map(([path, fs]) => ({ path, fs }));
  }

  async #mounted(path: string, fs: Ffs, number: number): Promise<TreeFile> {
    const other = this.#mounts.get(path);
    return other
      ? { path, fs: other, inode: await other.inode(ROOT_INODE) }
      : { path, fs, inode: await fs.inode(number) };
  }

  /**
   * Finds a file by its path; `undefined` if there is none.
   *
   * @param follow whether a symbolic link at the end is followed too (default: no)
   */
  async find(path: string, { follow = false } = {}): Promise<TreeFile | undefined> {
    const root = this.#mounts.get("/");
    if (!root) throw new GatewrightError("the image has no root file system");
    const trail = [await this.#mounted("/", root, ROOT_INODE)];
    const names = path.split("/").filter(Boolean).reverse();
    for (let links = 0; names.length > 0;) {
      const here = trail.at(-1) as TreeFile;
      const name = names.pop() as string;
      if (name === ".") continue;
      if (name === "..") {
        if (trail.length > 1) trail.pop();
        continue;
      }
      if (here.inode.kind !== "directory") return undefined;
      const number = await here.fs.lookup(here.inode, name);
      if (number === undefined) return undefined;
      const next = await this.#mounted(
        `${here.path === "/" ? "" : here.path}/${name}`,
        here.fs,
        number,
      );
      if (next.inode.kind === "symlink" && (names.length > 0 || follow)) {
        if (++links > MAX_SYMLINKS) {
          throw damaged(`${root.source.name}: ${path}`, "too many symbolic links in a row");
        }
        const target = await next.fs.readlink(next.inode);
        if (target.startsWith("/")) trail.length = 1;
        names.push(...target.split("/").filter(Boolean).reverse());
      } else trail.push(next);
    }
    return trail.at(-1);
  }

  /**
   * Finds a file by its path, symbolic links followed up to the last part.
   *
   * @throws {GatewrightError} `failed` if there is none
   */
  async stat(path: string, options: { follow?: boolean } = {}): Promise<TreeFile> {
    const file = await this.find(path, options);
    if (!file) throw missing(path);
    return file;
  }

  /** The files in a directory, sorted by name. */
  async list(path: string): Promise<TreeFile[]> {
    const directory = await this.stat(path, { follow: true });
    if (directory.inode.kind !== "directory") {
      throw new GatewrightError(`not a directory on the image: ${path}`);
    }
    return await this.#children(directory);
  }

  async #children(directory: TreeFile): Promise<TreeFile[]> {
    const files: TreeFile[] = [];
    const base = directory.path === "/" ? "" : directory.path;
    for await (const { name, inode } of directory.fs.entries(directory.inode)) {
      if (files.length >= MAX_NAMES) {
        throw damaged(directory.fs.source.name, `a directory of more than ${MAX_NAMES} names`);
      }
      files.push(await this.#mounted(`${base}/${name}`, directory.fs, inode));
    }
    return files.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  }

  /**
   * Every file at and below `path`, directories before what is in them, sorted by name. The total
   * size of all files is limited by the size of their file system, so that reading them all ends.
   */
  async *walk(path = "/"): AsyncGenerator<TreeFile> {
    const stack = [await this.stat(path, { follow: true })];
    const seen = new Map<Ffs, Claims>();
    while (stack.length > 0) {
      const file = stack.pop() as TreeFile;
      const claims = seen.get(file.fs) ?? new Claims(file.fs);
      seen.set(file.fs, claims);
      const where = `${file.fs.source.name}: ${file.path.slice(0, 200)}`;
      claims.add(file.inode, where);
      yield file;
      if (file.inode.kind !== "directory") continue;
      if (file.path.split("/").length > MAX_DEPTH) {
        throw damaged(where, `directories deeper than ${MAX_DEPTH}`);
      }
      for (const child of (await this.#children(file)).reverse()) stack.push(child);
      if (stack.length > MAX_NAMES) throw damaged(where, `more than ${MAX_NAMES} names at once`);
    }
  }

  /** Streams a file's content. */
  content(file: TreeFile): AsyncGenerator<Uint8Array> {
    return file.fs.content(file.inode);
  }

  /**
   * A small file as text, symbolic links followed; `undefined` if there is no such file.
   *
   * @throws {GatewrightError} `verification` if it is larger than 1 MiB
   */
  async text(path: string): Promise<string | undefined> {
    const bytes = await this.bytes(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** A small file's bytes, as {@linkcode FileTree.text}. */
  async bytes(path: string, limit = 1 << 20): Promise<Uint8Array | undefined> {
    const file = await this.find(path, { follow: true });
    if (file?.inode.kind !== "file") return undefined;
    if (file.inode.size > limit) {
      throw damaged(`${file.fs.source.name}: ${path}`, `larger than ${limit} bytes`);
    }
    const out = new Uint8Array(file.inode.size);
    let at = 0;
    for await (const chunk of this.content(file)) {
      out.set(chunk, at);
      at += chunk.length;
    }
    return out;
  }

  /** A file's bytes in pieces, symbolic links followed; `undefined` if it does not exist. */
  async stream(path: string): Promise<AsyncGenerator<Uint8Array> | undefined> {
    const file = await this.find(path, { follow: true });
    return file?.inode.kind === "file" ? this.content(file) : undefined;
  }

  /** The SHA-256 of a file's content, in hexadecimal. */
  async sha256(file: TreeFile): Promise<string> {
    const hash = createHash("sha256");
    for await (const chunk of this.content(file)) hash.update(chunk);
    return hash.digest("hex");
  }
}
