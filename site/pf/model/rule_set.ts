/**
 * A pf.conf(5) as data: its statements in order. A renderer builds one, the reader makes one from text,
 * the printer writes one as text, and `expand/` makes of one the rules that pf(4) evaluates.
 * @module
 */
import type { Family, Host, InterfaceMatch, InterfaceName } from "./host.ts";
import type { Origin } from "./place.ts";
import type { Actions, Log, Matches, RuleBody, StateOptions } from "./rule.ts";

/** What every statement has. */
export interface StatementBase {
  /** Absent for what a renderer adds of itself. */
  origin?: Origin;
  /** The comment at the end of the line, without `#`. */
  comment?: string;
}

/** A line that is only a comment; an empty line where the text is empty. */
export interface Comment extends StatementBase {
  kind: "comment";
  /** Without `#` and the blank behind it. */
  text: string;
}

/** `name = "value"`. Rules that were read have macros already replaced. */
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

/** What `set` sets. */
export type Option =
  | { name: "block-policy"; value: "drop" | "return" }
  | { name: "state-policy"; value: "if-bound" | "floating" }
  | { name: "state-defaults"; value: StateOptions }
  /** Interfaces and groups that pf does not look at; an empty list for `none`. */
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
  /** Lists in braces and files, in order; an empty table with `{ }` has one empty list. */
  sources?: readonly ({ hosts: readonly (Host & { weight?: number })[] } | { file: string })[];
}

/** Bits a second, for a while more. */
export interface Bandwidth {
  bits: number;
  burst?: { bits: number; milliseconds: number };
}

/** `queue std on vio0 bandwidth 100M`. The evaluator does not know them. */
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

/** `antispoof quick for { lo0 (vio0) }`: a block of what has an interface's network but came in elsewhere. */
export interface Antispoof extends StatementBase {
  kind: "antispoof";
  log?: Log;
  quick?: boolean;
  /** At least one; in parentheses where `dynamic`. */
  interfaces: readonly (InterfaceMatch & { dynamic?: boolean })[];
  family?: Family;
  label?: string;
  rtable?: number;
}

/** A `pass`, `block` or `match` rule. */
export interface Rule extends StatementBase, RuleBody {
  kind: "rule";
}

/** `anchor "name" in on vio1 { ... }`: rules kept apart, evaluated where this stands. */
export interface Anchor extends StatementBase, Matches, Actions {
  kind: "anchor";
  /** `ftp-proxy/*` for all anchors below; absent for rules in braces without a name. */
  name?: string;
  /** The rules in braces; absent where a program or a command fills the anchor at run time. */
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
  /** What the file has; absent where it could not be read, so that it is not known. */
  statements?: readonly Statement[];
}

/** A line that the reader made nothing of; there is a complaint about it. Kept whole. */
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
