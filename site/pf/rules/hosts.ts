/**
 * Address lists of the description as hosts of a rule.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";
import { readAddressWord } from "../../../gateway/network/address_word.ts";
import type { Host, Port } from "../model/host.ts";
import type { Statement } from "../model/rule_set.ts";
import { portNumber } from "../../../gateway/openbsd/services.ts";
import { type Field, inTable, networkHost, originOf, SELF } from "./build.ts";
import type { Context } from "./context.ts";

/** The hosts of an address list; empty for everything. A long list of networks becomes a table. */
export function hostsOf(
  list: readonly string[],
  name: string,
  field: Field,
  context: Context,
): Host[] {
  return list.every((text) => parsePrefix(text))
    ? context.hosts(list, name, field)
    : list.flatMap(hostOf);
}

function hostOf(text: string): Host[] {
  const word = readAddressWord(text);
  const not = word?.not ? { not: true } : {};
  switch (word?.kind) {
    case "self":
      return [{ ...SELF, ...not }];
    case "table":
      return [{ ...inTable(word.name), ...not }];
    case "interface":
      return [{
        kind: "dynamic",
        name: word.name,
        ...(word.modifiers.length > 0 ? { modifiers: word.modifiers } : {}),
        ...not,
      }];
    case "network":
      return [networkHost(word.text, word.not)];
    default:
      return [];
  }
}

/**
 * A port, a range, or a service of services(5), as numbers, which are the same on every release.
 */
export function portOf(text: string): Port {
  const [first, last] = text.split(":").map((end) => portNumber(end) ?? 0) as [number, number?];
  return last === undefined ? { op: "=", port: first } : { op: ":", first, last };
}

/**
 * The tables of `firewall.tables`, and those of `overload`. They are not `const`, so that pfctl(8)
 * can add to them at run time.
 */
export function describedTables({ gateway }: Context): Statement[] {
  const { tables, allow } = gateway.firewall;
  const filled = allow.flatMap(({ overload }) => overload ?? []).filter((name) =>
    !tables.has(name)
  );
  return [
    ...Array.from(tables, ([name, list]): Statement => ({
      kind: "table",
      name,
      persist: true,
      ...(list.length > 0 ? { sources: [{ hosts: list.flatMap(hostOf) }] } : {}),
      ...originOf(["firewall", "tables", name]),
    })),
    ...[...new Set(filled)].map((name): Statement => {
      const index = allow.findIndex(({ overload }) => overload === name);
      return { kind: "table", name, persist: true, ...originOf(["firewall", "allow", index]) };
    }),
  ];
}
