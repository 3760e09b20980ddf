/**
 * The key of sasyncd.conf(5).
 * @module
 */

/** Lengths of AES keys in bytes. */
const LENGTHS = [16, 24, 32];

/**
 * The key in hexadecimal as in sasyncd.conf(5), `0x...`. Hexadecimal because sasyncd would read a
 * text that starts with a digit as a number, and end one at a blank or a `#`. Digits without `0x`
 * are taken as hexadecimal if as text they would not have the length of a key. Undefined if the
 * length is wrong.
 */
export function sasyncKey(key: string): string | undefined {
  const digits = /^0x([0-9A-Fa-f]*)$/.exec(key)?.[1];
  if (digits !== undefined) return ofHex(digits);
  const bytes = new TextEncoder().encode(key);
  if (LENGTHS.includes(bytes.length)) return `0x${bytes.toHex()}`;
  return /^[0-9A-Fa-f]+$/.test(key) ? ofHex(key) : undefined;
}

function ofHex(digits: string): string | undefined {
  return LENGTHS.includes(digits.length / 2) ? `0x${digits.toLowerCase()}` : undefined;
}

/** Why `key` cannot be used, without any part of it; undefined if it can. */
export function sasyncKeyFault(key: string): string | undefined {
  return sasyncKey(key) === undefined
    ? "must have 16, 24 or 32 characters, or twice as many hexadecimal digits, as from openssl rand -hex 32"
    : undefined;
}
