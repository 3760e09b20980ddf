/**
 * Routers whose interface is named after a `%`.
 * @module
 */
import { isLinkLocal, overlaps, type Prefix } from "../address.ts";
import type { Network, NetworkInterface } from "../gateway.ts";
import { prefixesOf } from "../own_addresses.ts";
import type { Router } from "../router.ts";

/** Why `router`, whose address is `address`, is not reached through the interface that it names. */
export function scopeFault(
  network: Network,
  router: Router,
  address: Prefix,
): { severity: "error" | "warning"; message: string; suggestion?: string } | undefined {
  const named = network.interfaces.find(({ name }) => name === router.interface);
  if (!named) return undefined;
  if (isLinkLocal(address)) {
    return address.family === 6 && lacksIpv6(named)
      ? {
        severity: "warning",
        message:
          `${named.name} has no IPv6 address, so the kernel refuses the route; give it address6, or inet6: [eui64]`,
      }
      : undefined;
  }
  const near = (one: NetworkInterface) => prefixesOf(one).some((own) => overlaps(own, address));
  const other = network.interfaces.find(near);
  // A carp(4) interface is in the network of its carpdev.
  if (!other || near(named) || named.carp?.carpdev === other.name) return undefined;
  if (other.carp?.carpdev === named.name) return undefined;
  return {
    severity: "error",
    message:
      `${router.address} is in the network of ${other.name}, not on ${named.name}; leave the interface out`,
    suggestion: router.address,
  };
}

/** An interface gets its link-local address together with another one, or by `eui64`. */
function lacksIpv6({ address6, aliases, inet6 = [], options }: NetworkInterface): boolean {
  return address6 === "none" && inet6.length === 0 && options.length === 0 &&
    !aliases.some((text) => text.includes(":"));
}
