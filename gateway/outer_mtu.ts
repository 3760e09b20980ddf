/**
 * The size of packets towards a peer.
 * @module
 */
import { parseAddress } from "./address.ts";
import type { Gateway } from "./gateway.ts";
import { carriersOf, driverOf, type NetworkInterface } from "./interface.ts";
import { addressesOf } from "./own_addresses.ts";
import type { Tunnel } from "./tunnel.ts";
import { wayTo } from "./way_to.ts";

/** MTU in bytes of drivers whose packets are put into others; of the rest it is that of Ethernet. */
const DEFAULTS: ReadonlyMap<string, number> = new Map([
  ["pppoe", 1492],
  ["gre", 1476],
  ["wg", 1420],
  ["gif", 1280],
]);

/**
 * MTU in bytes of the interface that packets to the peer of `tunnel` leave through, and of those
 * below it; undefined if the description does not tell which it is.
 */
export function outerMtu(
  gateway: Gateway,
  { peer, localAddress }: Pick<Tunnel, "peer" | "localAddress">,
): number | undefined {
  const { interfaces } = gateway.network;
  const named = interfaces.find((one) =>
    one.name === localAddress ||
    addressesOf(one).some((text) => text.split("/")[0] === localAddress)
  );
  // A source address chooses no interface, but one of an uplink is used on that uplink.
  const name = named?.name ??
    wayTo(gateway, parseAddress(peer) ? peer : peer.includes(":") ? "::" : "0.0.0.0")?.name;
  const found = interfaces.find((one) => one.name === name);
  return found && mtuOf(found, interfaces);
}

/** A carp(4) interface has the MTU of its carpdev, and a VLAN none larger than its parent's. */
function mtuOf(one: NetworkInterface, interfaces: readonly NetworkInterface[]): number {
  const own = one.mtu ?? DEFAULTS.get(driverOf(one.name)) ?? 1500;
  // Frames of pppoe(4) have eight bytes more than its packets.
  const room = one.pppoe ? 8 : 0;
  const below = carriersOf(one).flatMap(({ name }) =>
    interfaces.filter((each) => each.name === name && each.mtu !== undefined)
  );
  return Math.min(own, ...below.map((each) => mtuOf(each, interfaces) - room));
}
