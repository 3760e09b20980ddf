/**
 * A pf.conf(5) as data: its statements in order. Renderers build it, the reader parses it from
 * text, the printer writes it as text, and `expand/` turns it into the rules that pf(4) evaluates.
 * @module
 */
import type { Family, Host, InterfaceMatch, InterfaceName } from "./host.ts";
import type { Origin } from "./place.ts";
import type { Actions, Log, Matches, RuleBody, StateOptions } from "./rule.ts";

/** Fields of every statement. */
export interface StatementBase {
  /** Absent for statements that a renderer adds for every gateway. */
  origin?: Origin;
  /** The comment at the end of the line, without `#`. */
  comment?: string;
}

/** A comment line; an empty line if the text is empty. */
export interface Comment extends StatementBase {
  kind: "comment";
  /** Without `#` and the blank after it. */
  text: string;
}

/** `name = "value"`. In parsed rules, macros are already replaced. */
export interface Macro extends StatementBase {
  kind: "macro";
  name: string;
  value: string;
}

/** A `set` statement. */
export interface Setting extends StatementBase {
  kind: "set";
  option: Option;
}

/** The options of `set`. */
export type Option =
  | { name: "block-policy"; value: "drop" | "return" }
  | { name: "state-policy"; value: "if-bound" | "floating" }
  | { name: "state-defaults"; value: StateOptions }
  /** Interfaces and groups that pf does not filter; an empty list for `none`. */
  | { name: "skip"; on: readonly InterfaceName[] }
  | { name: "reassemble"; value: boolean; noDf?: boolean }
  | { name: "timeout"; values: readonly (readonly [name: string, seconds: number])[] }
  | { name: "limit"; values: readonly (readonly [name: string, count: number])[] }
  | { name: "hostid"; value: number }
  | {
    name: "syncookies";
    value: "never" | "always" | "adaptive";
    /** Percent of the states; only with `adaptive`. */
    start?: number;
    end?: number;
  }
  | {
    name: "optimization" | "ruleset-optimization" | "loginterface" | "fingerprints" | "debug";
    value: string;
  };

/** `table <admins> const { 198.51.100.0/24 }`. */
export interface Table extends StatementBase {
  kind: "table";
  name: string;
  const?: boolean;
  persist?: boolean;
  counters?: boolean;
  /** Lists in braces and files, in order; a table with empty braces has one empty list. */
  sources?: readonly ({ hosts: readonly (Host & { weight?: number })[] } | { file: string })[];
}

/** Bandwidth in bit/s, with a burst. */
export interface Bandwidth {
  bits: number;
  burst?: { bits: number; milliseconds: number };
}

/** `queue std on vio0 bandwidth 100M`. Ignored by the evaluator. */
export interface Queue extends StatementBase {
  kind: "queue";
  name: string;
  on?: readonly InterfaceMatch[];
  parent?: string;
  bandwidth?: Bandwidth;
  min?: Bandwidth;
  max?: Bandwidth;
  flows?: number;
  quantum?: number;
  qlimit?: number;
  default?: boolean;
}

/**
 * `antispoof quick for { lo0 (vio0) }`: blocks packets from an interface's network that come in on
 * another one.
 */
export interface Antispoof extends StatementBase {
  kind: "antispoof";
  log?: Log;
  quick?: boolean;
  /** At least one; `dynamic` ones are in parentheses. */
  interfaces: readonly (InterfaceMatch & { dynamic?: boolean })[];
  family?: Family;
  label?: string;
  rtable?: number;
}

/** A `pass`, `block` or `match` rule. */
export interface Rule extends StatementBase, RuleBody {
  kind: "rule";
}

/** `anchor "name" in on vio1 { ... }`: a separate rule set, evaluated at this point. */
export interface Anchor extends StatementBase, Matches, Actions {
  kind: "anchor";
  /** `ftp-proxy/*` for all anchors below; absent for rules in braces without a name. */
  name?: string;
  /** The rules in braces; absent if the anchor is loaded at run time. */
  body?: readonly Statement[];
}

/** `load anchor NAME from FILE`. */
export interface LoadAnchor extends StatementBase {
  kind: "load";
  anchor: string;
  file: string;
}

/** `include "/etc/pf.more"`. */
export interface Include extends StatementBase {
  kind: "include";
  file: string;
  /** The contents of the file; absent if it could not be read. */
  statements?: readonly Statement[];
}

/** A line that the reader did not understand, kept as text; there is a complaint about it. */
export interface Unknown extends StatementBase {
  kind: "unknown";
  text: string;
}

/** One statement of a pf.conf(5). */
export type Statement =
  | Comment
  | Macro
  | Setting
  | Table
  | Queue
  | Antispoof
  | Rule
  | Anchor
  | LoadAnchor
  | Include
  | Unknown;

/** A pf.conf(5). */
export interface RuleSet {
  statements: readonly Statement[];
}
