/**
 * The rules that pf(4) evaluates: without lists, macros, and unresolved names. `expand/` makes
 * them.
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
  /** The host bits of `prefix` are zero. */
  | { kind: "network"; prefix: Prefix; not: boolean }
  | { kind: "range"; first: Prefix; last: Prefix; not: boolean }
  /** Resolved for each packet; an interface, a group or `self`. */
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
  /** At least one, all of one family; several are in a table that pfctl makes. */
  hosts: readonly (FlatHost & { weight?: number })[];
  /** The ports to translate to; absent: any of 50001 to 65535 for nat, the packet's own for rdr. */
  port?: { first: number; last: number };
  /** pf's default for tables and for interfaces with several addresses is filled in. */
  type?: PoolType;
  sticky?: boolean;
  staticPort?: boolean;
  /** Name of the table that pfctl makes of several addresses, as `pfctl -nv` prints it. */
  table?: string;
}

/** State options of a flat rule, with all defaults filled in. */
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
  /** The tag to set. */
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
    /** An `include` whose contents are unknown. */
    file?: string;
    /** Absent if the rules are loaded at run time, and so are unknown. */
    rules?: readonly FlatRule[];
  };
  /** The statement it was expanded from, with its origin. */
  source: Rule | Antispoof | Anchor;
}

/** An address in a table. */
export type TableEntry = { prefix: Prefix; not: boolean; weight?: number };

/** A table and its known contents. */
export interface FlatTable {
  name: string;
  const: boolean;
  persist: boolean;
  counters: boolean;
  /** Entries, in the order of the file. */
  entries: readonly TableEntry[];
  /** Sources of the entries, in order; a file with unknown text has no entries. */
  sources: readonly { file?: string; entries: readonly TableEntry[] }[];
  /**
   * Whether other addresses may be added at run time: by an unread file or an overload rule, or
   * because the table is not defined.
   */
  open: boolean;
  /** Whether pfctl makes it, or a rule only refers to it. */
  kind: "defined" | "automatic" | "undefined";
}

/** The complete input of pf(4). */
export interface FlatRuleSet {
  /** Rules, in order; anchors contain their rules. */
  rules: readonly FlatRule[];
  tables: ReadonlyMap<string, FlatTable>;
  /** Interfaces and groups that are not filtered. */
  skip: readonly string[];
  /** All options, in order. */
  options: readonly Option[];
  queues: readonly Queue[];
  /** What the text does not determine, one sentence each: unread files, anchors loaded later. */
  notKnown: readonly string[];
}
