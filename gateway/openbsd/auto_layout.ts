/**
 * How OpenBSD lays out a disk by itself (disklabel(8), AUTOMATIC DISK ALLOCATION; sbin/disklabel/editor.c).
 * @module
 */

/** A partition that OpenBSD makes. */
export interface AutoPartition {
  /** Its mount point, or `swap`. */
  mount: string;
  /** MiB. */
  size: number;
}

/** Least and most MiB, percent of what the least ones leave, mount point. */
type Rule = readonly [least: number, most: number, percent: number, mount: string];

const GIB = 1024;

/** The strategies in the order in which they are tried; each takes a disk that its least sizes fit on. */
const STRATEGIES: readonly (readonly Rule[])[] = [
  [
    [150, GIB, 5, "/"],
    [80, 256, 10, "swap"],
    [120, 4 * GIB, 8, "/tmp"],
    [80, 4 * GIB, 13, "/var"],
    [1500, 6 * GIB, 10, "/usr"],
    [384, GIB, 3, "/usr/X11R6"],
    [GIB, 20 * GIB, 15, "/usr/local"],
    [1300, 2 * GIB, 2, "/usr/src"],
    [5 * GIB, 6 * GIB, 4, "/usr/obj"],
    [GIB, 300 * GIB, 30, "/home"],
  ],
  [[800, 2 * GIB, 5, "/"], [80, 256, 10, "swap"], [1300, 3 * GIB, 78, "/usr"], [
    256,
    2 * GIB,
    7,
    "/home",
  ]],
  [[700, 4 * GIB, 95, "/"], [1, 256, 5, "swap"]],
  [[1, 2 * GIB, 100, "/"]],
];

/**
 * The partitions on `free` MiB: as 6.8 makes them, and 7.9 on disks below 10G. Later releases take more
 * for /usr and /usr/src on larger disks, where nothing is scarce.
 */
export function autoLayout(free: number): AutoPartition[] {
  for (const rules of STRATEGIES) {
    const rest = free - rules.reduce((sum, [least]) => sum + least, 0);
    if (rest < 0) continue;
    let left = free;
    return rules.map(([least, most, percent, mount], at) => {
      // The last one takes what is left.
      const wanted = at === rules.length - 1 ? left : least + Math.floor(rest * percent / 100);
      const size = Math.min(wanted, most, left);
      left -= size;
      return { mount, size };
    });
  }
  return [];
}
