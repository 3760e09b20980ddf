/**
 * Parses and prints addresses as pf.conf(5) does.
 * @module
 */
import { parseAddress as parse, type Prefix } from "../../gateway/address.ts";

export type { Prefix } from "../../gateway/address.ts";

const IPV4 = /^(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})$/;

/** An address without a prefix length; undefined if `text` is not one. */
export function parseAddress(text: string): Prefix | undefined {
  // The fast path: rule sets have thousands of such addresses.
  const parts = IPV4.exec(text);
  if (!parts) return text.includes(":") ? parse(text) : undefined;
  let value = 0;
  for (let at = 1; at <= 4; at++) {
    const byte = Number(parts[at]);
    if (byte > 255) return undefined;
    value = value * 256 + byte;
  }
  return { family: 4, value: BigInt(value), length: 32 };
}

/** The address as inet_ntop(3) prints it. */
export function formatAddress({ family, value }: Prefix): string {
  if (family === 4) {
    const number = Number(value);
    return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join(".");
  }
  const groups = Array.from(
    { length: 8 },
    (_, at) => Number((value >> BigInt(112 - 16 * at)) & 0xffffn),
  );
  const { start, length } = longestZeros(groups);
  // With an embedded IPv4 address: ::ffff:192.0.2.1, ::192.0.2.1.
  if (start === 0 && (length === 6 || (length === 5 && groups[5] === 0xffff))) {
    const tail = formatAddress({ family: 4, value: value & 0xffffffffn, length: 32 });
    return length === 6 ? `::${tail}` : `::ffff:${tail}`;
  }
  const words = groups.map((group) => group.toString(16));
  if (length < 2) return words.join(":");
  return `${words.slice(0, start).join(":")}::${words.slice(start + length).join(":")}`;
}

/** The first of the longest runs of zeros. */
function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: -1, length: 0 };
  let length = 0;
  for (const [at, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: at - length + 1, length };
  }
  return best;
}

/** The prefix with zero host bits. */
export function networkOf(prefix: Prefix): Prefix {
  const rest = BigInt((prefix.family === 4 ? 32 : 128) - prefix.length);
  return { ...prefix, value: (prefix.value >> rest) << rest };
}
