/**
 * Addresses for evaluating promises.
 * @module
 */
import { overlaps, parsePrefix, type Prefix } from "../../gateway/address.ts";
import type { Gateway } from "../../gateway/gateway.ts";

/** Hosts on the Internet; one that the description does not name is used as a stranger. */
const STRANGERS = [
  "198.18.77.9",
  "100.64.77.9",
  "203.0.113.177",
  "192.0.2.177",
  "198.51.100.177",
  "8.8.77.9",
  "2001:db8:7777::9",
  "2001:470:7777::9",
].map((text) => parsePrefix(text)!);

/** A list of networks, or a test for whether an address is in any. */
export type Taken = readonly Prefix[] | ((address: Prefix) => boolean);

/**
 * A host address of `prefix`, not at its edges, outside all of `taken`; undefined if there is none.
 */
export function hostIn(prefix: Prefix, taken: Taken = []): Prefix | undefined {
  const { family } = prefix;
  const full = family === 4 ? 32 : 128;
  if (prefix.length === 0) return strangerTo(taken, family);
  const bits = full - prefix.length;
  const base = (prefix.value >> BigInt(bits)) << BigInt(bits);
  const size = 1n << BigInt(bits);
  // Near its beginning, and in each sixteenth.
  const starts = bits < 5 ? [0n] : Array.from({ length: 16 }, (_, at) => BigInt(at) * size / 16n);
  for (const start of starts) {
    for (const rest of bits === 0 ? [0n] : [77n, 9n, 1n, 2n, 3n, 4n, 5n, 6n]) {
      if (rest >= size || bits > 1 && rest === size - 1n) continue;
      const host = { family, value: base + start + rest, length: full };
      if (!has(taken, host)) return host;
    }
  }
  return undefined;
}

function has(taken: Taken, address: Prefix): boolean {
  return typeof taken === "function" ? taken(address) : taken.some((one) => overlaps(one, address));
}

/** An address of `family` outside all of `known`, networks with all addresses left out. */
export function strangerTo(known: Taken, family: 4 | 6): Prefix | undefined {
  const narrow = typeof known === "function" ? known : known.filter(({ length }) => length > 0);
  return STRANGERS.find((one) => one.family === family && !has(narrow, one));
}

/** Addresses and networks in a line of pf.conf(5). */
const ADDRESS = /(?:\d+\.){3}\d+(?:\/\d+)?|[0-9a-f]*:[0-9a-f:]+(?:\/\d+)?/gi;

/** Every network and address in the description, for any purpose. */
export function namedNetworks(gateway: Gateway): Prefix[] {
  const { clients, firewall, network, tunnels } = gateway;
  const texts = [
    ...network.interfaces.flatMap((one) => [one.address, one.address6, ...one.aliases]),
    ...tunnels.flatMap((one) => [one.peer, ...one.local, ...one.remote]),
    ...clients.flatMap(({ pool, networks }) => [pool, ...networks]),
    ...(firewall.peers === "any" ? [] : firewall.peers),
    ...firewall.allow.flatMap((one) => [...one.from, ...one.to]),
    ...firewall.redirect.flatMap((one) => [...one.from, ...one.to]),
    ...[...firewall.tables.values()].flat(),
    ...network.nameservers,
    // Raw rules contain the addresses they are about, and invalid sources (martians).
    ...firewall.rules.flatMap((line) => line.match(ADDRESS) ?? []),
  ];
  return texts.map(parsePrefix).filter((one) => one !== undefined);
}
