/**
 * Index of the networks and addresses on the wires of a gateway, so that a tunnel is compared with
 * few of thousands.
 * @module
 */
import { addressOnly, type Prefix } from "../address.ts";
import type { Cidr } from "../gateway.ts";
import { PrefixIndex } from "../prefix_index.ts";
import type { OwnNetwork, Wire } from "./wires.ts";

/** A network that a wire leads to. */
export interface Behind {
  prefix: Prefix;
  text: Cidr;
  wire: Wire;
  /** Its position, in the order of the wires. */
  order: number;
}

/** Networks and addresses on some wires. */
export interface WireIndex {
  /** The gateway's own networks, with loopback. */
  networks: PrefixIndex<Prefix>;
  /** The gateway's own networks and those behind routers, without loopback. */
  behind: PrefixIndex<Behind>;
  /** The gateway's addresses, without loopback. */
  addresses: PrefixIndex<OwnNetwork>;
  /** Wires without a default route that have a network. */
  inside: readonly Wire[];
  /** The networks of loopback interfaces, and those behind routers there. */
  loopback: PrefixIndex<Prefix>;
  /** Outer wires whose address is assigned by the network. */
  unknown: readonly Wire[];
  /** Families with an address that is assigned by the network, without loopback. */
  autoconf: ReadonlySet<4 | 6>;
}

const indexes = new WeakMap<readonly Wire[], WireIndex>();

/** The index of `wires`, cached. */
export function wireIndex(wires: readonly Wire[]): WireIndex {
  const found = indexes.get(wires);
  if (found) return found;
  const live = wires.filter(({ loopback }) => !loopback);
  const met = (list: readonly Wire[]) =>
    list.flatMap((wire) =>
      [...wire.networks, ...wire.routed].map(({ prefix, text }) => ({ prefix, text, wire }))
    );
  const index: WireIndex = {
    networks: PrefixIndex.of(
      wires.flatMap(({ networks }) => networks.map(({ prefix }) => [prefix, prefix] as const)),
    ),
    behind: PrefixIndex.of(
      met(live).map((one, order) => [one.prefix, { ...one, order }] as const),
    ),
    addresses: PrefixIndex.of(
      live.flatMap(({ addresses }) =>
        addresses.map((one) => [addressOnly(one.prefix), one] as const)
      ),
    ),
    inside: live.filter(({ outside, networks, autoconf }) =>
      !outside && (networks.length > 0 || autoconf.size > 0)
    ),
    loopback: PrefixIndex.of(
      met(wires.filter(({ loopback }) => loopback)).map(({ prefix }) => [prefix, prefix] as const),
    ),
    unknown: live.filter(({ outside, autoconf }) => outside && autoconf.size > 0),
    autoconf: new Set(live.flatMap(({ autoconf }) => [...autoconf])),
  };
  indexes.set(wires, index);
  return index;
}
