/**
 * The addresses that a gateway itself has.
 * @module
 */
import { parsePrefix, type Prefix } from "./address.ts";
import type { Gateway, NetworkInterface } from "./gateway.ts";

/** The static addresses of an interface with their prefix lengths, the main ones first. */
export function addressesOf({ address, address6, aliases }: NetworkInterface): string[] {
  return [address, address6, ...aliases].filter((text) => parsePrefix(text) !== undefined);
}

/** Those of an interface, parsed. */
export function prefixesOf(one: NetworkInterface): Prefix[] {
  return addressesOf(one).map((text) => parsePrefix(text)!);
}

/** Those of all interfaces, parsed. */
export function ownPrefixes({ network }: Pick<Gateway, "network">): Prefix[] {
  return network.interfaces.flatMap(prefixesOf);
}

/** `text` without its prefix length. */
export function withoutLength(text: string): string {
  return text.split("/")[0]!;
}
