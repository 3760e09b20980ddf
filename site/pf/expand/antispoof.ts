/**
 * Expands `antispoof` to block rules.
 * @module
 */
import type { Antispoof } from "../model/rule_set.ts";
import type { FlatRule } from "../model/flat.ts";
import type { InterfaceMatch } from "../model/host.ts";
import { interfacesOfName } from "../model/interface_names.ts";
import { Complainer, type Context } from "./context.ts";
import { type Resolved, resolveHost } from "./host.ts";
import { expandLabel } from "./label.ts";
import { hasRtable } from "./rule.ts";

/**
 * Two kinds of rules per interface: its network on other interfaces, and its own addresses as
 * sources.
 */
export function expandAntispoof(statement: Antispoof, context: Context): FlatRule[] {
  const complain = new Complainer(context.complaints, statement);
  if (statement.rtable !== undefined && !hasRtable(statement.rtable, context)) {
    complain.error(`there is no routing table ${statement.rtable} when the file is loaded`);
  }
  const rules = statement.interfaces.flatMap((one) => {
    if ("rdomain" in one || one.name === "any") {
      complain.error("antispoof is for an interface or a group by its name");
      return [];
    }
    const [named] = interfacesOfName(context.environment.interfaces, one.name);
    const found = [
      ...blocks(statement, addresses(one, ["network"], context), { name: one.name, not: true }),
      ...(named?.loopback ? [] : blocks(statement, addresses(one, [], context), undefined)),
    ];
    if (found.length === 0) {
      complain.warning(
        `antispoof for ${one.name} makes no rule: the interface has no address when the file is loaded`,
        `antispoof for (${one.name})`,
      );
    }
    return found;
  });
  return complain.failed ? [] : rules;
}

function addresses(
  { name, dynamic }: { name: string; dynamic?: boolean },
  modifiers: readonly "network"[],
  { environment }: Context,
): Resolved[] {
  const found = resolveHost({ kind: dynamic ? "dynamic" : "name", name, modifiers }, environment);
  return Array.isArray(found) ? found : [];
}

function blocks(
  statement: Antispoof,
  from: readonly Resolved[],
  on: InterfaceMatch | undefined,
): FlatRule[] {
  const { family, log, label, rtable } = statement;
  return from.filter((one) => !family || !one.family || one.family === family)
    .filter((one) => !one.scope || !on || ("name" in on && on.name === one.scope))
    .map((one) => {
      const known = family ?? one.family;
      const where = on ?? (one.scope === undefined ? undefined : { name: one.scope });
      const rule: FlatRule = {
        action: "block",
        blockReturn: { kind: "drop" },
        direction: "in",
        quick: statement.quick ?? false,
        ...(log ? { log } : {}),
        ...(where ? { on: where } : {}),
        ...(known ? { family: known } : {}),
        from: { host: one.host },
        to: { host: { kind: "any" } },
        ...(rtable === undefined ? {} : { rtable }),
        source: statement,
      };
      return label === undefined ? rule : { ...rule, label: expandLabel(label, rule) };
    });
}
