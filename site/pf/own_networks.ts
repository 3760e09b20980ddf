/**
 * The networks that the gateway's interfaces are in.
 * @module
 */
import ipaddr from "ipaddr.js";
import type { Gateway } from "../../gateway/gateway.ts";

/** In CIDR form, each once, host bits zero: `10.0.0.50/24` gives `10.0.0.0/24`. */
export function ownNetworks(gateway: Gateway): string[] {
  const addresses = gateway.network.interfaces
    .flatMap((one) => [one.address, one.address6, ...one.aliases])
    .filter((text) => text.includes("/"));
  return [...new Set(addresses.map(networkOf))];
}

function networkOf(cidr: string): string {
  const length = cidr.split("/")[1]!;
  const network = cidr.includes(":")
    ? ipaddr.IPv6.networkAddressFromCIDR(cidr)
    : ipaddr.IPv4.networkAddressFromCIDR(cidr);
  return `${network.toString()}/${length}`;
}
