/**
 * Data that the checks of the firewall share.
 * @module
 */
import { contains, overlaps, type Prefix } from "../address.ts";
import { asTunnel } from "../clients.ts";
import type { Gateway, Tunnel } from "../gateway.ts";
import { type Link, linksOf } from "../network/links.ts";
import { type Wire, wiresOf } from "../network/wires.ts";
import { type ReadAddress, readAddressWord } from "../network/address_word.ts";
import type { Report } from "./report.ts";

/** A path in the description. */
export type Path = (string | number)[];

/** A gateway, with data derived for the checks of its rules. */
export interface View {
  gateway: Gateway;
  links: Link[];
  wires: Wire[];
  /** The tunnels, and the clients as tunnels to their pools. */
  tunnels: Tunnel[];
  report: Report;
}

/** Prepares the checks of `gateway`. */
export function viewOf(gateway: Gateway, report: Report): View {
  const links = linksOf(gateway);
  return {
    gateway,
    links,
    wires: wiresOf(links, gateway.network.routes),
    tunnels: [...gateway.tunnels, ...gateway.clients.map(asTunnel)],
    report,
  };
}

/** pfctl(8) turns a longer list of addresses into a table. */
export const LONGEST_LIST = 16;

/** Paths that complaints about interfaces rest on. */
export const INTERFACES: readonly Path[] = [["network", "interfaces"]];

/** Drivers of interfaces that programs create while the gateway runs. */
const MADE_LATER = /^(tun|tap|ppp|pppx|pppac|wg|vmd)[0-9]*$/;

/** Whether rules may name an interface or group that is not in the description. */
export function isMadeLater(name: string): boolean {
  return MADE_LATER.test(name);
}

/** The names of all interfaces and their groups. */
export function interfaceNames({ gateway, links, tunnels }: View): string[] {
  const parents = gateway.network.interfaces.flatMap(({ vlan }) => vlan ? [vlan.parent] : []);
  return [
    ...new Set([
      ...links.map(({ name }) => name),
      ...links.map(({ seenOn }) => seenOn),
      ...parents,
      ...links.flatMap(({ groups }) => groups),
      ...(tunnels.length > 0 ? ["enc0"] : []),
    ]),
  ];
}

/** The links that the name of an interface or a group stands for. */
export function linksNamed(name: string, { links }: View): Link[] {
  return links.filter((link) => link.name === name || link.groups.includes(name));
}

/** The families that a word of an address list can have; both if unknown. */
function familiesOf(text: string, view: View): Set<4 | 6> {
  const word = readAddressWord(text);
  if (word?.kind === "network") return new Set([word.prefix.family]);
  if (word?.kind === "table") {
    const entries = view.gateway.firewall.tables.get(word.name) ?? [];
    const known = entries.flatMap((entry) => [...familiesOf(entry.replace(/^! /, ""), view)]);
    if (known.length > 0) return new Set(known);
  }
  if (word?.kind === "interface") {
    const found = linksNamed(word.name, view).flatMap(({ addresses, autoconf }) => [
      ...addresses.map(({ prefix }) => prefix.family),
      ...autoconf,
    ]);
    if (found.length > 0) return new Set(found);
  }
  return new Set([4, 6]);
}

/** The families of a list; both if it is empty. */
export function familiesOfList(list: readonly string[], view: View): Set<4 | 6> {
  return list.length === 0
    ? new Set([4, 6])
    : new Set(list.flatMap((one) => [...familiesOf(one, view)]));
}

/** The networks of a list of networks; undefined if it contains anything unknown. */
export function plainNetworks(list: readonly string[]): Prefix[] | undefined {
  const read = list.map(readAddressWord);
  const plain = read.every((one): one is ReadAddress & { kind: "network" } =>
    one?.kind === "network" && !one.not
  );
  return plain && read.length > 0 ? read.map(({ prefix }) => prefix) : undefined;
}

/** Whether each of `inner` is within one of `outer`. */
export function allWithin(inner: readonly Prefix[], outer: readonly Prefix[]): boolean {
  return inner.every((one) => outer.some((other) => contains(other, one)));
}

/** Whether the two have an address in common. */
export function meet(some: readonly Prefix[], others: readonly Prefix[]): boolean {
  return some.some((one) => others.some((other) => overlaps(one, other)));
}
