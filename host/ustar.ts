/**
 * What a tar archive of POSIX.1-1988 (ustar) can hold.
 * @module
 */

/** Whether ustar can hold the name: 100 bytes, or up to 155 of folders before some slash and 100 behind it. */
export function fitsUstar(name: string): boolean {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= 100) return true;
  return bytes.some((byte, at) =>
    byte === 0x2f && at > 0 && at <= 155 && bytes.length - at - 1 <= 100
  );
}

/** The largest size that ustar can write: eleven octal digits. */
export const MOST_USTAR: number = 8 ** 11 - 1;
