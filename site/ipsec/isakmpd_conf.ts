/**
 * /etc/isakmpd/isakmpd.conf: settings that ipsec.conf(5) does not have.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { outerAddress } from "../../gateway/outer_address.ts";
import { ikev1Tunnels } from "../../gateway/tunnel.ts";
import { addressesOf, withoutLength } from "../../gateway/own_addresses.ts";

/**
 * isakmpd.conf(5) for shared addresses: isakmpd(8) opens its sockets once, and receives packets for
 * a carp(4) address only if it is configured to listen there (CAVEATS of its manual page). Empty if
 * there are none. Dead peer detection is set by ipsecctl(8), with mode dynamic.
 */
export function renderIsakmpdConf(gateway: Gateway): string {
  const tunnels = ikev1Tunnels(gateway.tunnels);
  const shared = gateway.network.interfaces.filter((one) => one.carp)
    .flatMap(addressesOf).map(withoutLength);
  if (tunnels.length === 0 || shared.length === 0) return "";
  const own = tunnels.flatMap((tunnel) => outerAddress(gateway, tunnel) ?? []);
  return `[General]\nListen-on=${[...new Set([...shared, ...own])].join(",")}\n`;
}
