/**
 * Where an extra file is in the site set, and the permissions its path requires.
 * @module
 */
import type { ExtraFile, Gateway } from "../gateway.ts";
import { GIDS, UIDS } from "./accounts.ts";

/**
 * Whether install.site moves the file into place: its owner, or the home it is in, does not exist
 * yet when tar(1) unpacks the set.
 */
export function isStaged({ owner, group, path }: ExtraFile): boolean {
  return !(UIDS.has(owner) && GIDS.has(group)) || path.startsWith("/home/");
}

/** The path of a whole file in the site set, without leading slash. */
export function sitePath(file: ExtraFile): string {
  return isStaged(file) ? `gatewright${file.path}` : file.path.slice(1);
}

/** Files that daemons refuse if others can read them, and files with private keys. */
const FOR_OWNER =
  /^\/etc\/(sasyncd\.conf|(ipsec|ipsec\.d)\/.*|isakmpd\/isakmpd\.(conf|policy)|(isakmpd|iked|ssl)\/private\/.*|ssh\/ssh_host_[^/]*_key|soii\.key)$/;

/** Files that a group may read too: check_file_secrecy() in parse.y of these programs. */
const FOR_GROUP = /^\/etc\/((ipsec|iked|bgpd|dvmrpd|eigrpd|ldpd|ospf6?d|ripd|ypldap)\.conf)$/;

/** The permission bits for which the reader refuses the file of that path; 0 if there are none. */
export function refusedBits(path: string): number {
  return FOR_OWNER.test(path) ? 0o077 : FOR_GROUP.test(path) ? 0o037 : 0;
}

/**
 * Whether the file of that path must not be world-readable: ipsecctl(8), iked(8), sshd(8) and
 * others would refuse it.
 */
export function mustBePrivate(path: string): boolean {
  return refusedBits(path) !== 0;
}

/** The description's own file of that path, which replaces the one written from fields. */
export function ownFile({ files }: Pick<Gateway, "files">, path: string): ExtraFile | undefined {
  return files.find((file) => file.path === path && !file.append);
}

/**
 * Whether tunnels come from files of the description, or a daemon reads further files that fields
 * do not cover.
 */
export function bringsTunnels({ files, rcConf, tunnels, clients }: Gateway): boolean {
  const started = ["iked_flags", "isakmpd_flags"].some((name) =>
    rcConf.has(name) && rcConf.get(name)?.trim() !== "NO"
  );
  return started && tunnels.length + clients.length === 0 ||
    files.some(({ path }) => /^\/etc\/(iked|ipsec)(\.conf$|\/[^/]+$|\.d\/)/.test(path));
}
