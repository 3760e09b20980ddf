/**
 * What the page is about: gateways, those that stand in for each other, and the tunnels between them.
 * @module
 */
import { parsePrefix, sameAddress } from "../../gateway/address.ts";
import { addressesOf, tunnelBack } from "../../gateway/check/peers.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { isPrivate, outerAddress } from "../../gateway/outer_address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";

/** One gateway, or two that stand in for each other. */
export interface Unit {
  gateways: Gateway[];
  /** `gw1.example.net and gw2.example.net`. */
  title: string;
}

/** A tunnel of a unit, and its other end where that is among the units too. */
export interface Link {
  unit: Unit;
  tunnel: Tunnel;
  far?: { unit: Unit; tunnel: Tunnel };
}

/** All of it, in the order of the files. */
export interface Site {
  units: Unit[];
  links: Link[];
}

/** Groups `gateways`, and finds the two ends of each tunnel. */
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
    return peer !== undefined && addressesOf(b).some((own) => sameAddress(own, peer));
  };
  return names(one, other) && names(other, one);
}

/** Each tunnel once: at the end that more of the others lead to, so that a hub has its branches around it. */
function linksOf(units: readonly Unit[]): Link[] {
  const seen = new Set<Tunnel>();
  const known = new Map(units.map((unit) => [
    unit,
    tunnelsOf(unit).filter((tunnel) => farOf(units, unit, tunnel)).length,
  ]));
  const hubs = units.toSorted((a, b) => known.get(b)! - known.get(a)!);
  return hubs.flatMap((unit) =>
    tunnelsOf(unit).flatMap((tunnel): Link[] => {
      if (seen.has(tunnel)) return [];
      const far = farOf(units, unit, tunnel);
      if (far) seen.add(far.tunnel);
      return [{ unit, tunnel, ...(far ? { far } : {}) }];
    })
  );
}

/** Of a pair, those that both have once. */
export function tunnelsOf({ gateways }: Unit): Tunnel[] {
  const [first, ...others] = gateways;
  const names = new Set(first!.tunnels.map(({ name }) => name));
  return [
    ...first!.tunnels,
    ...others.flatMap(({ tunnels }) => tunnels.filter(({ name }) => !names.has(name))),
  ];
}

function farOf(units: readonly Unit[], unit: Unit, tunnel: Tunnel): Link["far"] {
  const peer = parsePrefix(tunnel.peer);
  if (!peer) return undefined;
  const own = unit.gateways.flatMap(addressesOf);
  for (const other of units) {
    if (other === unit) continue;
    for (const gateway of other.gateways) {
      if (!addressesOf(gateway).some((one) => sameAddress(one, peer))) continue;
      const back = tunnelBack(tunnel, { own }, gateway);
      // Of a pair the tunnel of the first stands for both.
      const name = back === undefined ? undefined : gateway.tunnels[back]!.name;
      const far = tunnelsOf(other).find((one) => one.name === name);
      if (far) return { unit: other, tunnel: far };
    }
  }
  return undefined;
}

/** The gateway of `unit` that has `tunnel`. */
export function ownerOf({ gateways }: Unit, tunnel: Tunnel): Gateway {
  return gateways.find(({ tunnels }) => tunnels.includes(tunnel)) ?? gateways[0]!;
}

/** The address that the tunnel is spoken from, in words. */
export function outerWords(unit: Unit, tunnel: Tunnel): string {
  const address = outerAddress(ownerOf(unit, tunnel), tunnel);
  if (address === undefined) return "changes (DHCP)";
  const far = parsePrefix(tunnel.peer);
  return isPrivate(address) && !(far && isPrivate(tunnel.peer))
    ? `${address}, behind NAT`
    : address;
}

/** The networks that the far end sees of this one. */
export function seenNetworks({ nat, local }: Tunnel): string[] {
  return nat === undefined ? local : [nat];
}
