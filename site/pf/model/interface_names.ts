/**
 * Looks up interfaces by names and groups.
 * @module
 */
import type { PfInterface } from "./environment.ts";

/** What a word of a rule may stand for. */
interface Names {
  /** Interfaces by name; several of one name only on an invalid machine. */
  named: Map<string, PfInterface[]>;
  /** Interfaces by group, without `all`. */
  grouped: Map<string, PfInterface[]>;
}

/**
 * Cached by list, which must not change: a machine may have thousands of interfaces, and each
 * packet looks one up.
 */
const known = new WeakMap<readonly PfInterface[], Names>();

function namesOf(interfaces: readonly PfInterface[]): Names {
  let names = known.get(interfaces);
  if (names) return names;
  names = { named: new Map(), grouped: new Map() };
  const add = (map: Map<string, PfInterface[]>, name: string, one: PfInterface) => {
    const others = map.get(name);
    if (others) others.push(one);
    else map.set(name, [one]);
  };
  for (const one of interfaces) {
    add(names.named, one.name, one);
    for (const group of new Set(one.groups)) add(names.grouped, group, one);
  }
  known.set(interfaces, names);
  return names;
}

/** The interfaces of that name, in the kernel's order. */
export function interfacesOfName(
  interfaces: readonly PfInterface[],
  name: string,
): readonly PfInterface[] {
  return namesOf(interfaces).named.get(name) ?? [];
}

/** The interfaces of a group, in the kernel's order. */
export function interfacesOfGroup(
  interfaces: readonly PfInterface[],
  group: string,
): readonly PfInterface[] {
  return namesOf(interfaces).grouped.get(group) ?? [];
}
