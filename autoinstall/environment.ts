/**
 * What the installer finds around it: the part of the answers that is QEMU's and not the gateway's.
 * @module
 */

import type { Gateway } from "../gateway/gateway.ts";

/** The surroundings of one installation. Defaults are those of QEMU's user network. */
export interface InstallEnvironment {
  /** `http://10.0.2.2:8080`: scheme and host, no path. */
  httpServer: string;
  /** `pub/OpenBSD/7.9/amd64`, no leading slash. */
  serverDirectory: string;
  /** Network card as OpenBSD names it: `vio0` or `em0`. */
  interface: string;
  /** `10.0.2.15/24`. */
  address: string;
  /** `10.0.2.2`. */
  route: string;
  /** `10.0.2.3`, or `none`. */
  nameserver: string;
  /** `sd0` (virtio) or `wd0` (IDE). */
  disk: string;
  /** URL of the disklabel template; `file:///disklabel.conf` where it was typed into the ramdisk. */
  template: string;
  /** More than one CPU during the installation: bsd.mp is offered. */
  smp: boolean;
}

/** The surroundings that QEMU's user network gives the guest of `gateway`, with `patch` over them. */
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
