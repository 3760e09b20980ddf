/**
 * siteXX.tgz: the set that installs the gateway's files.
 * @module
 */
import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { createTarPacker, type TarHeader } from "modern-tar";
import { GIDS, UIDS } from "../gateway/openbsd/accounts.ts";
import { GatewrightError } from "../host/error.ts";
import type { Release } from "../gateway/gateway.ts";
import type { HostFile } from "../host/host_file.ts";
import { fitsUstar, MOST_USTAR } from "../host/ustar.ts";
import { bytesOf, contentSize, isHostFile, type SiteFile } from "./file.ts";

/** 2000-01-01T00:00:00Z: a fixed time, so that the bytes are reproducible. */
const TIME = new Date(946684800000);

/** `site79.tgz`. */
export function siteSetName(release: Release): string {
  return `site${release.number}.tgz`;
}

/** Reads the files of the host for the set; it must return as many bytes as they have. */
export type ReadHostFile = (file: HostFile) => AsyncIterable<Uint8Array<ArrayBuffer>>;

/** A packed set: every call returns its bytes again, in pieces. */
export type SiteSet = () => AsyncIterable<Uint8Array<ArrayBuffer>>;

/**
 * The set: ustar in gzip, sorted, without directory entries (which would change the modes of the
 * system's) and without times, so that the same files always give the same bytes. Staged files
 * (`gatewright/`) are owned by root until install.site changes that.
 *
 * @throws {GatewrightError} (description) if a path is too long for ustar or used twice, or an
 * owner is not in the base system.
 */
export function siteSet(files: readonly SiteFile[], read: ReadHostFile = unread): SiteSet {
  const sorted = [...files].sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  for (const [index, { path }] of sorted.entries()) {
    if (sorted[index + 1]?.path === path) {
      throw new GatewrightError(`two files of the site set are ${path}`, {
        kind: "description",
        where: path,
        next: "leave one of them out",
      });
    }
  }
  const entries = sorted.map((file): Entry => [tarHeader(file), file.content]);
  return () => gzipped(tarred(entries, read));
}

/** One file: its header, and its content. */
type Entry = [header: TarHeader, content: SiteFile["content"]];

function unread({ path }: HostFile): never {
  throw new Error(`nothing reads ${path}`);
}

/** The tar archive. */
async function* tarred(entries: readonly Entry[], read: ReadHostFile): AsyncGenerator<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const pack = async () => {
    for (const [header, content] of entries) {
      const writer = controller.add(header).getWriter();
      if (!isHostFile(content)) await writer.write(bytesOf({ content }));
      else for await (const piece of read(content)) await writer.write(piece);
      await writer.close();
    }
    controller.finalize();
  };
  const packing = pack().catch((error) => {
    controller.error(error);
    throw error;
  });
  packing.catch(() => {}); // the reader gets the error
  yield* readable;
  await packing;
}

/** Bytes per write to zlib: its output must not depend on how a file was read. */
const PIECE = 1 << 16;

/** The same bytes in pieces of {@linkcode PIECE}. */
async function* evenly(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(PIECE);
  let filled = 0;
  for await (const more of bytes) {
    for (let at = 0; at < more.length;) {
      const part = more.subarray(at, at + PIECE - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      filled = 0;
    }
  }
  yield piece.subarray(0, filled);
}

async function* gzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const packing = createGzip({ level: 9 });
  // Errors of reading are thrown to the reader of `packing`.
  pipeline(Readable.from(evenly(bytes)), packing, () => {});
  let first = true;
  for await (const piece of packing) {
    const compressed = new Uint8Array(piece);
    if (first) compressed[9] = 3; // The OS byte, which zlib sets to that of the host.
    first = false;
    yield compressed;
  }
}

function tarHeader(file: SiteFile): TarHeader {
  refuseLong(file.path);
  const size = contentSize(file.content);
  if (size > MOST_USTAR) {
    throw new GatewrightError(`the file /${file.path} is too large for the site set`, {
      kind: "description",
      where: file.path,
      why: "a file in a tar archive has less than 8 GiB",
      next: "fetch it on the gateway once that runs",
    });
  }
  const staged = file.path.startsWith("gatewright/");
  const owner = staged ? "root" : file.owner ?? "root";
  const group = staged ? "wheel" : file.group ?? "wheel";
  return {
    name: file.path,
    size,
    type: "file",
    mode: file.mode,
    mtime: TIME,
    uname: owner,
    gname: group,
    uid: idOf(UIDS, owner, file.path),
    gid: idOf(GIDS, group, file.path),
  };
}

/** ustar (POSIX.1-1988) has 100 bytes for a name and 155 for its prefix. */
function refuseLong(path: string): void {
  if (fitsUstar(path)) return;
  throw new GatewrightError(`the path /${path} is too long for the site set`, {
    kind: "description",
    where: path,
    why: "its last part and the folders before it must have 100 and 155 bytes at most",
    next: "give the file a shorter path",
  });
}

function idOf(ids: ReadonlyMap<string, number>, name: string, path: string): number {
  const id = ids.get(name);
  if (id !== undefined) return id;
  throw new GatewrightError(`${name} is not an account or group of the base system`, {
    kind: "description",
    where: path,
    next: `use one of ${[...ids.keys()].join(", ")}`,
  });
}
