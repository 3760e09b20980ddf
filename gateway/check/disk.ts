/**
 * Meaning of the `disk` part.
 * @module
 */
import type { Disk, Gateway, Partition, Release } from "../gateway.ts";
import { knows } from "../openbsd/cut_overs.ts";
import type { Report } from "./report.ts";

/** Least size of the image in MiB: a root of 2 GiB fails on 6.6, whose installer checks sets there. */
const LEAST = 3072;

/** An MBR counts sectors of 512 bytes in 32 bits. */
const MBR_MOST = 2 * 1024 * 1024;

/** What the kernel and init(8) need before any other file system is there. */
const NEVER_APART = /^\/(bin|dev|etc|sbin|altroot|mnt|boot)(\/|$)/;

/** Reports disks that are too small for what is to be on them, and layouts that cannot be. */
export function checkDisk(gateway: Gateway, report: Report): void {
  const { disk, release, domain } = gateway;
  if (disk.size < LEAST) {
    report(
      ["disk", "size"],
      "error",
      `${disk.size} MiB is too small; the installer of ${release.version} needs ${LEAST} MiB`,
    );
  }
  if (disk.size > MBR_MOST && domain.firmware === "bios") {
    report(["disk", "size"], "error", "a BIOS boots from disks of 2T at most; use firmware: uefi", {
      rests: [["domain", "firmware"]],
    });
  }
  if (typeof disk.layout === "string") return;
  checkPartitions(disk, disk.layout, report);
  checkPrefetch(disk, disk.layout, release, report);
}

function checkPartitions(disk: Disk, layout: Partition[], report: Report): void {
  const path = ["disk", "layout"];
  const rests = [["disk", "size"]];
  const sum = layout.reduce((total, one) => total + one.size, 0);
  if (sum > disk.size) {
    report(path, "error", `the partitions need ${sum} MiB, the disk has ${disk.size}`, { rests });
  }
  if (!layout.some((one) => one.mount === "/")) report(path, "error", "there is no / partition");
  const mounts = layout.map((one) => one.mount);
  for (const [index, mount] of mounts.entries()) {
    const where = [...path, index, "mount"];
    if (mounts.indexOf(mount) < index) report(where, "error", `${mount} is there twice`);
    if (/(^|\/)\.\.?(\/|$)|\/\/|.\/$/.test(mount)) {
      report(where, "error", `${mount} is no plain absolute path`);
    } else if (NEVER_APART.test(mount)) {
      report(where, "error", `OpenBSD cannot boot with ${mount} on a partition of its own`);
    }
  }
  const growing = layout.filter((one) => one.grow);
  if (growing.length > 1) report(path, "error", "only one partition can take what is left");
}

/**
 * The installer checks sets in a prefetch area on the new disk: 512 MiB (later 1 GiB) in /tmp
 * or /home, or 2 GiB where the system itself goes (install.sub).
 */
function checkPrefetch(disk: Disk, layout: Partition[], release: Release, report: Report): void {
  const prefetch = knows(release.number, "prefetchGigabyte") === false ? 512 : 1024;
  const system = 2560;
  const sum = layout.reduce((total, one) => total + one.size, 0);
  // Free space decides, so a growing partition counts with all that is left for it.
  const room = (mount: string) => {
    const one = layout.find((other) => other.mount === mount);
    return one ? one.grow ? one.size + disk.size - sum : one.size : 0;
  };
  const roomy =
    ["/tmp", "/home", "/usr/src", "/usr/obj"].some((mount) => room(mount) >= prefetch) ||
    ["/", "/usr", "/var"].some((mount) => room(mount) >= system);
  if (roomy) return;
  report(
    ["disk", "layout"],
    "error",
    `no partition has room for the installer's prefetch area (${prefetch} MiB in /tmp or /home, or ${system} MiB in / or /usr)`,
    { rests: [["disk", "size"], ["release"]] },
  );
}
