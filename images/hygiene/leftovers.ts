/**
 * Checks that nothing of the build is left on the image.
 * @module
 */
import type { HygieneCheck } from "./check.ts";

const LEFT = [
  "/install.site",
  "/upgrade.site",
  "/auto_install.conf",
  "/auto_upgrade.conf",
  "/install.conf",
  "/disklabel.conf",
  "/gatewright",
  "/bsd.upgrade",
];

/** No response files, no install.site, no staged files. */
export const installerFiles: HygieneCheck = {
  name: "installer-files",
  reason: "response files hold password hashes and would steer a later upgrade",
  run: async ({ tree }) => {
    const problems: string[] = [];
    for (const path of LEFT) if (await tree.find(path)) problems.push(`${path} was left behind`);
    return { problems };
  },
};

/** Hosts that exist only during the build: QEMU's gateway, loopback. */
const BUILD_HOST = /^[a-z]+:\/\/(\[?::1\]?|10\.0\.2\.\d+|127\.[\d.]+|localhost)([:/]|$)/i;

/** /etc/installurl names a real mirror. */
export const installurl: HygieneCheck = {
  name: "installurl",
  reason: "pkg_add(1), syspatch(8) and sysupgrade(8) ask the mirror that is named there",
  run: async ({ tree }, expected) => {
    const text = await tree.text("/etc/installurl");
    const url = (text ?? "").split("\n").map((line) => line.replace(/#.*/, "").trim())
      .filter(Boolean).at(-1);
    if (url === undefined) return { problems: ["/etc/installurl names no mirror"] };
    if (BUILD_HOST.test(url)) return { problems: ["/etc/installurl points at the build host"] };
    if (expected.installurl !== undefined && url !== expected.installurl) {
      return { problems: [`/etc/installurl is not ${expected.installurl}`] };
    }
    return { problems: [] };
  },
};
