/**
 * Checks that private files are private.
 * @module
 */
import type { HygieneCheck } from "./hygiene_check.ts";

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

/** Files with secrets are for root alone, and so is what the daemons insist on. */
export const privateModes: HygieneCheck = {
  name: "private-modes",
  reason:
    "everybody with an account could read the keys; ipsecctl(8) and iked(8) refuse such files",
  run: async ({ tree }, { secrets }) => {
    const problems: string[] = [];
    const paths = new Set([...PRIVATE, ...secrets.flatMap(({ paths }) => paths)]);
    for (const path of paths) {
      const file = await tree.find(path, { follow: true });
      if (file?.inode.kind !== "file") continue;
      const mode = file.inode.mode;
      const mask = PRIVATE.includes(path) ? 0o077 : 0o007;
      if (mode & mask) {
        problems.push(`${path} has mode ${mode.toString(8).padStart(4, "0")}: others may read it`);
      }
    }
    return { problems };
  },
};
