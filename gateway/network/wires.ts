/**
 * The gateway's own networks, by the interface that pf(4) sees their packets on.
 * @module
 */
import { parsePrefix, type Prefix } from "../address.ts";
import type { Cidr, Route } from "../gateway.ts";
import { PrefixIndex } from "../prefix_index.ts";
import type { Link } from "./links.ts";

/** A network that the gateway has an address in. */
export interface OwnNetwork {
  /** Host bits are those of the gateway's address. */
  prefix: Prefix;
  /** In CIDR form, with zero host bits. */
  text: Cidr;
  /** The gateway's address in it. */
  address: string;
  /** The interface that has the address. */
  link: string;
}

/** An interface that packets arrive on, together with the carp(4) interfaces on it. */
export interface Wire {
  /** The name for `on` in rules. */
  name: string;
  /** Its networks without duplicates, in the order of the description. */
  networks: OwnNetwork[];
  /** All addresses of the gateway on it, also several in one network. */
  addresses: OwnNetwork[];
  /** Networks behind a router on it, from static routes. */
  routed: { prefix: Prefix; text: Cidr }[];
  /** Families whose address is assigned by the network. */
  autoconf: ReadonlySet<4 | 6>;
  /** A default route leads through it. */
  outside: boolean;
  /** It is a loopback interface: no packet from outside arrives there. */
  loopback: boolean;
}

/** The wires of a gateway with these interfaces and static routes, in the order of the description. */
export function wiresOf(links: readonly Link[], routes: readonly Route[]): Wire[] {
  const routed = routedBy(links, routes);
  return [...Map.groupBy(links, ({ seenOn }) => seenOn)].map(([name, members]) => {
    const addresses = members.flatMap((link) =>
      link.addresses.map(({ prefix, network, address }): OwnNetwork => ({
        prefix,
        text: network,
        address,
        link: link.name,
      }))
    );
    return {
      name,
      networks: [...Map.groupBy(addresses, ({ text }) => text).values()].map(([first]) => first!),
      addresses,
      routed: routed.get(name) ?? [],
      autoconf: new Set(members.flatMap(({ autoconf }) => [...autoconf])),
      outside: members.some(({ outside }) => outside),
      loopback: members.every(({ loopback }) => loopback),
    };
  });
}

/** The networks of `routes`, by the wire that leads to their routers. */
function routedBy(links: readonly Link[], routes: readonly Route[]): Map<string, Wire["routed"]> {
  const byName = Map.groupBy(links, ({ name }) => name);
  const near = new PrefixIndex<Link>();
  const byPeer = new Map<string, Link[]>();
  const own = new Set<string>();
  for (const link of links) {
    for (const { prefix, peer } of link.addresses) {
      near.add(prefix, link);
      own.add(`${prefix.family} ${prefix.value}`);
      if (peer !== undefined) byPeer.set(peer, [...byPeer.get(peer) ?? [], link]);
    }
  }
  const through = (via: string): readonly Link[] => {
    const [address = "", scope] = via.split("%");
    if (scope !== undefined) return byName.get(scope) ?? [];
    const router = parsePrefix(address);
    // A route through the gateway itself only sets the source address of packets into a tunnel.
    if (router && own.has(`${router.family} ${router.value}`)) return [];
    return router ? [...byPeer.get(address) ?? [], ...near.overlapping(router)] : [];
  };
  const routed = new Map<string, Wire["routed"]>();
  for (const { to, via } of routes) {
    const prefix = parsePrefix(to);
    if (!prefix || prefix.length === 0) continue;
    for (const name of new Set(through(via).map(({ seenOn }) => seenOn))) {
      const others = routed.get(name);
      if (others) others.push({ prefix, text: to });
      else routed.set(name, [{ prefix, text: to }]);
    }
  }
  return routed;
}

/** Whether `prefix` is a single address. */
export function isHost(prefix: Prefix): boolean {
  return prefix.length === (prefix.family === 4 ? 32 : 128);
}

/** Whether `network` is a single address of the gateway. */
export function isOwnAddress(network: Cidr, wires: readonly Wire[]): boolean {
  const prefix = parsePrefix(network);
  return prefix !== undefined && isHost(prefix) &&
    wires.some(({ addresses }) =>
      addresses.some((own) =>
        own.prefix.family === prefix.family && own.prefix.value === prefix.value
      )
    );
}

/** The networks of the gateway's loopback interfaces, whose packets never come from outside. */
export function loopbackNetworks(wires: readonly Wire[]): Prefix[] {
  return [
    "127.0.0.0/8",
    "::1",
    ...wires.filter((wire) => wire.loopback).flatMap(({ networks }) =>
      networks.map(({ text }) => text)
    ),
  ].map((text) => parsePrefix(text)!);
}
