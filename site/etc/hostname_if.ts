/**
 * /etc/hostname.IF: one network interface.
 * @module
 */
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import type { Gateway, NetworkInterface } from "../../gateway/gateway.ts";
import { linkRoutes } from "../../gateway/router.ts";
import { lines } from "../../host/lines.ts";

/** hostname.if(5) of one interface. */
export function renderHostnameIf(gateway: Gateway, one: NetworkInterface): string {
  const family = (address: string) => address.includes(":") ? "inet6" : "inet";
  // Up to 6.9 dhclient is the default; `dhcp` is understood long after.
  const dynamic = knows(gateway.release.number, "inetAutoconf") ? "inet autoconf" : "dhcp";
  return lines([
    ...(one.vlan ? [`vnetid ${one.vlan.id} parent ${one.vlan.parent}`] : []),
    ...(one.mtu ? [`mtu ${one.mtu}`] : []),
    ...(one.description ? [`description "${one.description}"`] : []),
    ...(one.address === "none"
      ? []
      : [one.address === "autoconf" ? dynamic : `inet ${one.address}`]),
    ...(one.address6 === "none"
      ? []
      : [one.address6 === "autoconf" ? "inet6 autoconf" : `inet6 ${one.address6}`]),
    ...one.aliases.map((alias) => `${family(alias)} alias ${alias}`),
    ...linkRoutes(gateway.network)
      .filter((route) => route.interface === one.name)
      .map(({ family, address }) =>
        family === 4
          ? `!route add -inet ${address}/32 -link -iface ${one.name}`
          : `!route add -inet6 ${address}/128 -link -iface ${one.name}`
      ),
    ...one.options,
    "up",
  ]);
}

/** hostname.if(5) of a card that only carries vlan(4) interfaces. */
export function renderHostnameParent(): string {
  return lines(["up"]);
}
