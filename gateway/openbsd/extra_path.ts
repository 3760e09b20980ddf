/**
 * Where an extra file lies in the site set, and what its path on the gateway asks for.
 * @module
 */
import type { ExtraFile, Gateway } from "../gateway.ts";
import { GIDS, UIDS } from "./accounts.ts";

/**
 * Whether install.site puts the file in place: it belongs to somebody who is not there while tar(1)
 * unpacks the set, or lies in a home that is not.
 */
export function isStaged({ owner, group, path }: ExtraFile): boolean {
  return !(UIDS.has(owner) && GIDS.has(group)) || path.startsWith("/home/");
}

/** The path of a whole file in the site set, without a slash before it. */
export function sitePath(file: ExtraFile): string {
  return isStaged(file) ? `gatewright${file.path}` : file.path.slice(1);
}

/** What the daemons refuse where others may read it, and what holds a private key. */
const FOR_OWNER =
  /^\/etc\/(sasyncd\.conf|(ipsec|ipsec\.d)\/.*|isakmpd\/isakmpd\.(conf|policy)|(isakmpd|iked|ssl)\/private\/.*|ssh\/ssh_host_[^/]*_key|soii\.key)$/;

/** What a group may read too: check_file_secrecy() in parse.y of these programs. */
const FOR_GROUP = /^\/etc\/((ipsec|iked|bgpd|dvmrpd|eigrpd|ldpd|ospf6?d|ripd|ypldap)\.conf)$/;

/** The permission bits with which its reader refuses the file of that path; 0 where any will do. */
export function refusedBits(path: string): number {
  return FOR_OWNER.test(path) ? 0o077 : FOR_GROUP.test(path) ? 0o037 : 0;
}

/** Whether a file of that path must not be readable by everybody: ipsecctl(8), iked(8), sshd(8) and others refuse it else. */
export function mustBePrivate(path: string): boolean {
  return refusedBits(path) !== 0;
}

/** The description's own file of that path, in place of the one that fields would write. */
export function ownFile({ files }: Pick<Gateway, "files">, path: string): ExtraFile | undefined {
  return files.find((file) => file.path === path && !file.append);
}

/** Whether tunnels come from files of the description, or a daemon reads some by itself, of which the fields know nothing. */
export function bringsTunnels({ files, rcConf, tunnels, clients }: Gateway): boolean {
  const started = ["iked_flags", "isakmpd_flags"].some((name) =>
    rcConf.has(name) && rcConf.get(name)?.trim() !== "NO"
  );
  return started && tunnels.length + clients.length === 0 ||
    files.some(({ path }) => /^\/etc\/(iked|ipsec)(\.conf$|\/[^/]+$|\.d\/)/.test(path));
}
