/**
 * /etc/hostname.IF: one network interface.
 *
 * netstart(8) runs ifconfig(8) for each line, in order. It starts cards and independent interfaces
 * first; then aggr, vlan, carp and pppoe in this order; the default routes; then gif, etherip, gre
 * and wg, which need routes (netstart of 6.8 and February 2025).
 * @module
 */
import { driverOf, type NetworkInterface } from "../../gateway/interface.ts";
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import { lines } from "../../host/lines.ts";
import { kindLines } from "./hostname_kind.ts";
import { routeLines } from "./hostname_routes.ts";
import { secretLines, type Text } from "../../host/secret.ts";

/** hostname.if(5) of one interface. */
export function renderHostnameIf(
  gateway: Gateway,
  one: NetworkInterface,
  secrets: Pick<Secrets, "network">,
): Text {
  return secretLines([
    // An interface loses its addresses when it changes its routing domain.
    ...(one.rdomain ? [`rdomain ${one.rdomain}`] : []),
    ...kindLines(one, secrets),
    ...(one.mtu ? [`mtu ${one.mtu}`] : []),
    ...(one.description ? [`description "${one.description}"`] : []),
    ...(one.groups ?? []).map((group) => `group ${group}`),
    ...(one.inet6 ?? []).map((word) => word === "eui64" ? "inet6 eui64" : word),
    ...addressLines(gateway, one),
    ...routeLines(gateway.network, one),
    ...one.options,
    "up",
  ]);
}

function addressLines({ release }: Gateway, one: NetworkInterface): string[] {
  const family = (address: string) => address.includes(":") ? "inet6" : "inet";
  // Up to 6.9 dhclient is the default; later releases still accept `dhcp`.
  const dynamic = knows(release.number, "inetAutoconf") ? ["inet autoconf"] : ["dhcp"];
  const far = (of: "inet" | "inet6") =>
    one.peer !== undefined && family(one.peer) === of ? [`dest ${one.peer}`] : [];
  const four = driverOf(one.name) === "pppoe" && one.address === "autoconf"
    // A wildcard: the provider assigns both addresses (pppoe(4)).
    ? ["inet 0.0.0.0 255.255.255.255 NONE", "dest 0.0.0.1"]
    : one.address === "autoconf"
    ? dynamic
    : one.address === "none"
    ? []
    : [`inet ${one.address}`, ...far("inet")];
  const six = one.address6 === "none"
    ? []
    : one.address6 === "autoconf"
    ? ["inet6 autoconf"]
    : [`inet6 ${one.address6}`, ...far("inet6")];
  return [...four, ...six, ...one.aliases.map((alias) => `${family(alias)} alias ${alias}`)];
}

/** hostname.if(5) of a card that only carries other interfaces. */
export function renderHostnameParent(): string {
  return lines(["up"]);
}
