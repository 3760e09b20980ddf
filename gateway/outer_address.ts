/**
 * The address of a gateway that its peers see.
 * @module
 */
import { isLinkLocal, isLoopback, isPrivate, parseAddress, parsePrefix } from "./address.ts";
import type { Gateway } from "./gateway.ts";
import type { Tunnel } from "./tunnel.ts";
import { addressesOf } from "./own_addresses.ts";
import { wayTo } from "./way_to.ts";

/**
 * The address of the interface that the tunnel names, else the static address on the route to its
 * peer, else on the default route. `undefined` if it is assigned at run time (DHCP, SLAAC).
 */
export function outerAddress(
  gateway: Gateway,
  { peer, localAddress }: Pick<Tunnel, "peer" | "localAddress">,
): string | undefined {
  if (localAddress !== undefined && parseAddress(localAddress)) return localAddress;
  const family = parsePrefix(peer)?.family;
  const named = gateway.network.interfaces.find((one) => one.name === localAddress);
  if (named) {
    const own = addressesOf(named).find((text) => parsePrefix(text)!.family === (family ?? 4));
    return own?.split("/")[0];
  }
  const towards = (target: string) => wayTo(gateway, target)?.addresses[0];
  if (parseAddress(peer)) return towards(peer);
  return (family === 6 ? undefined : towards("0.0.0.0")) ??
    (family === 4 ? undefined : towards("::"));
}

/** Whether an address is not routed on the Internet: peers see the address of a router with NAT. */
export function isBehindNat(text: string): boolean {
  const address = parseAddress(text);
  if (!address) return false;
  const linkLocal4 = address.family === 4 && address.value >> 16n === 0xa9fen;
  return isPrivate(address) || isLoopback(address) || isLinkLocal(address) || linkLocal4;
}
