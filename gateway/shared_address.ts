/**
 * The addresses that two gateways share by carp(4), and what depends on them.
 * @module
 */
import { contains, parseAddress, parsePrefix } from "./address.ts";
import type { Gateway } from "./gateway.ts";
import type { NetworkInterface } from "./interface.ts";
import { addressesOf } from "./own_addresses.ts";
import { wayTo } from "./way_to.ts";

/** The addresses that the two gateways share, without prefix lengths. */
export function sharedAddresses({ network }: Pick<Gateway, "network">): string[] {
  return network.interfaces.filter((one) => one.carp)
    .flatMap((one) => addressesOf(one).map((text) => text.split("/")[0]!));
}

/**
 * The shared address on the route to `peer` (an address, a network, a host name, or `any`);
 * undefined if that interface has none.
 */
export function sharedTowards(gateway: Gateway, peer: string): string | undefined {
  const prefix = parsePrefix(peer);
  const family = prefix?.family ?? 4;
  const way = wayTo(gateway, prefix ? peer.split("/")[0]! : "0.0.0.0");
  const carps = gateway.network.interfaces
    .filter((one) => one.carp && (one.name === way?.name || one.carp.carpdev === way?.name));
  return carps.flatMap(addressesOf).find((text) => parsePrefix(text)!.family === family)
    ?.split("/")[0];
}

/**
 * The carp(4) interface whose state decides which gateway runs IKE: the first that a tunnel uses.
 */
export function decidingCarp(gateway: Gateway): NetworkInterface | undefined {
  const carps = gateway.network.interfaces.filter((one) => one.carp);
  const used = [...gateway.tunnels, ...gateway.clients].map(({ localAddress }) => localAddress);
  const isUsed = (one: NetworkInterface) =>
    used.includes(one.name) ||
    addressesOf(one).some((text) => used.includes(text.split("/")[0]!));
  return carps.find(isUsed) ?? carps[0];
}

/** The gateway's own address on the sync link, which sasyncd(8) listens on. */
export function syncAddress({ network, failover }: Gateway): string | undefined {
  const one = network.interfaces.find(({ name }) => name === failover?.interface);
  const peer = failover && parseAddress(failover.peer);
  return one && peer &&
    addressesOf(one).find((text) => contains(parsePrefix(text)!, peer))?.split("/")[0];
}
