/**
 * siteXX.tgz: the set that carries the gateway's files into the installer.
 * @module
 */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { packTar, type TarEntry } from "modern-tar";
import { GIDS, UIDS } from "../gateway/openbsd/accounts.ts";
import { GatewrightError } from "../host/error.ts";
import type { Release } from "../gateway/gateway.ts";
import { fitsUstar } from "../host/ustar.ts";
import { bytesOf, type SiteFile } from "./file.ts";

/** 2000-01-01T00:00:00Z: a time that never changes, so that neither do the bytes. */
const TIME = new Date(946684800000);

/** `site79.tgz`. */
export function siteSetName(release: Release): string {
  return `site${release.number}.tgz`;
}

/**
 * The set: ustar in gzip, sorted, without directory entries (whose modes would become the system's)
 * and without times; the same files give the same bytes on every day. Staged files (`gatewright/`)
 * belong to root until install.site gives them to their owners.
 *
 * @throws {GatewrightError} (description) if a path is too long for ustar, is there twice, or an owner is
 * unknown to the base system.
 */
export async function siteSet(files: SiteFile[]): Promise<Uint8Array> {
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
  const packed = new Uint8Array(
    await promisify(gzip)(await packTar(sorted.map(tarEntry)), { level: 9 }),
  );
  packed[9] = 3; // The OS byte; zlib writes that of the host.
  return packed;
}

function tarEntry(file: SiteFile): TarEntry {
  refuseLong(file.path);
  const staged = file.path.startsWith("gatewright/");
  const body = bytesOf(file);
  const owner = staged ? "root" : file.owner ?? "root";
  const group = staged ? "wheel" : file.group ?? "wheel";
  return {
    header: {
      name: file.path,
      size: body.length,
      type: "file",
      mode: file.mode,
      mtime: TIME,
      uname: owner,
      gname: group,
      uid: idOf(UIDS, owner, file.path),
      gid: idOf(GIDS, group, file.path),
    },
    body,
  };
}

/** ustar (POSIX.1-1988) has 100 bytes for a name and 155 for the folders before it, no more. */
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
  throw new GatewrightError(`${name} is no account or group of the base system`, {
    kind: "description",
    where: path,
    next: `use one of ${[...ids.keys()].join(", ")}`,
  });
}
