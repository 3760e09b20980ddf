/**
 * How large the files of a release can be: the signed list has no sizes, and a mirror that sends
 * without end must not fill the host's disk.
 * @module
 */

const MIB = 1024 * 1024;

/** Bounds in bytes, twice or more what any release from 6.6 to 8.0 has; the first that fits counts. */
const BOUNDS: [RegExp, number][] = [
  [/^(?:BUILDINFO|SHA256|INSTALL\.\w+)$/, MIB],
  // In a rehearsal these two are a Linux kernel and its ramdisk.
  [/^(?:pxeboot|bsd\.rd)$/, 128 * MIB],
  [/^bsd(?:\.mp)?$/, 256 * MIB],
  [/^base\d+\.tgz$/, 1536 * MIB],
];

/** The most bytes that the file `name` of a release can have. */
export function largest(name: string): number {
  return BOUNDS.find(([pattern]) => pattern.test(name))?.[1] ?? 512 * MIB;
}
