/**
 * The addresses and interfaces that words of rules stand for at run time.
 * @module
 */
import { parsePrefix, type Prefix } from "../../../gateway/address.ts";
import type { Environment, PfInterface } from "../model/environment.ts";
import { interfacesOfGroup, interfacesOfName } from "../model/interface_names.ts";
import type { Modifier } from "../model/host.ts";

/** Interfaces and routes, as pf(4) uses them. */
export interface PfMachine extends Environment {
  /**
   * The interface that replies to `address` leave through; undefined without a route. Absent:
   * unknown.
   */
  interfaceTowards?: (address: Prefix) => string | undefined;
  /** Interfaces whose addresses are assigned at run time (DHCP, SLAAC, PPP). */
  changing?: ReadonlySet<string>;
}

/** Whether `name`, an interface, a group or `any`, is the interface `on`. */
export function isInterface(machine: PfMachine, name: string, on: string): boolean {
  if (name === on || name === "any") return true;
  const [one] = interfacesOfName(machine.interfaces, on);
  return one !== undefined && isMember(one, name);
}

/** Every word that matches the interface `on`. */
export function namesOf(machine: PfMachine, on: string): string[] {
  const [one] = interfacesOfName(machine.interfaces, on);
  return [...new Set([on, "any", ...(one ? ["all", ...one.groups] : [])])];
}

/** Whether `name` matches an interface: its name, a group of it, or its driver. */
function isMember(one: PfInterface, name: string): boolean {
  return name === one.name || name === "all" || one.groups.includes(name);
}

/** The interfaces that `name` matches: all, those of a group, or the one of that name. */
function membersOf({ interfaces }: PfMachine, name: string): readonly PfInterface[] {
  if (name === "self" || name === "all") return interfaces;
  const grouped = interfacesOfGroup(interfaces, name);
  const named = interfacesOfName(interfaces, name);
  if (grouped.length === 0) return named;
  if (named.length === 0) return grouped;
  return interfaces.filter((one) => isMember(one, name));
}

/** Addresses that `(name:modifiers)` stands for; `open` if more may be assigned at run time. */
export function addressesOf(
  machine: PfMachine,
  name: string,
  modifiers: readonly Modifier[],
): { prefixes: Prefix[]; open: boolean } {
  const prefixes: Prefix[] = [];
  let open = false;
  for (const one of membersOf(machine, name)) {
    open ||= machine.changing?.has(one.name) ?? false;
    const seen = new Set<number>();
    for (const { address, length, broadcast, peer } of one.addresses) {
      const plain = parsePrefix(address);
      if (!plain || modifiers.includes("0") && seen.has(plain.family)) continue;
      seen.add(plain.family);
      if (modifiers.includes("network")) prefixes.push({ ...plain, length });
      else if (modifiers.includes("broadcast")) {
        const other = broadcast === undefined ? undefined : parsePrefix(broadcast);
        if (other) prefixes.push(other);
      } else if (modifiers.includes("peer")) {
        const other = peer === undefined ? undefined : parsePrefix(peer);
        if (other) prefixes.push(other);
      } else prefixes.push(plain);
    }
  }
  return { prefixes, open };
}
