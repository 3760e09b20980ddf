/**
 * The error for a missing program.
 * @module
 */
import { GatewrightError } from "./error.ts";

/** The Debian package of a program, if it is named differently. */
const PACKAGES = new Map([
  ["blkdiscard", "util-linux"],
  ["blkid", "util-linux"],
  ["iked", "openiked"],
  ["lsblk", "util-linux"],
  ["qemu-img", "qemu-utils"],
  ["qemu-system-i386", "qemu-system-x86"],
  ["qemu-system-x86_64", "qemu-system-x86"],
  ["script", "bsdutils"],
  ["setpriv", "util-linux"],
  ["virsh", "libvirt-clients"],
  ["virt-xml-validate", "libvirt-clients"],
  ["xmllint", "libxml2-utils"],
]);

/** The error if `program` is not installed; `next` names its Debian package. */
export function notInstalled(program: string, cause?: unknown): GatewrightError {
  return new GatewrightError(`${program} is not installed`, {
    code: "not-installed",
    next: `apt-get install ${PACKAGES.get(program) ?? program}`,
    cause,
  });
}
