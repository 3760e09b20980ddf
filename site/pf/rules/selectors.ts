/**
 * What belongs into a tunnel, as rules need it.
 * @module
 */
import {
  addressOnly,
  contains,
  overlaps,
  parsePrefix,
  parsePrefixes,
} from "../../../gateway/address.ts";
import type { Cidr, Tunnel } from "../../../gateway/gateway.ts";
import { isHost, isOwnAddress, type OwnNetwork } from "../../../gateway/network/wires.ts";
import { wireIndex } from "../../../gateway/network/wire_index.ts";
import { stayingHere } from "../../../gateway/network/staying_here.ts";
import type { Host } from "../model/host.ts";
import { type Field, networkHost } from "./build.ts";
import type { Context } from "./context.ts";
import type { Flow } from "./flows.ts";
import { isNarrow } from "./traffic.ts";

/** A tunnel with its place in the description and the networks that its rules are about. */
export interface Selection {
  tunnel: Tunnel;
  field: Field;
  /** Local networks that are more than the gateway's own addresses. */
  behind: Cidr[];
  /** Local "networks" that are one of the gateway's own addresses. */
  own: Cidr[];
  /** Remote networks, those of `world` left out. */
  some: Cidr[];
  /** Remote networks that hold every address of a family, where the tunnel is not for one port only. */
  world: Cidr[];
}

/** All tunnels that have networks, taken apart; one of a sec(4) interface has routes. */
export function selectionsOf(context: Context): Selection[] {
  return context.flows.filter(({ tunnel }) => tunnel.iface === undefined)
    .map((one) => selectionOf(one, context));
}

function selectionOf({ tunnel, field }: Flow, { wires }: Context): Selection {
  const narrow = isNarrow(tunnel);
  const isWorld = (network: Cidr) => !narrow && parsePrefix(network)?.length === 0;
  return {
    tunnel,
    field,
    behind: tunnel.local.filter((one) => !isOwnAddress(one, wires)),
    own: tunnel.local.filter((one) => isOwnAddress(one, wires)),
    some: tunnel.remote.filter((one) => !isWorld(one)),
    world: tunnel.remote.filter(isWorld),
  };
}

/** The networks of `list` that `partners` has a network of the same family for. */
export function sameFamily(list: readonly Cidr[], partners: readonly Cidr[]): Cidr[] {
  const families = new Set(partners.map((one) => parsePrefix(one)?.family));
  return list.filter((one) => families.has(parsePrefix(one)?.family));
}

/**
 * `remotes` of a tunnel as hosts of a rule, without what stays here: the gateway's own networks that
 * they hold, and what has a meaning on one link only. A wire on the outside stays here only as far as
 * the tunnel's local networks are in it.
 */
export function remoteHosts(
  { tunnel, field }: Selection,
  remotes: readonly Cidr[],
  context: Context,
): Host[] {
  const held = stayingHere(tunnel.local, remotes, context.wires);
  if (held.length === 0) return context.hosts(remotes, `${tunnel.name}.remote`, field);
  const name = remotes.length === tunnel.remote.length ? "beyond" : "claimed";
  const entries = [
    ...remotes.map((one) => networkHost(one)),
    ...held.map((one) => networkHost(one, true)),
  ];
  return [context.table(`${tunnel.name}.${name}`, entries, [...field, "remote"])];
}

/** Whether antispoof would take what comes out of the tunnel for forged: a remote network is in one of ours. */
export function isNear(tunnel: Tunnel, { wires }: Context): boolean {
  const { networks } = wireIndex(wires);
  return parsePrefixes(tunnel.remote).some((one) =>
    networks.overlapping(one).some((own) => !isHost(own) && contains(own, one))
  );
}

/** The gateway's own addresses in `networks`. */
export function ownAddressesIn(networks: readonly Cidr[], own: readonly OwnNetwork[]): string[] {
  const prefixes = parsePrefixes(networks);
  return own.filter(({ prefix }) => prefixes.some((one) => overlaps(one, addressOnly(prefix))))
    .map(({ address }) => address);
}
