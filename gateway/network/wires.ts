/**
 * The networks that the gateway is in, by the interface that pf(4) sees their packets on, and where
 * packets of a tunnel's local network come from.
 * @module
 */
import { contains, overlaps, parsePrefix, type Prefix } from "../address.ts";
import type { Cidr, Route } from "../gateway.ts";
import type { Link } from "./links.ts";

/** A network that the gateway has an address in. */
export interface OwnNetwork {
  /** Bits behind the length are those of the gateway's address. */
  prefix: Prefix;
  /** In CIDR form, host bits zero. */
  text: Cidr;
  /** The gateway's address in it. */
  address: string;
  /** The interface that has the address. */
  link: string;
}

/** An interface that packets arrive on, with the carp(4) interfaces that share it. */
export interface Wire {
  /** The name that `on` of a rule must have. */
  name: string;
  /** Each once, in the order of the description. */
  networks: OwnNetwork[];
  /** Every address of the gateway's on it, several in one network too. */
  addresses: OwnNetwork[];
  /** Networks behind a router on it, by static routes. */
  routed: { prefix: Prefix; text: Cidr }[];
  /** The families whose address comes from the network. */
  autoconf: ReadonlySet<4 | 6>;
  /** A default route leads through it. */
  outside: boolean;
  /** No packet from outside arrives there. */
  loopback: boolean;
}

/** The wires of a gateway with these interfaces and static routes, in the order of the description. */
export function wiresOf(links: readonly Link[], routes: readonly Route[]): Wire[] {
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
      routed: routes.flatMap(({ to, via }) => {
        const prefix = parsePrefix(to);
        return prefix && prefix.length > 0 && leadsThrough(via, members)
          ? [{ prefix, text: to }]
          : [];
      }),
      autoconf: new Set(members.flatMap(({ autoconf }) => [...autoconf])),
      outside: members.some(({ outside }) => outside),
      loopback: members.every(({ loopback }) => loopback),
    };
  });
}

/** Whether the router `via` is reached through one of `links`. */
function leadsThrough(via: string, links: readonly Link[]): boolean {
  const [address = "", scope] = via.split("%");
  if (scope !== undefined) return links.some(({ name }) => name === scope);
  const router = parsePrefix(address);
  return router !== undefined &&
    links.some(({ addresses }) =>
      addresses.some(({ prefix, peer }) => peer === address || overlaps(prefix, router))
    );
}

/** Whether `prefix` is one address. */
export function isHost(prefix: Prefix): boolean {
  return prefix.length === (prefix.family === 4 ? 32 : 128);
}

/** Where packets from a local network come in. */
export interface Entry {
  wire: string;
  /** The sources to let in there. */
  from: Cidr;
  /** Only what comes from the network of an address that is not known before the gateway runs. */
  near: boolean;
}

/**
 * Where packets from `local`, the local network of a tunnel, come in. Nobody on the outside may claim
 * to be in it: a wire with a default route counts only as far as `local` lies in its own networks.
 */
export function entriesOf(local: Cidr, wires: readonly Wire[]): Entry[] {
  const prefix = parsePrefix(local);
  if (!prefix) return [];
  const live = wires.filter(({ loopback }) => !loopback);
  const inside = live.filter((wire) =>
    !wire.outside && (wire.networks.length > 0 || wire.autoconf.size > 0)
  );
  const here = (wire: Wire) =>
    [...wire.networks, ...wire.routed].filter((own) => overlaps(own.prefix, prefix));
  const own = (wire: Wire): Entry[] =>
    here(wire).filter((one) => !isHost(one.prefix))
      .map(({ text }) => ({ wire: wire.name, from: text, near: false }));
  const all = (wire: Wire): Entry => ({ wire: wire.name, from: local, near: false });
  const found = live.flatMap((wire): Entry[] => {
    const around = here(wire).some((one) => contains(one.prefix, prefix));
    if (wire.outside) {
      if (around) return [all(wire)];
      // With one arm, the outside is the only inside there is.
      return inside.length === 0 && prefix.length > 0 ? own(wire) : [];
    }
    if (here(wire).length === 0) return [];
    return prefix.length === 0 ? own(wire) : [all(wire)];
  });
  if (found.length > 0) return found;
  // What the gateway has on a loopback interface sends nothing in.
  if (
    wires.some((wire) => wire.loopback && here(wire).some((one) => contains(one.prefix, prefix)))
  ) {
    return [];
  }
  // A network behind a router: behind an inner one, if there is an inside.
  if (inside.length > 0) return prefix.length === 0 ? [] : inside.map(all);
  return live.filter(({ outside, autoconf }) => outside && autoconf.has(prefix.family))
    .map((wire) => ({ wire: wire.name, from: local, near: true }));
}

/** Whether `network` is one address, and one of the gateway's own. */
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
