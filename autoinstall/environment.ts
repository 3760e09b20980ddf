/**
 * The environment of an installation: the answers that depend on QEMU and not on the gateway.
 * @module
 */

import type { Gateway } from "../gateway/gateway.ts";

/** The environment of one installation. The defaults are those of QEMU's user network. */
export interface InstallEnvironment {
  /** Scheme and host of the mirror, no path: `http://10.0.2.2:8080`. */
  httpServer: string;
  /** Path of the sets on the mirror, no leading slash: `pub/OpenBSD/7.9/amd64`. */
  serverDirectory: string;
  /** Network card by OpenBSD's name: `vio0` or `em0`. */
  interface: string;
  /** Address with prefix length: `10.0.2.15/24`. */
  address: string;
  /** Default router: `10.0.2.2`. */
  route: string;
  /** Name server: `10.0.2.3`, or `none`. */
  nameserver: string;
  /** Disk: `sd0` (virtio) or `wd0` (IDE). */
  disk: string;
  /** URL of the disklabel template; `file:///disklabel.conf` if it was typed into the ramdisk. */
  template: string;
  /** The guest has more than one CPU during the installation, so that bsd.mp is offered. */
  smp: boolean;
}

/** The environment of `gateway`'s guest in QEMU's user network; `patch` overrides fields. */
export function installEnvironment(
  gateway: Gateway,
  patch: Partial<InstallEnvironment> = {},
): InstallEnvironment {
  const { release, domain } = gateway;
  const legacy = domain.hardware === "legacy";
  return {
    httpServer: "http://10.0.2.2",
    serverDirectory: `pub/OpenBSD/${release.version}/${release.arch}`,
    interface: legacy ? "em0" : "vio0",
    address: "10.0.2.15/24",
    route: "10.0.2.2",
    nameserver: "10.0.2.3",
    disk: legacy ? "wd0" : "sd0",
    template: "file:///disklabel.conf",
    smp: domain.vcpus.maximum > 1,
    ...patch,
  };
}
