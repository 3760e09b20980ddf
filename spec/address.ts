/**
 * Addresses and networks of both families.
 * @module
 */
import ipaddr from "ipaddr.js";

/** An address with its prefix length. */
export interface Prefix {
  /** 4 or 6. */
  family: 4 | 6;
  /** The address as a number. */
  value: bigint;
  /** Prefix length in bits. */
  length: number;
}

/** Parses `10.0.0.0/24`, `2001:db8::/32`, or an address alone (full length); undefined if it is neither. */
export function parsePrefix(text: string): Prefix | undefined {
  const [address = "", bits] = text.split("/");
  // ipaddr.js also reads 10.1 and 0x7f.1 as addresses; OpenBSD's tools do not all agree.
  if (!address.includes(":") && !ipaddr.IPv4.isValidFourPartDecimal(address)) return undefined;
  if (!ipaddr.isValid(address)) return undefined;
  const bytes = ipaddr.parse(address).toByteArray();
  const full = bytes.length * 8;
  const length = bits === undefined ? full : Number(bits);
  if (!Number.isInteger(length) || length < 0 || length > full) return undefined;
  return {
    family: full === 32 ? 4 : 6,
    value: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n),
    length,
  };
}

/** Whether the two networks share an address. */
export function overlaps(a: Prefix, b: Prefix): boolean {
  if (a.family !== b.family) return false;
  const shift = BigInt((a.family === 4 ? 32 : 128) - Math.min(a.length, b.length));
  return a.value >> shift === b.value >> shift;
}

/** Whether `a` names a network: no bit is set behind its prefix. */
export function isNetwork(a: Prefix): boolean {
  const rest = BigInt((a.family === 4 ? 32 : 128) - a.length);
  return (a.value >> rest) << rest === a.value;
}
