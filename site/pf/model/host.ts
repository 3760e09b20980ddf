/**
 * Addresses, interfaces and ports in the syntax of pf.conf(5).
 * @module
 */

/** An address family, by pf's keywords. */
export type Family = "inet" | "inet6";

/** Modifiers after an interface's name: `vio1:network`, `vio1:0`. */
export type Modifier = "network" | "broadcast" | "peer" | "0";

/** An interface, or a group of interfaces, in `on`, `received-on` and `set skip on`. */
export interface InterfaceName {
  /** `vio0`, `egress`, or `any` for all of them. */
  name: string;
  /** Negated. */
  not?: boolean;
}

/** The interfaces of a routing domain: `on rdomain 1`. */
export interface RoutingDomain {
  /** Its number. */
  rdomain: number;
  /** Negated. */
  not?: boolean;
}

/** An argument of `on`. */
export type InterfaceMatch = InterfaceName | RoutingDomain;

/** An address or a network. */
export interface AddressHost {
  kind: "address";
  /** Text without prefix length and scope: `10.0.0.0`, `2001:db8::1`. */
  address: string;
  /** Prefix length in bits; absent: full length. Host bits are ignored. */
  length?: number;
  /** The interface of a link-local address: `vio0` in `fe80::1%vio0`. */
  scope?: string;
  not?: boolean;
}

/** A range of addresses, both ends included. */
export interface RangeHost {
  kind: "range";
  first: string;
  last: string;
  not?: boolean;
}

/**
 * A word that pfctl(8) resolves when it loads the file: an interface or a group, with its addresses
 * at that time; `self`, with those of all interfaces; or a host name. If the name does not exist or
 * has no address at that time, pfctl refuses the whole file.
 */
export interface NameHost {
  kind: "name";
  name: string;
  modifiers?: readonly Modifier[];
  /** Prefix length in bits, instead of the full length. */
  length?: number;
  not?: boolean;
}

/** `(vio0)`: the addresses that the interface or group has when a packet is evaluated. */
export interface DynamicHost {
  kind: "dynamic";
  /** An interface or a group; `self` for all interfaces. */
  name: string;
  modifiers?: readonly Modifier[];
  /** Prefix length in bits, instead of the full length. */
  length?: number;
  not?: boolean;
}

/** `<admins>`: the addresses in a table. */
export interface TableHost {
  kind: "table";
  name: string;
  not?: boolean;
}

/** `route "label"`: addresses whose route has this label. */
export interface RouteLabelHost {
  kind: "route";
  label: string;
  not?: boolean;
}

/** `no-route`: addresses without a route. */
export interface NoRouteHost {
  kind: "no-route";
  not?: boolean;
}

/** `urpf-failed`: sources whose replies would leave through another interface. */
export interface UrpfFailedHost {
  kind: "urpf-failed";
  not?: boolean;
}

/** One address specification. `any` is an empty list of them. */
export type Host =
  | AddressHost
  | RangeHost
  | NameHost
  | DynamicHost
  | TableHost
  | RouteLabelHost
  | NoRouteHost
  | UrpfFailedHost;

/** Operators with one number. */
export type UnaryOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";

/**
 * Operators with two numbers: `:` both ends included, `><` both ends excluded, `<>` outside: less
 * than the first or greater than the second.
 */
export type BinaryOperator = ":" | "><" | "<>";

/** Port numbers, in host byte order. */
export type Port =
  | { op: UnaryOperator; port: number }
  | { op: BinaryOperator; first: number; last: number };

/** An account or a group: its name, its number, or `unknown` for packets without a local socket. */
export type Id = string | number;

/** `user root`, `group > 1000`. */
export type IdMatch =
  | { op: UnaryOperator; id: Id }
  | { op: "><" | "<>"; first: Id; last: Id };

/** One side of `from` and `to`. */
export interface End {
  /** Any of these; absent or empty for `any`. */
  hosts?: readonly Host[];
  /** Any of these; absent or empty for all. Only with tcp and udp. */
  ports?: readonly Port[];
  /** pf.os(5) fingerprints, any of these; only in `from`, only with tcp. */
  os?: readonly string[];
}
