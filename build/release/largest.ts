/**
 * Size limits of the files of a release: the signed list has no sizes, and an endless response must
 * not fill the host's disk.
 * @module
 */

const MIB = 1024 * 1024;

/**
 * Limits in bytes, at least twice the size in any release from 6.6 to 8.0; the first match counts.
 */
const BOUNDS: [RegExp, number][] = [
  [/^(?:BUILDINFO|SHA256|INSTALL\.\w+)$/, MIB],
  // In a rehearsal these two are a Linux kernel and its ramdisk.
  [/^(?:pxeboot|bsd\.rd)$/, 128 * MIB],
  [/^bsd(?:\.mp)?$/, 256 * MIB],
  [/^base\d+\.tgz$/, 1536 * MIB],
];

/** Size limit in bytes of the file `name` of a release. */
export function largest(name: string): number {
  return BOUNDS.find(([pattern]) => pattern.test(name))?.[1] ?? 512 * MIB;
}
