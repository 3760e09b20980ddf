/**
 * The contents of the page: gateways, pairs, and the tunnels between them.
 * @module
 */
import { parseAddress, parsePrefix, type Prefix, sameAddress } from "../../gateway/address.ts";
import { tunnelBack } from "../../gateway/check/peers.ts";
import { ownPrefixes } from "../../gateway/own_addresses.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { isBehindNat, outerAddress } from "../../gateway/outer_address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";

/** One gateway, or the two of a pair. */
export interface Unit {
  gateways: Gateway[];
  /** `gw1.example.net and gw2.example.net`. */
  title: string;
}

/** A tunnel of a unit, and its other end, if that is among the units too. */
export interface Link {
  unit: Unit;
  tunnel: Tunnel;
  far?: { unit: Unit; tunnel: Tunnel };
}

/** Everything, in the order of the files. */
export interface Site {
  units: Unit[];
  links: Link[];
}

/** Groups `gateways` into units, and matches the two ends of each tunnel. */
export function siteOf(gateways: readonly Gateway[]): Site {
  const units: Unit[] = [];
  for (const gateway of gateways) {
    const mate = units.find(({ gateways: [first, ...more] }) =>
      more.length === 0 && first !== undefined && standInForEachOther(first, gateway)
    );
    if (mate) mate.gateways.push(gateway);
    else units.push({ gateways: [gateway], title: "" });
  }
  for (const unit of units) {
    unit.title = unit.gateways.map(({ hostname }) => hostname).join(" and ");
  }
  return { units, links: linksOf(units) };
}

function standInForEachOther(one: Gateway, other: Gateway): boolean {
  const names = (a: Gateway, b: Gateway) => {
    const peer = a.failover && parsePrefix(a.failover.peer);
    return peer !== undefined && ownPrefixes(b).some((own) => sameAddress(own, peer));
  };
  return names(one, other) && names(other, one);
}

/**
 * Each tunnel once: at the end with more tunnels to others, so that a hub has its branches around
 * it.
 */
function linksOf(units: readonly Unit[]): Link[] {
  const owners = ownersOf(units);
  const all = new Map(
    units.map((unit) => [
      unit,
      tunnelsOf(unit).map((tunnel): Link => {
        const far = farOf(owners, unit, tunnel);
        return { unit, tunnel, ...(far ? { far } : {}) };
      }),
    ]),
  );
  const known = (unit: Unit) => all.get(unit)!.filter(({ far }) => far).length;
  const seen = new Set<Tunnel>();
  return units.toSorted((a, b) => known(b) - known(a)).flatMap((unit) =>
    all.get(unit)!.filter(({ tunnel, far }) => {
      if (seen.has(tunnel)) return false;
      if (far) seen.add(far.tunnel);
      return true;
    })
  );
}

/** Owner of each address. */
type Owners = ReadonlyMap<string, { unit: Unit; gateway: Gateway }[]>;

const named = ({ family, value }: Pick<Prefix, "family" | "value">) => `${family} ${value}`;

function ownersOf(units: readonly Unit[]): Owners {
  const owners = new Map<string, { unit: Unit; gateway: Gateway }[]>();
  for (const unit of units) {
    for (const gateway of unit.gateways) {
      for (const address of ownPrefixes(gateway)) {
        const list = owners.get(named(address));
        if (list) list.push({ unit, gateway });
        else owners.set(named(address), [{ unit, gateway }]);
      }
    }
  }
  return owners;
}

/** Tunnels of a unit; those of both halves of a pair are listed once. */
export function tunnelsOf({ gateways }: Unit): Tunnel[] {
  const [first, ...others] = gateways;
  const names = new Set(first!.tunnels.map(({ name }) => name));
  return [
    ...first!.tunnels,
    ...others.flatMap(({ tunnels }) => tunnels.filter(({ name }) => !names.has(name))),
  ];
}

function farOf(owners: Owners, unit: Unit, tunnel: Tunnel): Link["far"] {
  const peer = parseAddress(tunnel.peer);
  if (!peer) return undefined;
  const own = unit.gateways.flatMap(ownPrefixes);
  for (const { unit: other, gateway } of owners.get(named(peer)) ?? []) {
    if (other === unit) continue;
    const back = tunnelBack(tunnel, { own }, gateway);
    // In a pair, the tunnel of the first half stands for both.
    const name = back === undefined ? undefined : gateway.tunnels[back]!.name;
    const far = tunnelsOf(other).find((one) => one.name === name);
    if (far) return { unit: other, tunnel: far };
  }
  return undefined;
}

/** The gateway of `unit` that has `tunnel`. */
export function ownerOf({ gateways }: Unit, tunnel: Tunnel): Gateway {
  return gateways.find(({ tunnels }) => tunnels.includes(tunnel)) ?? gateways[0]!;
}

/** The local address of the tunnel, in words. */
export function outerWords(unit: Unit, tunnel: Tunnel): string {
  const address = outerAddress(ownerOf(unit, tunnel), tunnel);
  if (address === undefined) return "changes (DHCP)";
  const far = parsePrefix(tunnel.peer);
  return isBehindNat(address) && !(far && isBehindNat(tunnel.peer))
    ? `${address}, behind NAT`
    : address;
}

/** The networks of this side as the far end sees them. */
export function seenNetworks({ nat, local }: Tunnel): string[] {
  return nat === undefined ? local : [nat];
}
