/**
 * The running gateway as packets see it: interfaces, addresses, routes, forwarding and flows,
 * according to the description.
 * @module
 */
import { overlaps, parseAddress, parsePrefix, type Prefix } from "../../gateway/address.ts";
import type { Gateway, NetworkInterface } from "../../gateway/gateway.ts";
import { PrefixIndex } from "../../gateway/prefix_index.ts";
import { outerAddress } from "../../gateway/outer_address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { type Link, linksOf, rdomainOf } from "../../gateway/network/links.ts";
import { environmentOf } from "../pf/environment_of.ts";
import type { PfMachine } from "../pf/evaluate/machine.ts";
import { interfacesOfName } from "../pf/model/interface_names.ts";
import { type Flow, flowsOf } from "./flows.ts";

/** A route of the gateway. */
export interface Route {
  /** Destination network. */
  to: Prefix;
  /** Interface that it leaves through. */
  on: string;
  /** The router; absent for a connected network. */
  via?: string;
}

/** A running gateway. */
export interface Machine extends PfMachine {
  /** Most specific first. */
  routes: readonly Route[];
  /** IPsec flows, as the daemons load them. */
  flows: readonly Flow[];
  /** Tunnels with a sec(4) interface, by that interface. */
  routed: ReadonlyMap<string, Tunnel>;
  /** The local address of each tunnel, if known. */
  outer: ReadonlyMap<Tunnel, Prefix>;
  /** net.inet.ip.forwarding: 0 none, 1 all, 2 only packets out of or into IPsec. */
  forwarding: 0 | 1 | 2;
  /** Release number, for comparison: 66 < 80. */
  release: number;
  /** The interface that pf sees traffic on: the carpdev of carp(4), the syncdev of pfsync(4). */
  seenOn: (name: string) => string;
}

/** The described gateway, running. */
export function machineOf(gateway: Gateway): Machine {
  const links = linksOf(gateway);
  const routes = routesOf(gateway, links);
  const carriers = new Map(
    links.map(({ name, seenOn, pfsync }) => [name, pfsync?.syncdev ?? seenOn]),
  );
  const towards = (address: Prefix) => routeTo(routes, address)?.on;
  return {
    ...environmentOf(gateway),
    changing: new Set(links.filter(({ autoconf }) => autoconf.size > 0).map(({ name }) => name)),
    interfaceTowards: towards,
    routes,
    flows: flowsOf(gateway),
    routed: new Map(
      gateway.tunnels.flatMap((one) => one.iface === undefined ? [] : [[one.iface, one]]),
    ),
    outer: new Map(gateway.tunnels.flatMap((one) => {
      const address = parseAddress(outerAddress(gateway, one) ?? "");
      return address ? [[one, address]] : [];
    })),
    forwarding: ({ none: 0, all: 1, ipsec: 2 } as const)[gateway.forwarding],
    release: gateway.release.number,
    seenOn: (name) => carriers.get(name) ?? name,
  };
}

function routesOf({ network }: Gateway, links: readonly Link[]): Route[] {
  const routes: Route[] = [];
  const away = new Set(
    network.interfaces.filter((one) => rdomainOf(one) > 0).map(({ name }) => name),
  );
  const index = new PrefixIndex<Route>();
  const add = (route: Route) => {
    routes.push(route);
    index.add(route.to, route);
  };
  for (const { name, addresses } of links) {
    // Interfaces in another routing domain have their own routes.
    if (away.has(name)) continue;
    for (const { network: connected, peer } of addresses) {
      for (const text of peer === undefined ? [connected] : [connected, peer]) {
        const to = parsePrefix(text);
        if (to) add({ to, on: name });
      }
    }
  }
  for (const { to, via } of network.routes) {
    const prefix = parsePrefix(to);
    const on = interfaceOfRouter(index, network.interfaces, via);
    if (prefix && on) add({ to: prefix, on, via });
  }
  for (const [family, router] of [[4, network.gateway], [6, network.gateway6]] as const) {
    const to: Prefix = { family, value: 0n, length: 0 };
    const autoconf = links.find((one) => one.autoconf.has(family))?.name;
    const on = router === undefined
      ? autoconf
      : interfaceOfRouter(index, network.interfaces, router) ?? autoconf;
    if (on) add({ to, on, ...(router === undefined ? {} : { via: router }) });
  }
  return routes.sort((a, b) => b.to.length - a.to.length);
}

/** The interface towards a router: the one after `%`, or the one whose network contains it. */
function interfaceOfRouter(
  routes: PrefixIndex<Route>,
  interfaces: readonly NetworkInterface[],
  router: string,
): string | undefined {
  const [address = "", scope] = router.split("%");
  if (scope) return scope;
  const prefix = parsePrefix(address);
  const found = prefix && routes.first(prefix)?.on;
  // A router outside every subnet is on the only interface there is.
  return found ?? (interfaces.length === 1 ? interfaces[0]!.name : undefined);
}

/** Cached by list, which must not change. */
const indexed = new WeakMap<readonly Route[], PrefixIndex<Route>>();

/** The route for `address`; undefined without one. */
export function routeTo(routes: readonly Route[], address: Prefix): Route | undefined {
  let index = indexed.get(routes);
  if (!index) {
    index = PrefixIndex.of(routes.map((route) => [route.to, route] as const));
    indexed.set(routes, index);
  }
  return index.first(address);
}

/** Addresses that belong to the gateway itself. */
interface Own {
  /** `FAMILY VALUE` of its addresses, and of the broadcast addresses of its networks. */
  single: Set<string>;
  /** Networks of loopback interfaces. */
  loopback: Prefix[];
}

const owned = new WeakMap<Machine["interfaces"], Own>();

function ownOf({ interfaces }: Machine): Own {
  const known = owned.get(interfaces);
  if (known) return known;
  const own: Own = { single: new Set(), loopback: [] };
  for (const { addresses, loopback } of interfaces) {
    for (const { address, length } of addresses) {
      const prefix = parsePrefix(address);
      if (!prefix) continue;
      const { family, value } = prefix;
      if (loopback) own.loopback.push({ ...prefix, length });
      else own.single.add(`${family} ${value}`);
      const rest = (1n << BigInt(32 - Math.min(32, length))) - 1n;
      if (family === 4 && length < 31) own.single.add(`${family} ${value | rest}`);
    }
  }
  owned.set(interfaces, own);
  return own;
}

/**
 * Whether the destination is the gateway itself: one of its addresses, a broadcast or a multicast
 * address.
 */
export function isLocal(machine: Machine, address: Prefix): boolean {
  const { family, value } = address;
  if (family === 4 && (value >> 28n === 14n || value === 0xffff_ffffn)) return true;
  if (family === 6 && (value >> 120n === 0xffn || value >> 118n === 0x3fan)) return true;
  const own = ownOf(machine);
  return own.single.has(`${family} ${value}`) || own.loopback.some((one) => overlaps(one, address));
}

/** The source address of the gateway towards `address` (the first of that interface). */
export function ownAddressTowards(machine: Machine, address: Prefix): Prefix | undefined {
  const route = routeTo(machine.routes, address);
  const [one] = interfacesOfName(machine.interfaces, route?.on ?? "");
  for (const each of one?.addresses ?? []) {
    const own = parsePrefix(each.address);
    if (own?.family === address.family) return own;
  }
  return undefined;
}
