/**
 * Default routers: in a subnet of the gateway, link-local, or on a link outside every subnet.
 * @module
 */
import { isLinkLocal, overlaps, parseAddress, type Prefix, sameAddress } from "./address.ts";
import type { Network, NetworkInterface } from "./gateway.ts";
import { ownNetworks, prefixesOf } from "./own_addresses.ts";

/** A router as the description names it, `fe80::1%vio0`. */
export interface Router {
  /** The address alone: `fe80::1`. */
  address: string;
  /** The interface after `%`. */
  interface?: string;
}

/** The two parts of a router's name. */
export function parseRouter(text: string): Router {
  const [address = "", name] = text.split("%");
  return { address, ...(name === undefined ? {} : { interface: name }) };
}

/**
 * The router in the form of mygate(5) and route(8): netstart(8) ignores a link-local one without its
 * interface, and no other one may have it.
 */
export function routerWord(text: string): string {
  const { address } = parseRouter(text);
  const parsed = parseAddress(address);
  return parsed && isLinkLocal(parsed) ? text : address;
}

/** A route that makes a router outside every subnet reachable. */
export interface LinkRoute {
  /** The interface that the router is on. */
  interface: string;
  /** Family of the router's address. */
  family: 4 | 6;
  /** The router's address. */
  address: string;
}

/**
 * The routes to routers outside every subnet: on the named interface, else on the only one whose
 * address is alone in its network. None if a raw line of hostname.if(5) adds the route.
 */
export function linkRoutes(network: Network): LinkRoute[] {
  const routes: LinkRoute[] = [];
  const defaults = [[network.gateway, 4], [network.gateway6, 6]] as const;
  const named = new Set(network.routes.map(({ via }) => via).filter((via) => via.includes("%")));
  const others = [...named].map((via) => [via, via.includes(":") ? 6 : 4] as const);
  for (const [text, family] of [...defaults, ...others]) {
    if (text === undefined) continue;
    const router = parseRouter(text);
    const parsed = parseAddress(router.address, family);
    if (!parsed || isLinkLocal(parsed) || routedByHand(network, router.address)) continue;
    if (routes.some(({ address }) => address === router.address)) continue;
    if (network.interfaces.some((one) => prefixesOf(one).some((own) => overlaps(own, parsed)))) {
      continue;
    }
    const alone = network.interfaces.filter((one) =>
      prefixesOf(one).some((own) =>
        own.family === family && own.length === (family === 4 ? 32 : 128)
      )
    );
    const name = router.interface ?? (alone.length === 1 ? alone[0]!.name : undefined);
    if (name !== undefined) routes.push({ interface: name, family, address: router.address });
  }
  return routes;
}

/** Whether a raw line of an interface adds a route to `address`. */
export function routedByHand(network: Network, address: string): boolean {
  return network.interfaces.some((one) =>
    one.options.some((line) =>
      line.split(/[\s/]+/).some((word) => word.toLowerCase() === address.toLowerCase())
    )
  );
}

/**
 * The interface that reaches the router `text`: the one behind `%`, else the one whose far end it
 * is, else the one in whose smallest network it is; of several, the one that netstart(8) starts
 * first.
 */
export function interfaceOfRouter(network: Network, text: string): NetworkInterface | undefined {
  const router = parseRouter(text);
  if (router.interface !== undefined) {
    return network.interfaces.find((one) => one.name === router.interface);
  }
  const parsed = parseAddress(router.address);
  if (!parsed) return undefined;
  const joined = network.interfaces.find((one) => isAddress(one.peer, parsed));
  if (joined) return joined;
  const met = Map.groupBy(
    ownNetworks(network.interfaces).overlapping(parsed),
    (own) => own.interface,
  );
  const near = [...met].map(([one, own]) => ({
    one,
    length: Math.max(...own.map(({ prefix }) => prefix.length)),
  }));
  // A carp interface is in the network of its carpdev, which starts before it.
  near.sort((a, b) => b.length - a.length || Number(!!a.one.carp) - Number(!!b.one.carp));
  return near[0]?.one;
}

function isAddress(text: string | undefined, address: Prefix): boolean {
  const parsed = text === undefined ? undefined : parseAddress(text);
  return parsed !== undefined && sameAddress(parsed, address);
}
