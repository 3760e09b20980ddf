/**
 * Raw `set skip` statements: interfaces that pf(4) does not filter.
 * @module
 */
import type { Path } from "../../gateway/document/document.ts";
import { checkName } from "../../gateway/check/firewall_on.ts";
import { linksNamed, type View } from "../../gateway/check/firewall_view.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { linksOf } from "../../gateway/network/links.ts";
import type { Origin } from "../pf/model/place.ts";
import type { Setting, Statement } from "../pf/model/rule_set.ts";
import { readRawRules } from "../pf/raw_rules.ts";

/** The raw rule of `gateway` that makes pf skip the interface `on`; undefined if there is none. */
export function skipOf(
  gateway: Gateway,
  on: string,
): { path: Path; character: number; text: string } | undefined {
  const groups = linksOf(gateway).filter(({ seenOn }) => seenOn === on)
    .flatMap((link) => [link.name, ...link.groups]);
  for (const one of readRawRules(gateway.firewall.rules).statements) {
    const names = skippedBy(one);
    if (!one.origin?.field || !names.some((name) => name === on || groups.includes(name))) continue;
    return {
      path: one.origin.field as Path,
      character: (one.origin.place?.column ?? 1) - 1,
      text: `set skip on ${names.join(", ")}`,
    };
  }
  return undefined;
}

/** The names in a `set skip` statement. */
function skippedBy(statement: Statement): string[] {
  if (statement.kind !== "set" || statement.option.name !== "skip") return [];
  return statement.option.on.map(({ name }) => name);
}

/** Reports unknown names, and fields that have no effect on skipped interfaces. */
export function checkSkipped(
  setting: Setting,
  view: View,
  say: (origin: Origin | undefined, severity: "warning", message: string, nearest?: string) => void,
): void {
  const { firewall } = view.gateway;
  for (const name of skippedBy(setting)) {
    const there = checkName(name, [], {
      ...view,
      report: (_path, _severity, message, more) =>
        say(setting.origin, "warning", message, more?.suggestion),
    });
    const skipped = new Set(linksNamed(name, view).map(({ seenOn }) => seenOn));
    if (!there || skipped.size === 0) continue;
    const fields = (["allow", "nat", "redirect"] as const).flatMap((field) =>
      firewall[field].flatMap(({ on }, index) => {
        const links = on === undefined ? [] : linksNamed(on, view);
        const lost = links.length > 0 && links.every(({ seenOn }) => skipped.has(seenOn));
        return lost ? [`firewall.${field}[${index}]`] : [];
      })
    );
    if (fields.length === 0) continue;
    say(
      setting.origin,
      "warning",
      `pf then does not look at ${name}, so ${fields.join(", ")} never ${
        fields.length === 1 ? "matches" : "match"
      } there; take ${name} out of it`,
    );
  }
}

/** Reports raw rules on interfaces that a raw `set skip` takes out of pf(4). */
export function checkSkippedRules(
  statements: readonly Statement[],
  view: View,
  say: (origin: Origin | undefined, severity: "warning", message: string) => void,
): void {
  const seenOn = (names: readonly string[]) =>
    names.flatMap((name) => linksNamed(name, view)).filter(({ loopback }) => !loopback)
      .map((link) => link.seenOn);
  const skipped = new Set(seenOn(statements.flatMap(skippedBy)));
  for (const one of skipped.size > 0 ? statements : []) {
    if (one.kind !== "rule" || !one.on) continue;
    const names = one.on.flatMap((name) => "name" in name && !name.not ? [name.name] : []);
    const links = seenOn(names);
    if (names.length < one.on.length || links.length === 0) continue;
    if (!links.every((name) => skipped.has(name))) continue;
    const where = names.join(", ");
    say(
      one.origin,
      "warning",
      `set skip keeps pf from ${where}, so that this never matches; take ${where} out of set skip`,
    );
  }
}
