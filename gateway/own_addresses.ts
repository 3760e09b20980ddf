/**
 * The gateway's own addresses.
 * @module
 */
import { parsePrefix, type Prefix } from "./address.ts";
import type { Gateway, NetworkInterface } from "./gateway.ts";
import { PrefixIndex } from "./prefix_index.ts";

/** The static addresses of an interface with their prefix lengths, the primary ones first. */
export function addressesOf({ address, address6, aliases }: NetworkInterface): string[] {
  return [address, address6, ...aliases].filter((text) => parsePrefix(text) !== undefined);
}

/** The same, parsed. */
export function prefixesOf(one: NetworkInterface): Prefix[] {
  return addressesOf(one).map((text) => parsePrefix(text)!);
}

/** The addresses of all interfaces, parsed. */
export function ownPrefixes({ network }: Pick<Gateway, "network">): Prefix[] {
  return network.interfaces.flatMap(prefixesOf);
}

/** Whether the gateway has only these addresses: the network and raw lines may add some. */
export function allAddressesKnown({ network }: Pick<Gateway, "network">): boolean {
  return network.interfaces.every((one) =>
    one.address !== "autoconf" && one.address6 !== "autoconf" && one.options.length === 0
  );
}

/** A static address of an interface. */
export interface OwnAddress {
  interface: NetworkInterface;
  /** With prefix length. */
  text: string;
  prefix: Prefix;
}

const indexes = new WeakMap<readonly NetworkInterface[], PrefixIndex<OwnAddress>>();

/** The addresses of `interfaces` by network, in order; cached. */
export function ownNetworks(interfaces: readonly NetworkInterface[]): PrefixIndex<OwnAddress> {
  const found = indexes.get(interfaces);
  if (found) return found;
  const index = PrefixIndex.of(
    interfaces.flatMap((one) =>
      addressesOf(one).map((text) => {
        const prefix = parsePrefix(text)!;
        return [prefix, { interface: one, text, prefix }] as const;
      })
    ),
  );
  indexes.set(interfaces, index);
  return index;
}

/** `text` without its prefix length. */
export function withoutLength(text: string): string {
  return text.split("/")[0]!;
}
