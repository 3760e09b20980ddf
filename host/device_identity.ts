/**
 * Whether two paths lead to the same device or file, whatever they are called.
 * @module
 */

/** What a path leads to: a block device identified by number, a file by inode. */
export interface Identity {
  /** `major:minor` of a block device. */
  device?: string;
  /** `major:minor:inode` of anything else. */
  inode?: string;
}

/**
 * The identity of what `path` leads to, all links resolved (`/dev/vg/lv`, `/dev/mapper/vg-lv`);
 * empty if nothing is there.
 */
export async function identityOf(path: string): Promise<Identity> {
  const info = await Deno.stat(path).catch(() => null);
  if (!info) return {};
  if (info.isBlockDevice) return { device: numberOf(info.rdev ?? 0) };
  return info.ino === null ? {} : { inode: `${numberOf(info.dev)}:${info.ino}` };
}

/** `major:minor` of a device number as glibc's makedev(3) packs it. */
export function numberOf(rdev: number): string {
  // Major in bits 8-19 and 32-63, minor in 0-7 and 20-31.
  const major = Math.floor(rdev / 256) % 4096 + Math.floor(rdev / 2 ** 32) * 4096;
  const minor = rdev % 256 + Math.floor(rdev / 2 ** 20) % 4096 * 256;
  return `${major}:${minor}`;
}
