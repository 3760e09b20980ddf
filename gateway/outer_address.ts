/**
 * The address of a gateway that its peers see.
 * @module
 */
import ipaddr from "ipaddr.js";
import type { Gateway } from "./gateway.ts";
import type { Tunnel } from "./tunnel.ts";
import { wayTo } from "./way_to.ts";

/**
 * The address that the tunnel names, else the first static one towards its peer; towards the default
 * router of IPv4 where neither says which family. `undefined` where it is known only when the gateway
 * runs (DHCP, SLAAC).
 */
export function outerAddress(
  gateway: Gateway,
  { peer, localAddress }: Pick<Tunnel, "peer" | "localAddress">,
): string | undefined {
  if (localAddress !== undefined) return localAddress;
  const way = wayTo(gateway, peer) ?? wayTo(gateway, "0.0.0.0");
  return way?.addresses[0];
}

/** Whether an address means something in its own network only: others see that of a router with NAT. */
export function isPrivate(address: string): boolean {
  const kinds = ["private", "carrierGradeNat", "uniqueLocal", "linkLocal", "loopback"];
  return ipaddr.isValid(address) && kinds.includes(ipaddr.parse(address).range());
}
