/**
 * Whether an interface has hosts of the gateway's own side, or leads to a provider.
 * @module
 */
import { overlaps, parsePrefix } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import type { NetworkInterface } from "../interface.ts";
import { prefixesOf } from "../own_addresses.ts";

/** By gateway and interface: thousands of tunnels ask. */
const known = new WeakMap<Gateway, Map<string, boolean>>();

/**
 * Whether the description treats the networks of `one` as inside: something is let in, translated,
 * redirected or carried for their hosts. A provider may route public addresses to them.
 */
export function isInner(gateway: Gateway, one: NetworkInterface): boolean {
  const found = known.get(gateway) ?? new Map<string, boolean>();
  known.set(gateway, found);
  const inner = found.get(one.name) ?? holdsHosts(gateway, one);
  found.set(one.name, inner);
  return inner;
}

function holdsHosts(
  { firewall, tunnels, clients }: Gateway,
  one: NetworkInterface,
): boolean {
  const own = prefixesOf(one);
  const texts = [
    ...firewall.allow.flatMap(({ from, to }) => [...from, ...to]),
    ...firewall.nat.flatMap(({ from }) => from),
    ...firewall.redirect.flatMap(({ to }) => to),
    ...tunnels.flatMap(({ local }) => local),
    ...clients.flatMap(({ networks }) => networks),
  ];
  return texts.some((text) => {
    const prefix = parsePrefix(text);
    // The address of the gateway itself is no host behind it.
    return prefix !== undefined && prefix.length > 0 &&
      own.some((each) =>
        overlaps(each, prefix) &&
        !(prefix.length > each.length && own.some(({ value }) => value === prefix.value))
      );
  });
}
