/**
 * A rule of pf.conf(5) as data, with its lists. `expand/` turns it into the rules that pf(4)
 * evaluates.
 * @module
 */
import type { End, Family, Host, IdMatch, InterfaceMatch, InterfaceName } from "./host.ts";

/** The direction of a packet as the interface sees it. */
export type Direction = "in" | "out";

/** The reply to a blocked packet; absent in a rule if `set block-policy` decides. */
export type BlockReturn =
  | { kind: "drop" }
  /** A reset for tcp, an icmp error for udp, nothing for others. */
  | { kind: "return" }
  /** `ttl` of the reset; the system's default if absent or 0. */
  | { kind: "return-rst"; ttl?: number }
  /** Codes of "destination unreachable" for each family; port unreachable if absent. */
  | { kind: "return-icmp"; code?: number; code6?: number };

/** `log (all, to pflog1)`. */
export interface Log {
  /** Every packet of a connection, not only the first. */
  all?: boolean;
  /** Every later matching rule too. */
  matches?: boolean;
  /** With the user of the socket. */
  user?: boolean;
  /** Number of the pflog(4) interface; 0 if absent. */
  to?: number;
}

/** A type of icmp or icmp6, with one of its codes or all. */
export interface IcmpMatch {
  type: number;
  code?: number;
}

/** `flags S/SA`: out of the flags `of`, exactly `set` are set. Letters of FSRPAUEW. */
export interface TcpFlags {
  set: string;
  of: string;
}

/** `max-src-conn-rate 5/3`: connections, and seconds. */
export interface Rate {
  limit: number;
  seconds: number;
}

/** Options in parentheses after `keep state`, and after `set state-defaults`. */
export interface StateOptions {
  max?: number;
  noSync?: boolean;
  /** `default` if neither `rule` nor `global` is written. */
  sourceTrack?: "default" | "rule" | "global";
  maxSrcNodes?: number;
  maxSrcStates?: number;
  maxSrcConn?: number;
  maxSrcConnRate?: Rate;
  /** The table for hosts that exceed a limit, and which of their states are flushed. */
  overload?: { table: string; flush?: "rule" | "global" };
  lock?: "if-bound" | "floating";
  sloppy?: boolean;
  pflow?: boolean;
  /** Seconds by name: `tcp.established`. */
  timeouts?: readonly (readonly [name: string, seconds: number])[];
}

/** The state that a passed packet creates. A `pass` rule without one keeps state. */
export interface State {
  kind: "keep" | "modulate" | "synproxy" | "no";
  /** Never with `no`. */
  options?: StateOptions;
}

/** `scrub (no-df max-mss 1440)`. */
export interface Scrub {
  noDf?: boolean;
  randomId?: boolean;
  minTtl?: number;
  maxMss?: number;
  reassembleTcp?: boolean;
}

/** `set (prio (3, 4), queue std, tos 0x10)`. */
export interface Assignments {
  /** Values for packets, and for tcp acknowledgements without payload and low-delay packets. */
  prio?: readonly [number, number];
  queue?: readonly [string] | readonly [string, string];
  /** 0 to 255. */
  tos?: number;
  /** Delay in milliseconds. */
  delay?: number;
}

/** How an address of a pool is chosen. */
export type PoolType =
  | { kind: "bitmask" | "random" | "round-robin" | "least-states" }
  /** A key of `0x` and 32 hexadecimal digits, or a word that is hashed to one; random if absent. */
  | { kind: "source-hash"; key?: string };

/** An address of a pool, with its weight. */
export type PoolHost = Host & { weight?: number };

/** Addresses for translation or routing. */
export interface Pool {
  /** At least one. Never negated. */
  hosts: readonly PoolHost[];
  /** `port 8080`, `port 1024:2047`, `port 2000:*`. */
  port?: { first: number; last?: number | "*" };
  type?: PoolType;
  sticky?: boolean;
  /** Only with `nat-to`. */
  staticPort?: boolean;
}

/** `af-to inet from (vio0)`. */
export interface FamilyTranslation {
  family: Family;
  from: Pool;
  to?: Pool;
}

/** Packets diverted to a program; see divert(4). */
export type Divert =
  | { kind: "to"; address: string; port: number }
  | { kind: "reply" }
  | { kind: "packet"; port: number };

/** Conditions of rules and anchors, in the order of pf.conf. */
export interface Matches {
  direction?: Direction;
  quick?: boolean;
  /** Any of these; absent or empty for all. */
  on?: readonly InterfaceMatch[];
  family?: Family;
  /** Names of protocols(5) or numbers as text, any of these; absent or empty for all. */
  protocols?: readonly string[];
  from?: End;
  to?: End;
  user?: readonly IdMatch[];
  group?: readonly IdMatch[];
  /** `any`: any flags. A stateful tcp rule without it has S/SA. */
  flags?: TcpFlags | "any";
  /** Types of icmp, or of icmp6 if `icmp6` is set; any of these. */
  icmp?: { icmp6?: boolean; types: readonly IcmpMatch[] };
  /** 0 to 255. */
  tos?: number;
  /** 0 to 7: the priority of the packet on its incoming interface. */
  prio?: number;
  fragment?: boolean;
  receivedOn?: InterfaceName;
  tagged?: { tag: string; not?: boolean };
  /** Percent, above 0 and at most 100. */
  probability?: number;
  maxPktRate?: Rate;
}

/** Actions of a rule besides pass and block. */
export interface Actions {
  state?: State;
  allowOpts?: boolean;
  once?: boolean;
  label?: string;
  tag?: string;
  set?: Assignments;
  scrub?: Scrub;
  rtable?: number;
  divert?: Divert;
  natTo?: Pool;
  /** A bidirectional translation, which expands to two rules. */
  binatTo?: Pool;
  rdrTo?: Pool;
  afTo?: FamilyTranslation;
  route?: { kind: "route-to" | "reply-to" | "dup-to"; pool: Pool };
}

/** A `pass`, `block` or `match` rule. */
export interface RuleBody extends Matches, Actions {
  action: "pass" | "block" | "match";
  /** Only with `block`. */
  blockReturn?: BlockReturn;
  log?: Log;
}
