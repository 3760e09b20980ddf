/**
 * Routes in hostname.if(5): commands that netstart(8) runs after the interface has its addresses.
 * @module
 */
import type { Network } from "../../gateway/gateway.ts";
import { driverOf, type NetworkInterface } from "../../gateway/interface.ts";
import { interfaceOfRouter, linkRoutes, routerWord } from "../../gateway/router.ts";

/** The routes that leave through `one`. */
export function routeLines(network: Network, one: NetworkInterface): string[] {
  const table = one.rdomain ? ` -T ${one.rdomain}` : "";
  return [
    ...linkRoutes(network)
      .filter((route) => route.interface === one.name)
      .map(({ family, address }) =>
        `!route${table} add ${inet(family)} ${address}/${
          family === 4 ? 32 : 128
        } -link -iface ${one.name}`
      ),
    ...network.routes
      .filter(({ via }) => interfaceOfRouter(network, via)?.name === one.name)
      .map(({ to, via }) =>
        `!route${table} add ${inet(to.includes(":") ? 6 : 4)} ${to} ${routerWord(via)}`
      ),
    ...defaultByProvider(network, one, table),
  ];
}

const inet = (family: 4 | 6) => family === 4 ? "-inet" : "-inet6";

/** The default routes over pppoe(4), unless the description has another router. */
function defaultByProvider(network: Network, one: NetworkInterface, table: string): string[] {
  if (driverOf(one.name) !== "pppoe" || !one.pppoe) return [];
  return [
    ...(network.gateway === undefined && one.address === "autoconf"
      ? [`!route${table} add default -ifp ${one.name} 0.0.0.1`]
      : []),
    ...(network.gateway6 === undefined && one.address6 === "autoconf"
      ? [`!route${table} add -inet6 default -ifp ${one.name} fe80::%${one.name}`]
      : []),
  ];
}
