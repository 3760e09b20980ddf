/**
 * The gateway's interfaces as packets see them: fields and raw hostname.if(5) lines combined.
 * @module
 */
import ipaddr from "ipaddr.js";
import { overlaps, parsePrefix, type Prefix } from "../address.ts";
import type { Cidr, Gateway, NetworkInterface } from "../gateway.ts";
import { driverOf } from "../interface.ts";
import { PSEUDO_DRIVERS } from "../openbsd/interface_drivers.ts";
import { readHostnameLines } from "./hostname_lines.ts";

/** A static address of an interface. */
export interface LinkAddress {
  /** The address with its prefix length. */
  prefix: Prefix;
  /** The address alone. */
  address: string;
  /** Its network, with zero host bits. */
  network: Cidr;
  /** The far end of a point-to-point interface. */
  peer?: string;
}

/** One interface. */
export interface Link {
  name: string;
  /**
   * Interface that pf(4) sees the packets on: the carpdev of a carp(4) interface, else the
   * interface itself.
   */
  seenOn: string;
  addresses: LinkAddress[];
  /** Families whose address is assigned by the network. */
  autoconf: ReadonlySet<4 | 6>;
  /** Groups that rules may name, except `all`. */
  groups: string[];
  /** A loopback interface, lo(4): no packet from outside arrives there. */
  loopback: boolean;
  /** A default route leads through it. */
  outside: boolean;
  /** For carp(4): the other gateway's address; absent: advertisements go to the group. */
  carp?: { peer?: string };
  /**
   * For pfsync(4): the interface for states, and the peer's address if they do not go to the group.
   */
  pfsync?: { syncdev?: string; peer?: string };
}

/** The interfaces of `gateway`, in the order of the description. */
export function linksOf(gateway: Gateway): Link[] {
  const links = gateway.network.interfaces.map(linkOf);
  for (const family of [4, 6] as const) {
    const router = family === 4 ? gateway.network.gateway : gateway.network.gateway6;
    for (const link of leadingOut(links, family, router)) link.outside = true;
  }
  for (const link of links) {
    if (!link.outside) continue;
    if (!link.groups.includes("egress")) link.groups.push("egress");
    // A carp(4) interface and its carpdev count as one wire.
    for (const other of links) {
      if (other.name === link.seenOn || other.seenOn === link.name) other.outside = true;
    }
  }
  return links;
}

function linkOf(one: NetworkInterface): Link {
  const lines = readHostnameLines(one.options);
  const driver = driverOf(one.name);
  const { words } = lines;
  const typed = [one.address, one.address6, ...one.aliases]
    .flatMap((text) => text.includes("/") ? addressOf(text) : [])
    .map((own) => isFarEnd(one.peer, own) ? { ...own, peer: one.peer! } : own);
  const raw = lines.addresses.flatMap(({ address, length, peer }) =>
    addressOf(`${address}/${length}`).map((found) => ({ ...found, ...(peer ? { peer } : {}) }))
  );
  const autoconf = new Set<4 | 6>();
  if (one.address === "autoconf" || lines.autoconf4) autoconf.add(4);
  if (one.address6 === "autoconf" || lines.autoconf6) autoconf.add(6);
  const made = PSEUDO_DRIVERS.has(driver) ? [driver] : [];
  const groups = [...new Set([...(one.groups ?? []), ...lines.groups, ...made])];
  const syncdev = one.pfsync?.syncdev ?? words.get("syncdev");
  return {
    name: one.name,
    seenOn: driver === "carp" ? one.carp?.carpdev ?? words.get("carpdev") ?? one.name : one.name,
    addresses: [...typed, ...raw],
    autoconf,
    groups,
    loopback: driver === "lo",
    outside: groups.includes("egress") || dialsOut(one.name),
    ...(driver === "carp" ? { carp: peerOf(one.carp?.peer ?? words.get("carppeer")) } : {}),
    ...(driver === "pfsync"
      ? {
        pfsync: {
          ...(syncdev === undefined ? {} : { syncdev }),
          ...peerOf(one.pfsync?.syncpeer ?? words.get("syncpeer")),
        },
      }
      : {}),
  };
}

/** The routing domain of an interface; the default is 0. */
export function rdomainOf({ rdomain, options }: NetworkInterface): number {
  return rdomain ?? Number(readHostnameLines(options).words.get("rdomain") ?? 0);
}

/** Whether `peer` is the far end of `own`: both have the same family. */
function isFarEnd(peer: string | undefined, own: LinkAddress): boolean {
  return peer !== undefined && own.prefix.family === (peer.includes(":") ? 6 : 4);
}

function peerOf(peer: string | undefined): { peer?: string } {
  return peer === undefined ? {} : { peer };
}

function addressOf(cidr: string): LinkAddress[] {
  const prefix = parsePrefix(cidr);
  if (!prefix) return [];
  const address = cidr.split("/")[0]!;
  const network = prefix.family === 4
    ? ipaddr.IPv4.networkAddressFromCIDR(cidr)
    : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return [{ prefix, address, network: `${network.toString()}/${prefix.length}` }];
}

/** The interfaces that a default route of `family` leads through. */
function leadingOut(links: Link[], family: 4 | 6, router: string | undefined): Link[] {
  if (router === undefined) return links.filter(({ autoconf }) => autoconf.has(family));
  const [address, scope] = router.split("%") as [string, string?];
  if (scope !== undefined) return links.filter(({ name }) => name === scope);
  const prefix = parsePrefix(address);
  if (!prefix) return [];
  const near = links.filter(({ addresses }) =>
    addresses.some((own) => overlaps(own.prefix, prefix))
  );
  if (near.length > 0) return near;
  // A router outside every subnet is on the wire of an address that is alone in its network.
  const able = links.filter((link) =>
    !link.loopback && link.addresses.some((own) => own.prefix.family === family)
  );
  const alone = able.filter(({ addresses }) =>
    addresses.some(({ prefix: own }) => own.length === (own.family === 4 ? 32 : 128))
  );
  return (alone.length > 0 ? alone : able).slice(0, 1);
}

/** Drivers of interfaces that lead to a provider. */
const DIALS = new Set(["pppoe", "ppp", "umb"]);

/**
 * Whether an interface leads only to a provider: its far end is a router, and no other host is in
 * its network.
 */
export function dialsOut(name: string): boolean {
  return DIALS.has(driverOf(name));
}
