/**
 * Whether the gateway has a route to an address, according to its description.
 * @module
 */
import { contains, parsePrefix, type Prefix } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import type { NetworkInterface } from "../interface.ts";
import { learnsRoutes } from "../openbsd/routing_daemons.ts";
import { addressesOf } from "../own_addresses.ts";

/** False if no route leads to `target`, and nothing outside `network` may add one. */
export function mayReach({ network, files, rcConf }: Gateway, target: Prefix): boolean {
  const four = target.family === 4;
  if ((four ? network.gateway : network.gateway6) !== undefined) return true;
  const learns = (one: NetworkInterface) =>
    (four ? one.address : one.address6) === "autoconf" || one.options.length > 0 ||
    one.peer !== undefined || one.pppoe !== undefined;
  if (network.interfaces.some(learns) || learnsRoutes(rcConf)) return true;
  if (files.some((one) => one.path.startsWith("/etc/"))) return true;
  return [...network.interfaces.flatMap(addressesOf), ...network.routes.map(({ to }) => to)]
    .some((text) => contains(parsePrefix(text) ?? target, target));
}
