/**
 * The key of sasyncd.conf(5).
 * @module
 */

/** Bytes of a key of AES. */
const LENGTHS = [16, 24, 32];

/**
 * The key in hexadecimal as sasyncd.conf(5) takes it, `0x...`. Hexadecimal because a text that begins
 * with a digit would be read as a number, and one with a blank or a `#` would end there. Digits without
 * `0x` count as such where as text they would have no length of a key. Undefined where it has none.
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

/** Why `key` cannot be used, without a word of it; undefined if it can. */
export function sasyncKeyFault(key: string): string | undefined {
  return sasyncKey(key) === undefined
    ? "must have 16, 24 or 32 characters, or twice as many hexadecimal digits, as from openssl rand -hex 32"
    : undefined;
}
