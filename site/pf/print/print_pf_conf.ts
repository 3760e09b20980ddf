/**
 * Prints a rule set as the text of a pf.conf(5).
 * @module
 */
import type {
  Anchor,
  Antispoof,
  Bandwidth,
  Option,
  Queue,
  RuleSet,
  Statement,
  Table,
} from "../model/rule_set.ts";
import { printHost, printInterface, printOn } from "./host.ts";
import { printLog, printStateOptions } from "./options.ts";
import { printMatches, printRule } from "./rule.ts";
import { commented, listed, quoted, word } from "./word.ts";

/** Options of printing. */
export interface PrintOptions {
  /** A comment at the end of a statement without one of its own; without `#`. */
  comment?: (statement: Statement) => string | undefined;
}

/**
 * The text of a pf.conf(5), one statement per line, with a final newline. Parsing and printing it
 * again gives the same text. Throws a {@linkcode GatewrightError} if a name cannot be written.
 */
export function printPfConf(ruleSet: RuleSet, options: PrintOptions = {}): string {
  return ruleSet.statements.map((one) => `${printStatement(one, options, "")}\n`).join("");
}

function printStatement(statement: Statement, options: PrintOptions, indent: string): string {
  if (statement.kind === "comment") {
    return statement.text.trim() === "" ? "" : indent + commented(statement.text);
  }
  const comment = statement.comment ?? options.comment?.(statement);
  return indent + textOf(statement, options, indent) +
    (comment === undefined ? "" : ` ${commented(comment)}`);
}

function textOf(
  statement: Exclude<Statement, { kind: "comment" }>,
  options: PrintOptions,
  indent: string,
): string {
  switch (statement.kind) {
    case "macro":
      return `${word(statement.name)} = ${quoted(statement.value)}`;
    case "set":
      return `set ${printOption(statement.option)}`;
    case "table":
      return printTable(statement);
    case "queue":
      return printQueue(statement);
    case "antispoof":
      return printAntispoof(statement);
    case "rule":
      return printRule(statement);
    case "anchor":
      return printAnchor(statement, options, indent);
    case "load":
      return `load anchor ${word(statement.anchor)} from ${quoted(statement.file)}`;
    case "include":
      return `include ${quoted(statement.file)}`;
    case "unknown":
      return statement.text;
  }
}

function printOption(option: Option): string {
  switch (option.name) {
    case "state-defaults":
      return `state-defaults ${printStateOptions(option.value).join(", ")}`;
    case "skip":
      return `skip on ${option.on.length === 0 ? "none" : listed(option.on.map(printInterface))}`;
    case "reassemble":
      return `reassemble ${option.value ? "yes" : "no"}${option.noDf ? " no-df" : ""}`;
    case "timeout":
    case "limit":
      return `${option.name} ${pairs(option.values)}`;
    case "hostid":
      return `hostid ${option.value}`;
    case "syncookies": {
      const marks = [
        ...(option.start === undefined ? [] : [`start ${option.start}%`]),
        ...(option.end === undefined ? [] : [`end ${option.end}%`]),
      ];
      return `syncookies ${option.value}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`;
    }
    case "loginterface":
      return `loginterface ${option.value === "all" ? "all" : word(option.value)}`;
    case "fingerprints":
      return `fingerprints ${quoted(option.value)}`;
    default:
      return `${option.name} ${option.value}`;
  }
}

function pairs(values: readonly (readonly [string, number])[]): string {
  const items = values.map(([name, value]) => `${name} ${value}`);
  return items.length === 1 ? items[0]! : `{ ${items.join(", ")} }`;
}

function printTable(table: Table): string {
  return [
    `table <${word(table.name)}>`,
    ...(table.persist ? ["persist"] : []),
    ...(table.const ? ["const"] : []),
    ...(table.counters ? ["counters"] : []),
    ...(table.sources ?? []).map((source) =>
      "file" in source
        ? `file ${quoted(source.file)}`
        : ["{", ...source.hosts.map(printHost), "}"].join(" ")
    ),
  ].join(" ");
}

function printQueue(queue: Queue): string {
  const bandwidth = [
    ...(queue.bandwidth ? [`bandwidth ${printBandwidth(queue.bandwidth)}`] : []),
    ...(queue.bandwidth && queue.min ? [`min ${printBandwidth(queue.min)}`] : []),
    ...(queue.bandwidth && queue.max ? [`max ${printBandwidth(queue.max)}`] : []),
  ].join(", ");
  return [
    `queue ${word(queue.name)}`,
    ...printOn(queue.on),
    ...(queue.parent === undefined ? [] : [`parent ${word(queue.parent)}`]),
    ...(queue.flows === undefined ? [] : [`flows ${queue.flows}`]),
    ...(queue.quantum === undefined ? [] : [`quantum ${queue.quantum}`]),
    ...(bandwidth === "" ? [] : [bandwidth]),
    ...(queue.default ? ["default"] : []),
    ...(queue.qlimit === undefined ? [] : [`qlimit ${queue.qlimit}`]),
  ].join(" ");
}

/** A bandwidth, with its burst. */
export function printBandwidth({ bits, burst }: Bandwidth): string {
  return printBits(bits) +
    (burst ? ` burst ${printBits(burst.bits)} for ${burst.milliseconds}ms` : "");
}

/** `100M`: the largest unit that gives a whole number. */
function printBits(bits: number): string {
  for (const [unit, factor] of [["G", 1e9], ["M", 1e6], ["K", 1e3]] as const) {
    if (bits >= factor && bits % factor === 0) return `${bits / factor}${unit}`;
  }
  return String(bits);
}

function printAntispoof(antispoof: Antispoof): string {
  const interfaces = antispoof.interfaces.map((one) =>
    one.dynamic ? `(${printInterface(one)})` : printInterface(one)
  );
  return [
    "antispoof",
    ...(antispoof.log ? [printLog(antispoof.log)] : []),
    ...(antispoof.quick ? ["quick"] : []),
    `for ${listed(interfaces)}`,
    ...(antispoof.family ? [antispoof.family] : []),
    ...(antispoof.label === undefined ? [] : [`label ${quoted(antispoof.label)}`]),
    ...(antispoof.rtable === undefined ? [] : [`rtable ${antispoof.rtable}`]),
  ].join(" ");
}

function printAnchor(anchor: Anchor, options: PrintOptions, indent: string): string {
  const head = [
    "anchor",
    ...(anchor.name === undefined ? [] : [quoted(anchor.name)]),
    ...(anchor.direction ? [anchor.direction] : []),
    ...(anchor.quick ? ["quick"] : []),
    ...printMatches(anchor),
  ].join(" ");
  if (!anchor.body) return head;
  const body = anchor.body.map((one) => `${printStatement(one, options, `${indent}  `)}\n`).join(
    "",
  );
  return `${head} {\n${body}${indent}}`;
}
