/**
 * siteXX.tgz: the set that carries the gateway's files into the installer.
 * @module
 */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { packTar, type TarEntry } from "modern-tar";
import { GIDS, UIDS } from "../spec/accounts.ts";
import { GatewrightError } from "../spec/error.ts";
import type { Release } from "../spec/gateway.ts";
import type { SiteFile } from "./file.ts";

/** 2000-01-01T00:00:00Z: a time that never changes, so that neither do the bytes. */
const TIME = new Date(946684800000);

/** `site79.tgz`. */
export function siteSetName(release: Release): string {
  return `site${release.number}.tgz`;
}

/**
 * The set: ustar in gzip, sorted, without directory entries (whose modes would become the system's)
 * and without times; the same files give the same bytes on every day.
 *
 * @throws {GatewrightError} if a path is too long for ustar or an owner is unknown to the base system.
 */
export async function siteSet(files: SiteFile[]): Promise<Uint8Array> {
  const entries = [...files].sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0).map(
    (file): TarEntry => {
      const body = typeof file.content === "string"
        ? new TextEncoder().encode(file.content)
        : file.content;
      const owner = file.owner ?? "root";
      const group = file.group ?? "wheel";
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
    },
  );
  const packed = new Uint8Array(await promisify(gzip)(await packTar(entries), { level: 9 }));
  packed[9] = 3; // The OS byte; zlib writes that of the host.
  return packed;
}

function idOf(ids: Readonly<Record<string, number>>, name: string, path: string): number {
  const id = ids[name];
  if (id !== undefined) return id;
  throw new GatewrightError(`${name} is no account or group of the base system`, {
    kind: "spec",
    where: path,
    next: `use one of ${Object.keys(ids).join(", ")}`,
  });
}
