/**
 * OpenBSD's automatic disk layout (disklabel(8), AUTOMATIC DISK ALLOCATION;
 * sbin/disklabel/editor.c).
 * @module
 */

/** A partition of the layout. */
export interface AutoPartition {
  /** Its mount point, or `swap`. */
  mount: string;
  /** MiB. */
  size: number;
}

/** Minimum and maximum MiB, percent of the remaining space, mount point. */
type Rule = readonly [least: number, most: number, percent: number, mount: string];

const GIB = 1024;

/** The layouts in the order they are tried; each needs a disk that its minimum sizes fit on. */
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
 * The partitions on `free` MiB: of 6.8, and of 7.9 for disks below 10G. Later releases give /usr
 * and /usr/src more on larger disks, which makes no difference here.
 */
export function autoLayout(free: number): AutoPartition[] {
  for (const rules of STRATEGIES) {
    const rest = free - rules.reduce((sum, [least]) => sum + least, 0);
    if (rest < 0) continue;
    let left = free;
    return rules.map(([least, most, percent, mount], at) => {
      // The last one takes the rest.
      const wanted = at === rules.length - 1 ? left : least + Math.floor(rest * percent / 100);
      const size = Math.min(wanted, most, left);
      left -= size;
      return { mount, size };
    });
  }
  return [];
}
