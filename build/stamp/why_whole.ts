/**
 * Decides which gateways are installed directly.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { SiteFile } from "../../site/file.ts";

/** Releases for which stamped disks were compared with directly installed ones, file by file. */
const TRIED: readonly string[] = ["6.6/amd64"];

/**
 * Files that the installer writes or appends to after it has unpacked the site set. A set that
 * contains one needs the installer's own order.
 */
const INSTALLERS =
  /^(bsd|boot$|dev\/|var\/(db\/host\.random|log\/)|etc\/(fstab|ttys|boot\.conf|rc\.firsttime|master\.passwd|passwd|s?pwd\.db|group|localtime|random\.seed|myname|mygate|hosts|resolv\.conf[^/]*|hostname\.[^/]+|ssh\/sshd_config)$|usr\/share\/relink\/|usr\/mdec\/)/;

/** Why this gateway cannot be stamped in any case; undefined if it can. */
export function whyWhole(gateway: Gateway, files: readonly SiteFile[]): string | undefined {
  if (gateway.release.rehearsal) return "a rehearsal has no base";
  const file = files.find(({ path }) => INSTALLERS.test(path));
  return file && `/${file.path} of the description is one that the installer writes to`;
}

/** Why it is not stamped by default. */
export function whyNotTried({ release }: Gateway): string | undefined {
  const { version, arch } = release;
  if (TRIED.includes(`${version}/${arch}`)) return undefined;
  return `stamping was not tried with OpenBSD ${version}/${arch} yet`;
}
