/**
 * Checks that the image was never booted: files that OpenBSD makes at its first boot must be unique
 * to a machine (rc(8)).
 * @module
 */
import type { HygieneCheck } from "./check.ts";
import type { Inspection } from "../inspect/inspect.ts";

async function present(image: Inspection, paths: string[], shipped: string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const path of paths) {
    if (!shipped.includes(path) && await image.tree.find(path)) problems.push(`${path} exists`);
  }
  return problems;
}

/**
 * Files of a system that has run: leases of dhclient(8) and dhcpleased(8), the drift of ntpd(8).
 */
const LEFT_BY_DAEMONS: [folder: string, name: RegExp][] = [
  ["/var/db", /^(dhclient\.leases\..+|ntpd\.drift)$/],
  ["/var/db/dhcpleased", /./],
  ["/var/db/dhcp6leased", /./],
];

/** Files of users who were logged in. */
const HISTORY = /^\.([a-z]*_?history|lesshst|viminfo)$/;

/** Files in a folder that match a pattern. */
async function named({ tree }: Inspection, folder: string, name: RegExp): Promise<string[]> {
  if ((await tree.find(folder, { follow: true }))?.inode.kind !== "directory") return [];
  return (await tree.list(folder)).filter(({ path, inode }) =>
    inode.kind === "file" && inode.size > 0 && name.test(path.slice(path.lastIndexOf("/") + 1))
  ).map(({ path }) => path);
}

/** rc(8) has never run: it saves the kernel's messages at each boot. No user has logged in. */
export const neverBooted: HygieneCheck = {
  name: "never-booted",
  reason: "machines made from this image would share what its first boot made",
  run: async (image, { shipped }) => {
    const problems = await image.tree.find("/var/run/dmesg.boot")
      ? ["/var/run/dmesg.boot exists: the disk was booted"]
      : [];
    const left: string[] = [];
    for (const [folder, name] of LEFT_BY_DAEMONS) left.push(...await named(image, folder, name));
    for (const home of await homes(image)) left.push(...await named(image, home, HISTORY));
    for (const path of left) {
      if (!shipped.includes(path)) problems.push(`${path} is left from a machine that ran`);
    }
    return { problems };
  },
};

/** Home folders. */
async function homes({ tree }: Inspection): Promise<string[]> {
  if ((await tree.find("/home", { follow: true }))?.inode.kind !== "directory") return ["/root"];
  const users = (await tree.list("/home")).filter(({ inode }) => inode.kind === "directory");
  return ["/root", ...users.map(({ path }) => path)];
}

/** No host keys of sshd(8). */
export const sshHostKeys: HygieneCheck = {
  name: "ssh-host-keys",
  reason: "machines made from this image would share their ssh host keys",
  run: async (image, { shipped }) => {
    const folder = await image.tree.find("/etc/ssh", { follow: true });
    if (folder?.inode.kind !== "directory") return { problems: [] };
    const keys = (await image.tree.list("/etc/ssh")).map(({ path }) => path)
      .filter((path) => /\/ssh_host_.*key(\.pub)?$/.test(path));
    return { problems: await present(image, keys, shipped) };
  },
};

/** No keys of isakmpd(8) and iked(8). */
export const ikeKeys: HygieneCheck = {
  name: "ike-keys",
  reason:
    "machines made from this image would share the key that proves who they are to their peers",
  run: async (image, { shipped }) => ({
    problems: await present(
      image,
      ["/etc/isakmpd/private/local.key", "/etc/iked/private/local.key"],
      shipped,
    ),
  }),
};

/** No key for stable IPv6 addresses. */
export const soiiKey: HygieneCheck = {
  name: "soii-key",
  reason: "machines made from this image would derive the same IPv6 addresses",
  run: async (image, { shipped }) => ({
    problems: await present(image, ["/etc/soii.key"], shipped),
  }),
};
