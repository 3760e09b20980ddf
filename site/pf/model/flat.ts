/**
 * The rules that pf(4) evaluates: no lists, no macros, no names to look up. `expand/` makes them.
 * @module
 */
import type { Prefix } from "../../../gateway/address.ts";
import type { Family, IdMatch, InterfaceMatch, InterfaceName, Modifier, Port } from "./host.ts";
import type {
  Assignments,
  BlockReturn,
  Direction,
  Divert,
  IcmpMatch,
  Log,
  PoolType,
  Rate,
  Scrub,
  StateOptions,
  TcpFlags,
} from "./rule.ts";
import type { Anchor, Antispoof, Option, Queue, Rule } from "./rule_set.ts";

/** One address specification of a flat rule. */
export type FlatHost =
  | { kind: "any" }
  /** The bits of `prefix` behind its length are zero. */
  | { kind: "network"; prefix: Prefix; not: boolean }
  | { kind: "range"; first: Prefix; last: Prefix; not: boolean }
  /** Looked up for each packet; an interface, a group or `self`. */
  | {
    kind: "dynamic";
    name: string;
    modifiers: readonly Modifier[];
    length?: number;
    not: boolean;
  }
  | { kind: "table"; name: string; not: boolean }
  | { kind: "route"; label: string; not: boolean }
  | { kind: "no-route"; not: boolean }
  | { kind: "urpf-failed"; not: boolean };

/** One side of a flat rule. */
export interface FlatEnd {
  host: FlatHost;
  port?: Port;
  /** A fingerprint of pf.os(5); in `from` only. */
  os?: string;
}

/** Addresses to translate or route to. */
export interface FlatPool {
  /** At least one, of one family each rule; several stand in a table that pfctl makes. */
  hosts: readonly (FlatHost & { weight?: number })[];
  /** The ports to translate to; absent: any of 50001 to 65535 with nat, the packet's own with rdr. */
  port?: { first: number; last: number };
  /** pf's default for tables and for interfaces with several addresses is filled in. */
  type?: PoolType;
  sticky?: boolean;
  staticPort?: boolean;
  /** The table that pfctl makes of several addresses, as `pfctl -nv` names it. */
  table?: string;
}

/** State handling of a flat rule, with all defaults filled in. */
export interface FlatState {
  kind: "keep" | "modulate" | "synproxy" | "no";
  options: StateOptions;
}

/** A rule as pf(4) has it. */
export interface FlatRule {
  action: "pass" | "block" | "match" | "anchor";
  /** Only with `block`; `set block-policy` is filled in. */
  blockReturn?: BlockReturn;
  direction?: Direction;
  log?: Log;
  quick: boolean;
  on?: InterfaceMatch;
  family?: Family;
  /** Protocol number. */
  protocol?: number;
  from: FlatEnd;
  to: FlatEnd;
  receivedOn?: InterfaceName;
  user?: IdMatch;
  group?: IdMatch;
  /** Absent: any. */
  flags?: TcpFlags;
  icmp?: IcmpMatch;
  tos?: number;
  prio?: number;
  maxPktRate?: Rate;
  probability?: number;
  fragment?: boolean;
  /** What it becomes tagged with. */
  tag?: string;
  tagged?: { tag: string; not: boolean };
  set?: Assignments;
  /** Absent with `match`, `block` and anchors. */
  state?: FlatState;
  scrub?: Scrub;
  allowOpts?: boolean;
  once?: boolean;
  label?: string;
  rtable?: number;
  divert?: Divert;
  natTo?: FlatPool;
  rdrTo?: FlatPool;
  afTo?: { family: Family; from: FlatPool; to?: FlatPool };
  route?: { kind: "route-to" | "reply-to" | "dup-to"; pool: FlatPool };
  /** Only with `anchor`. */
  anchor?: {
    /** Absent for rules in braces without a name. */
    name?: string;
    /** What is included in this place, and is not known. */
    file?: string;
    /** Absent where the rules are filled in at run time: they are not known. */
    rules?: readonly FlatRule[];
  };
  /** What it was made of; its origin says where it comes from. */
  source: Rule | Antispoof | Anchor;
}

/** An address in a table. */
export type TableEntry = { prefix: Prefix; not: boolean; weight?: number };

/** A table with what is known of it. */
export interface FlatTable {
  name: string;
  const: boolean;
  persist: boolean;
  counters: boolean;
  /** In the order of the file. */
  entries: readonly TableEntry[];
  /** Where they come from, in order; a file has no entries where its text is not known. */
  sources: readonly { file?: string; entries: readonly TableEntry[] }[];
  /** Whether other addresses may come at run time: a file that was not read, an overload rule, no definition. */
  open: boolean;
  /** Whether pfctl makes it, or it is only named in a rule. */
  kind: "defined" | "automatic" | "undefined";
}

/** All that pf(4) is given. */
export interface FlatRuleSet {
  /** In order; anchors have their rules inside. */
  rules: readonly FlatRule[];
  tables: ReadonlyMap<string, FlatTable>;
  /** Interfaces and groups that are not filtered. */
  skip: readonly string[];
  /** All options, in order. */
  options: readonly Option[];
  queues: readonly Queue[];
  /** What can not be known from the text, one sentence each: files not read, anchors filled later. */
  notKnown: readonly string[];
}
