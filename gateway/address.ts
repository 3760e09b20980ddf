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

/** Cache of parsed texts: checks parse the same few again and again. */
const parsed = new Map<string, Readonly<Prefix> | undefined>();
const MOST_PARSED = 20_000;

/**
 * Parses `10.0.0.0/24`, `2001:db8::/32`, or an address without a length (its full length);
 * undefined if it is neither.
 */
export function parsePrefix(text: string): Readonly<Prefix> | undefined {
  if (parsed.has(text)) return parsed.get(text);
  const prefix = readPrefix(text);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(text, prefix);
  return prefix;
}

/** Those of `texts` that are networks or addresses, parsed. */
export function parsePrefixes(texts: readonly string[]): Prefix[] {
  return texts.flatMap((text) => parsePrefix(text) ?? []);
}

function readPrefix(text: string): Prefix | undefined {
  const [, address = "", bits] = /^([0-9A-Fa-f:.]+)(?:\/(0|[1-9][0-9]{0,2}))?$/.exec(text) ?? [];
  // ipaddr.js also accepts 10.1 and 0x7f.1; OpenBSD's tools disagree about those.
  if (!address.includes(":") && !ipaddr.IPv4.isValidFourPartDecimal(address)) return undefined;
  if (!ipaddr.isValid(address)) return undefined;
  const bytes = ipaddr.parse(address).toByteArray();
  const full = bytes.length * 8;
  const length = bits === undefined ? full : Number(bits);
  if (length > full) return undefined;
  return {
    family: full === 32 ? 4 : 6,
    value: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n),
    length,
  };
}

/** Parses an address without a prefix length; of `family`, if given. */
export function parseAddress(text: string, family?: 4 | 6): Readonly<Prefix> | undefined {
  const address = text.includes("/") ? undefined : parsePrefix(text);
  return family === undefined || address?.family === family ? address : undefined;
}

/** Whether the two networks share an address. */
export function overlaps(a: Prefix, b: Prefix): boolean {
  if (a.family !== b.family) return false;
  const shift = BigInt((a.family === 4 ? 32 : 128) - Math.min(a.length, b.length));
  return a.value >> shift === b.value >> shift;
}

/**
 * A key that two prefixes have in common if they are in the same network of `bits`; default: their
 * own length.
 */
export function networkKey({ family, value, length }: Prefix, bits = length): string {
  return `${family} ${bits} ${value >> BigInt((family === 4 ? 32 : 128) - bits)}`;
}

/** Whether every address of `inner` is in `outer`. */
export function contains(outer: Prefix, inner: Prefix): boolean {
  return outer.length <= inner.length && overlaps(outer, inner);
}

/** Whether `a` names a network: all host bits are zero. */
export function isNetwork(a: Prefix): boolean {
  const rest = BigInt((a.family === 4 ? 32 : 128) - a.length);
  return (a.value >> rest) << rest === a.value;
}

/** The network of `prefix` in CIDR form, its host bits zero: 10.2.0.0/24 for `10.2.0.1/24`. */
export function networkText({ family, value, length }: Prefix): string {
  const bits = family === 4 ? 32 : 128;
  const rest = BigInt(bits - length);
  const first = (value >> rest) << rest;
  const bytes = Array.from(
    { length: bits / 8 },
    (_, at) => Number(first >> BigInt(bits - 8 - 8 * at) & 255n),
  );
  return `${ipaddr.fromByteArray(bytes).toString()}/${length}`;
}

/**
 * The network that an address without a length probably means: 10.0.10.0/24 for `10.0.10.0`;
 * undefined if a length is written, or it looks like the address of a host.
 */
export function probableNetwork(text: string): string | undefined {
  const prefix = text.includes("/") ? undefined : parsePrefix(text);
  if (!prefix || prefix.value === 0n) return undefined;
  if (prefix.family === 6) {
    return prefix.value & 0xffff_ffff_ffff_ffffn ? undefined : `${text}/64`;
  }
  // 10.0.0.0 is unlikely to be a /24.
  const length = [8, 16, 24].find((one) => isNetwork({ ...prefix, length: one }));
  return length === undefined ? undefined : `${text}/${length}`;
}

/** Whether both are the same address; prefix lengths are ignored. */
export function sameAddress(a: Prefix, b: Prefix): boolean {
  return a.family === b.family && a.value === b.value;
}

/** Why `a` cannot be a host address in its network; undefined if it can. */
export function notAHost(a: Prefix): string | undefined {
  if (a.value === 0n) return "the unspecified address";
  if (a.family === 6) return a.value >> 120n === 0xffn ? "a multicast address" : undefined;
  if (a.value >> 28n === 14n) return "a multicast address";
  if (a.length > 30) return undefined;
  if (isNetwork(a)) return "the address of the network itself";
  const rest = (1n << BigInt(32 - a.length)) - 1n;
  return (a.value & rest) === rest ? "the broadcast address of its network" : undefined;
}

/** Whether `a` is a link-local IPv6 address (fe80::/10). */
export function isLinkLocal(a: Prefix): boolean {
  return a.family === 6 && a.value >> 118n === 0x3fan;
}

/** Whether the address is not routed on the Internet (RFC 1918, RFC 4193, RFC 6598). */
export function isPrivate({ family, value }: Prefix): boolean {
  if (family === 6) return value >> 121n === 0x7en;
  return value >> 24n === 10n || value >> 20n === 0xac1n || value >> 16n === 0xc0a8n ||
    value >> 22n === 0x191n;
}

/** Whether all of `a` is loopback (127.0.0.0/8, ::1). */
export function isLoopback(a: Prefix): boolean {
  return a.family === 4
    ? a.length >= 8 && a.value >> 24n === 127n
    : a.length === 128 && a.value === 1n;
}

/** The address without its prefix length. */
export function addressOnly(prefix: Prefix): Prefix {
  return { ...prefix, length: prefix.family === 4 ? 32 : 128 };
}
