/**
 * /etc/isakmpd/isakmpd.conf: what ipsec.conf(5) has no words for.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { outerAddress } from "../../gateway/outer_address.ts";
import { ikev1Tunnels } from "../../gateway/tunnel.ts";
import { addressesOf, withoutLength } from "../../gateway/own_addresses.ts";

/**
 * isakmpd.conf(5) where addresses move between gateways: isakmpd(8) opens its sockets once, and hears
 * what is sent to a carp(4) address only where it is told to listen there (its CAVEATS). Empty where
 * there is none. Dead peer detection is ipsecctl(8)'s, by mode dynamic.
 */
export function renderIsakmpdConf(gateway: Gateway): string {
  const tunnels = ikev1Tunnels(gateway.tunnels);
  const shared = gateway.network.interfaces.filter((one) => one.carp)
    .flatMap(addressesOf).map(withoutLength);
  if (tunnels.length === 0 || shared.length === 0) return "";
  const own = tunnels.flatMap((tunnel) => outerAddress(gateway, tunnel) ?? []);
  return `[General]\nListen-on=${[...new Set([...shared, ...own])].join(",")}\n`;
}
