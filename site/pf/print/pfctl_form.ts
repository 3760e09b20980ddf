/**
 * Prints a rule set as `pfctl -o none -nvf` does.
 * @module
 */
import { formatPrefix } from "../expand/host.ts";
import type { FlatRule, FlatRuleSet, FlatTable } from "../model/flat.ts";
import type { Option, Queue, RuleSet, Statement } from "../model/rule_set.ts";
import { pfctlRule } from "./pfctl_rule.ts";
import { printBandwidth } from "./print_pf_conf.ts";

/** Macros, options and tables in the order of the file, then queues, then rules. One per line. */
export function pfctlForm(ruleSet: RuleSet, flat: FlatRuleSet): string {
  const bySource = Map.groupBy(everyRule(flat.rules), (rule) => rule.source);
  return [
    ...definitions(ruleSet.statements, flat, bySource),
    ...queues(flat.queues),
    ...rules(flat.rules, ""),
  ].map((line) => `${line}\n`).join("");
}

function everyRule(rules: readonly FlatRule[]): FlatRule[] {
  return rules.flatMap((rule) => [rule, ...everyRule(rule.anchor?.rules ?? [])]);
}

function rules(flat: readonly FlatRule[], indent: string): string[] {
  return flat.flatMap((rule) => {
    const line = indent + pfctlRule(rule);
    const inside = rule.anchor?.rules;
    return inside?.length ? [`${line} {`, ...rules(inside, `${indent}  `), `${indent}}`] : [line];
  });
}

function definitions(
  statements: readonly Statement[],
  flat: FlatRuleSet,
  bySource: ReadonlyMap<FlatRule["source"], readonly FlatRule[]>,
): string[] {
  return statements.flatMap((statement): string[] => {
    switch (statement.kind) {
      case "macro":
        return [`${statement.name} = "${statement.value}"`];
      case "set":
        return optionLines(statement.option);
      case "table": {
        const table = flat.tables.get(statement.name);
        return table ? [tableLine(table)] : [];
      }
      case "rule":
        return (bySource.get(statement) ?? []).flatMap((rule) => automatic(rule, flat));
      case "anchor":
        return definitions(statement.body ?? [], flat, bySource);
      case "include":
        return definitions(statement.statements ?? [], flat, bySource);
      default:
        return [];
    }
  });
}

function automatic({ natTo, rdrTo, afTo, route }: FlatRule, flat: FlatRuleSet): string[] {
  return [rdrTo, afTo?.to, natTo, afTo?.from, route?.pool].flatMap((pool) =>
    pool?.table === undefined ? [] : [tableLine(flat.tables.get(pool.table)!)]
  );
}

function tableLine(table: FlatTable): string {
  const parts: (string | string[])[] = [];
  for (const { file, entries } of table.sources) {
    const last = parts.at(-1);
    const words = entries.map(({ prefix, not }) => (not ? "!" : "") + formatPrefix(prefix));
    if (file !== undefined) parts.push(`file "${file}"`);
    else if (typeof last === "object") parts[parts.length - 1] = last.concat(words);
    else parts.push(words);
  }
  return [
    `table <${table.name}>`,
    ...(table.const ? ["const"] : []),
    ...(table.persist ? ["persist"] : []),
    ...(table.counters ? ["counters"] : []),
    ...parts.map((part) => typeof part === "string" ? part : ["{", ...part, "}"].join(" ")),
  ].join(" ");
}

function optionLines(option: Option): string[] {
  switch (option.name) {
    case "state-defaults":
    case "ruleset-optimization":
      return [];
    case "skip":
      return [
        option.on.length === 0
          ? "set skip on none"
          : `set skip on { ${option.on.map(({ name }) => name).join(" ")} }`,
      ];
    case "reassemble":
      return [`set reassemble ${option.value ? "yes" : "no"} ${option.noDf ? "no-df" : ""}`];
    case "timeout":
    case "limit":
      return option.values.map(([name, value]) => `set ${option.name} ${name} ${value}`);
    case "hostid":
      return [`set hostid 0x${option.value.toString(16).padStart(8, "0")}`];
    case "syncookies": {
      if (option.start === undefined && option.end === undefined) {
        return [`set syncookies ${option.value}`];
      }
      const start = option.start ?? 25;
      const end = option.end ?? Math.trunc(start / 2);
      return [`set syncookies adaptive (start ${start}%, end ${end}%)`];
    }
    case "fingerprints":
      return [`set fingerprints "${option.value}"`];
    default:
      return [`set ${option.name} ${option.value}`];
  }
}

/** Each queue before its children. */
function queues(all: readonly Queue[], parent?: string): string[] {
  return all.filter((one) => one.parent === parent).flatMap((queue) => [
    ...(queue.parent === undefined && queue.on
      ? queue.on.map((one) => queueLine(queue, "name" in one ? one.name : ""))
      : [queueLine(queue)]),
    ...queues(all.filter((one) => one !== queue), queue.name),
  ]);
}

function queueLine(queue: Queue, on?: string): string {
  const bandwidth = [
    ...(queue.bandwidth ? [`bandwidth ${printBandwidth(queue.bandwidth)}`] : []),
    ...(queue.min ? [`min ${printBandwidth(queue.min)}`] : []),
    ...(queue.max ? [`max ${printBandwidth(queue.max)}`] : []),
  ].join(", ");
  return [
    `queue ${queue.name}`,
    ...(queue.parent !== undefined ? [`parent ${queue.parent}`] : on ? [`on ${on}`] : []),
    ...(queue.flows === undefined ? [] : [`flows ${queue.flows}`]),
    ...(queue.quantum === undefined ? [] : [`quantum ${queue.quantum}`]),
    ...(bandwidth === "" ? [] : [bandwidth]),
    ...(queue.default ? ["default"] : []),
    ...(queue.qlimit === undefined ? [] : [`qlimit ${queue.qlimit}`]),
  ].join(" ");
}
