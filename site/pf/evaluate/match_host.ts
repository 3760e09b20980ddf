/**
 * Whether an address matches that of a flat rule.
 * @module
 */
import { isLinkLocal, type Prefix } from "../../../gateway/address.ts";
import { PrefixIndex } from "../../../gateway/prefix_index.ts";
import type { FlatHost, FlatRuleSet, FlatTable } from "../model/flat.ts";
import { addressesOf, type PfMachine } from "./machine.ts";
import { type Answer, not } from "./packet.ts";

/** Matches addresses. */
export interface HostContext {
  machine: PfMachine;
  tables: FlatRuleSet["tables"];
}

/** An address prepared for many comparisons: numbers are compared much faster than bigints. */
export interface Subject extends Prefix {
  /** An IPv4 address as a number; -1 for IPv6. */
  number: number;
}

/** Prepares an address. */
export function subjectOf(address: Prefix): Subject {
  return { ...address, number: address.family === 4 ? Number(address.value) : -1 };
}

/** Matches an address; `on` is the interface that the packet came in on or leaves through. */
export type HostMatch = (address: Subject, on: string) => Answer;

/** The matcher of `host`, made once and used for many packets. */
export function hostMatch(host: FlatHost, context: HostContext): HostMatch {
  const positive = positiveMatch(host, context);
  // A rule with an address of one family never matches packets of the other, negated or not.
  if (!("not" in host) || !host.not) return positive;
  const family = familyOf(host);
  return (address, on) =>
    family !== undefined && family !== address.family ? false : not(positive(address, on));
}

function familyOf(host: FlatHost): 4 | 6 | undefined {
  if (host.kind === "network") return host.prefix.family;
  return host.kind === "range" ? host.first.family : undefined;
}

function positiveMatch(host: FlatHost, { machine, tables }: HostContext): HostMatch {
  switch (host.kind) {
    case "any":
      return () => true;
    case "network":
      return networkMatch(host.prefix);
    case "range": {
      const { first, last } = host;
      return ({ family, value }) =>
        family === first.family && value >= first.value && value <= last.value;
    }
    case "dynamic":
      return dynamicMatch(host, machine);
    case "table":
      return tableMatch(tables.get(host.name), host.name);
    case "route":
      return () => ({ notKnown: `routes with the label ${host.label} are not known` });
    case "no-route":
      return (address) => {
        if (isLinkLocal(address)) return false;
        return machine.interfaceTowards
          ? machine.interfaceTowards(address) === undefined
          : { notKnown: "the routes are not known" };
      };
    case "urpf-failed":
      // Not checked for packets from IPsec and for link-local sources (pf_routable).
      return (address, on) => {
        if (/^enc\d+$/.test(on) || isLinkLocal(address)) return false;
        return machine.interfaceTowards
          ? machine.interfaceTowards(address) !== on
          : { notKnown: "the routes are not known" };
      };
  }
}

function networkMatch({ family, value, length }: Prefix): HostMatch {
  if (length === 0) return (address) => address.family === family;
  if (family === 4) {
    const shift = 32 - length;
    const network = Number(value) >>> shift;
    return ({ number }) => number >= 0 && number >>> shift === network;
  }
  const shift = BigInt(128 - length);
  const network = value >> shift;
  return (address) => address.family === family && address.value >> shift === network;
}

/** What a word in parentheses stands for. */
interface Dynamic {
  index: PrefixIndex<true>;
  /** More addresses may be assigned at run time. */
  open: boolean;
}

/** Cached: thousands of rules may have the same word, which may mean thousands of interfaces. */
const cached = new WeakMap<PfMachine, Map<string, Dynamic>>();

function dynamicAddresses(
  { name, modifiers, length }: Extract<FlatHost, { kind: "dynamic" }>,
  machine: PfMachine,
): Dynamic {
  const known = cached.get(machine) ?? new Map<string, Dynamic>();
  cached.set(machine, known);
  const word = JSON.stringify([name, modifiers, length]);
  const found = known.get(word);
  if (found) return found;
  const { prefixes, open } = addressesOf(machine, name, modifiers);
  const index = PrefixIndex.of(
    prefixes.map((one) =>
      [length === undefined ? one : { ...one, length: Math.min(length, one.length) }, true] as const
    ),
  );
  known.set(word, { index, open });
  return { index, open };
}

function dynamicMatch(
  host: Extract<FlatHost, { kind: "dynamic" }>,
  machine: PfMachine,
): HostMatch {
  const { index, open } = dynamicAddresses(host, machine);
  return (address) => {
    if (index.first(address)) return true;
    return open ? { notKnown: `${host.name} gets its addresses at run time` } : false;
  };
}

/** Whether anything but `overload` adds addresses to a table. */
function isFilledLater({ open, kind, sources }: FlatTable): boolean {
  return open && (kind === "undefined" || sources.some(({ file }) => file !== undefined));
}

/**
 * The entry with the longest prefix decides, as in pf's radix tree; `!` entries exclude. A table
 * that only `overload` fills is taken as it is when the rules are loaded.
 */
function tableMatch(table: FlatTable | undefined, name: string): HostMatch {
  const entries = [...table?.entries ?? []].sort((a, b) => b.prefix.length - a.prefix.length);
  const index = PrefixIndex.of(entries.map((one) => [one.prefix, one] as const));
  return (address) => {
    const best = index.first(address);
    if (table && !isFilledLater(table)) return best !== undefined && !best.not;
    if (best && !best.not) return true;
    return { notKnown: `<${name}> is filled at run time` };
  };
}
