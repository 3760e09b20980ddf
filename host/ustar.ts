/**
 * Limits of the tar format of POSIX.1-1988 (ustar).
 * @module
 */

/**
 * Whether ustar can hold the name: 100 bytes, or a prefix of up to 155 bytes, a slash, and 100
 * bytes.
 */
export function fitsUstar(name: string): boolean {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= 100) return true;
  return bytes.some((byte, at) =>
    byte === 0x2f && at > 0 && at <= 155 && bytes.length - at - 1 <= 100
  );
}

/** The largest size in ustar: eleven octal digits. */
export const MOST_USTAR: number = 8 ** 11 - 1;
