/**
 * Checks the `disk` part.
 * @module
 */
import type { Disk, Gateway, Partition } from "../gateway.ts";
import { autoLayout } from "../openbsd/auto_layout.ts";
import { knows } from "../openbsd/cut_overs.ts";
import type { Report } from "./report.ts";

/**
 * Minimum size of the image in MiB: the installer of 6.6 checks sets on the disk and fails with a
 * root of 2 GiB.
 */
const LEAST = 3072;

/** An MBR counts sectors of 512 bytes with 32 bits. */
const MBR_MOST = 2 * 1024 * 1024;

/** Folders that the kernel and init(8) need before other file systems are mounted. */
const NEVER_APART = /^\/(bin|dev|etc|sbin|altroot|mnt|boot)(\/|$)/;

/** Reports disks that are too small for their contents, and layouts that cannot work. */
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
  if (disk.size < LEAST) return;
  if (typeof disk.layout !== "string") checkPartitions(disk, disk.layout, report);
  checkPrefetch(gateway, report);
  checkBase(gateway, report);
  checkRoot(gateway, report);
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
    if (mounts.indexOf(mount) < index) report(where, "error", `${mount} is given twice`);
    if (/(^|\/)\.\.?(\/|$)|\/\/|.\/$/.test(mount)) {
      report(where, "error", `${mount} has .., . or // in it; write the path without them`);
    } else if (NEVER_APART.test(mount)) {
      report(where, "error", `OpenBSD cannot boot with ${mount} on a partition of its own`);
    }
  }
  const growing = layout.filter((one) => one.grow);
  if (growing.length > 1) report(path, "error", "only one partition can take the remaining space");
}

/**
 * Mount points that the installer tries first for the sets (prefetcharea_fs_list in install.sub).
 */
const SPARE = /^\/(tmp|home|usr\/(src|obj|xobj))(\/|$)/;

/** MiB that any other file system needs to be used for that. */
const ELSEWHERE = 2048;

/** Usable part of a partition: newfs(8) needs some, and 5% are reserved for root. */
const USABLE = 0.93;

/** Size of the EFI system partition in MiB (installboot(8)). */
const EFI = 260;

/**
 * The installer stores and verifies all sets that come over http before it unpacks them: in 512 MiB
 * (later 1 GiB) of /tmp or /home, or 2 GiB of any other file system.
 */
function checkPrefetch(gateway: Gateway, report: Report): void {
  const { disk, release, domain } = gateway;
  const prefetch = knows(release.number, "prefetchGigabyte") === false ? 512 : 1024;
  const free = disk.size - (domain.firmware === "uefi" ? EFI : 1);
  const roomy = (parts: readonly Room[]) =>
    parts.some(({ mount, size }) =>
      mount !== "swap" && size * USABLE > (SPARE.test(mount) ? prefetch : ELSEWHERE)
    );
  const needs =
    `the sets, which the installer checks before it unpacks them (${prefetch} MiB in /tmp, /home, /usr/src or /usr/obj, or ${ELSEWHERE} MiB in another)`;
  if (disk.layout === "auto") {
    if (roomy(autoLayout(free))) return;
    let least = disk.size;
    while (!roomy(autoLayout(free + least - disk.size))) least += 256;
    report(
      ["disk", "layout"],
      "error",
      `OpenBSD's own layout of ${disk.size} MiB leaves no room for ${needs}; use layout: single, or size: ${
        shown(least)
      }`,
      { rests: [["disk", "size"], ["release"], ["domain", "firmware"]] },
    );
  } else if (disk.layout !== "single") {
    const rooms = roomsOf(disk.layout, free);
    if (roomy(rooms)) return;
    report(
      ["disk", "layout"],
      "error",
      `no partition has room for ${needs}; make one larger`,
      { rests: [["disk", "size"], ["release"], ["domain", "firmware"]] },
    );
  }
}

/** A partition, with its size after growing. */
interface Room {
  mount: string;
  size: number;
}

/** The partitions of `layout`; a growing one takes the rest of `free` MiB. */
function roomsOf(layout: readonly Partition[], free: number): Room[] {
  const sum = layout.reduce((total, one) => total + one.size, 0);
  return layout.map(({ mount, size, grow }) => ({
    mount,
    size: grow ? size + Math.max(0, free - sum) : size,
  }));
}

/** File systems below /usr that hold no files of the base set. */
const BESIDE = /^\/usr\/(local|src|obj|xobj|X11R6|ports)(\/|$)/;

/** Reports a file system that the base set does not fit on. */
function checkBase({ disk, release }: Gateway, report: Report): void {
  if (typeof disk.layout === "string") return;
  const { layout } = disk;
  if (layout.some(({ mount }) => mount.startsWith("/usr/") && !BESIDE.test(mount))) return;
  // base79.tgz is 510 MB, base76.tgz 414 MB, those of 6.x below 200 MB; unpacked, two and a half
  // times that.
  const needed = release.number >= 79 ? 1300 : release.number >= 73 ? 1000 : 500;
  const name = layout.some(({ mount }) => mount === "/usr") ? "/usr" : "/";
  const at = layout.findIndex(({ mount }) => mount === name);
  const room = roomsOf(layout, disk.size)[at];
  if (room === undefined || room.size * USABLE >= needed) return;
  report(
    ["disk", "layout", at, "size"],
    "error",
    `${room.size} MiB are not enough for base${release.number}.tgz, which needs about ${needed} MiB there; give ${name} more`,
    { rests: [["disk", "size"], ["release"]] },
  );
}

/**
 * Reports a root that is too small for the kernels and boot programs if /usr is a file system of
 * its own: bsd, bsd.mp and bsd.rd of 7.9 are 70 MB.
 */
function checkRoot({ disk, release }: Gateway, report: Report): void {
  if (typeof disk.layout === "string" || !disk.layout.some(({ mount }) => mount === "/usr")) return;
  // OpenBSD's own layout gives the root at least 150 MB.
  const needed = release.number >= 73 ? 110 : 80;
  const at = disk.layout.findIndex(({ mount }) => mount === "/");
  const room = roomsOf(disk.layout, disk.size)[at];
  if (room === undefined || room.size * USABLE >= needed) return;
  report(
    ["disk", "layout", at, "size"],
    "error",
    `${room.size} MiB are not enough for the kernels of ${release.version} and for /bin and /sbin, which need about ${needed} MiB; give / more`,
    { rests: [["disk", "size"], ["release"]] },
  );
}

/** `4G` or `3840M`. */
function shown(size: number): string {
  return size % 1024 === 0 ? `${size / 1024}G` : `${size}M`;
}
