/**
 * The traffic of tunnels, in the form that rules need.
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

/** A tunnel with its place in the description and the networks for its rules. */
export interface Selection {
  tunnel: Tunnel;
  field: Field;
  /** Local networks other than the gateway's own addresses. */
  behind: Cidr[];
  /** Local "networks" that are single addresses of the gateway. */
  own: Cidr[];
  /** Remote networks, without those of `world`. */
  some: Cidr[];
  /**
   * Remote networks that contain all addresses of a family, unless the tunnel is for one port only.
   */
  world: Cidr[];
}

/**
 * All tunnels that have networks, with their parts; one with a sec(4) interface has routes instead.
 */
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

/** The networks of `list` with a network of the same family in `partners`. */
export function sameFamily(list: readonly Cidr[], partners: readonly Cidr[]): Cidr[] {
  const families = new Set(partners.map((one) => parsePrefix(one)?.family));
  return list.filter((one) => families.has(parsePrefix(one)?.family));
}

/**
 * `remotes` of a tunnel as hosts of a rule, without the parts that stay local: the gateway's own
 * networks inside them, and link scope. Of an outer wire, only the part with the tunnel's local
 * networks stays local.
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

/**
 * Whether antispoof would take packets out of the tunnel for forged: a remote network is inside one
 * of ours.
 */
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
