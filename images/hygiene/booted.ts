/**
 * Checks that the image was never booted: what OpenBSD makes at its first start must be unique to a
 * machine (rc(8) makes these).
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

/** rc(8) has never run: it keeps the kernel's messages of each start. */
export const neverBooted: HygieneCheck = {
  name: "never-booted",
  reason: "machines made from this image would share what its first boot made",
  run: async (image) => ({
    problems: await image.tree.find("/var/run/dmesg.boot")
      ? ["/var/run/dmesg.boot exists: the disk was booted"]
      : [],
  }),
};

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
