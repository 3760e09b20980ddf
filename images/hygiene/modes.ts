/**
 * Checks the permissions of private files.
 * @module
 */
import type { HygieneCheck } from "./check.ts";
import type { FileTree } from "../disk/file_tree.ts";

/** Files that must be readable by root only, whoever wrote them. */
const PRIVATE = [
  "/etc/ipsec.conf",
  "/etc/iked.conf",
  "/etc/sasyncd.conf",
  "/etc/master.passwd",
  "/etc/isakmpd/isakmpd.policy",
  "/etc/isakmpd/private/local.key",
  "/etc/iked/private/local.key",
  "/etc/soii.key",
];

/** Folders whose files must all be private; in /etc/ssh only the private keys. */
const FOLDERS: [folder: string, files: RegExp][] = [
  ["/etc/ipsec", /./],
  ["/etc/isakmpd/private", /./],
  ["/etc/iked/private", /./],
  ["/etc/ssh", /\/ssh_host_[^/]*_key$/],
];

/** Keywords with keys in hostname.if(5): of wg(4), wireless drivers and carp(4). */
const KEYS = /\b(wgkey|wgpsk|wpakey|nwkey|pass)\s/;

async function privatePaths(tree: FileTree): Promise<string[]> {
  const paths = [...PRIVATE];
  for (const [folder, files] of FOLDERS) {
    if ((await tree.find(folder, { follow: true }))?.inode.kind !== "directory") continue;
    for (const { path } of await tree.list(folder)) if (files.test(path)) paths.push(path);
  }
  return paths;
}

/** Paths of the hostname.if(5) files that contain a key. */
async function keyedInterfaces(tree: FileTree): Promise<string[]> {
  const paths: string[] = [];
  if ((await tree.find("/etc", { follow: true }))?.inode.kind !== "directory") return paths;
  for (const { path, inode } of await tree.list("/etc")) {
    if (!/\/hostname\.[a-z]+\d+$/.test(path) || inode.size > 1 << 16) continue;
    if (KEYS.test(await tree.text(path) ?? "")) paths.push(path);
  }
  return paths;
}

/** Files with secrets are readable by root only, as are those for which the daemons require it. */
export const privateModes: HygieneCheck = {
  name: "private-modes",
  reason:
    "everybody with an account could read the keys; ipsecctl(8) and iked(8) refuse such files",
  run: async ({ tree }, { secrets }) => {
    const problems: string[] = [];
    const strict = new Set(await privatePaths(tree));
    const paths = new Set([
      ...strict,
      ...await keyedInterfaces(tree),
      ...secrets.flatMap(({ paths }) => paths),
    ]);
    for (const path of paths) {
      const file = await tree.find(path, { follow: true });
      if (file?.inode.kind !== "file") continue;
      const { mode } = file.inode;
      if (mode & (strict.has(path) ? 0o077 : 0o007)) {
        problems.push(`${path} has mode ${mode.toString(8).padStart(4, "0")}: others may read it`);
      }
    }
    return { problems };
  },
};
