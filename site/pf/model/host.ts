/**
 * Addresses, interfaces and ports as pf.conf(5) writes them.
 * @module
 */

/** An address family, in pf's words. */
export type Family = "inet" | "inet6";

/** What an interface's name may be followed by: `vio1:network`, `vio1:0`. */
export type Modifier = "network" | "broadcast" | "peer" | "0";

/** An interface, or a group of interfaces, in `on`, `received-on` and `set skip on`. */
export interface InterfaceName {
  /** `vio0`, `egress`, or `any` for all of them. */
  name: string;
  /** Everything but this one. */
  not?: boolean;
}

/** The interfaces of a routing domain: `on rdomain 1`. */
export interface RoutingDomain {
  /** Its number. */
  rdomain: number;
  /** Everything but this one. */
  not?: boolean;
}

/** What `on` accepts. */
export type InterfaceMatch = InterfaceName | RoutingDomain;

/** An address or a network. */
export interface AddressHost {
  kind: "address";
  /** As text, without a prefix length and without a scope: `10.0.0.0`, `2001:db8::1`. */
  address: string;
  /** Prefix length in bits; the whole address where it is absent. Bits behind it are ignored. */
  length?: number;
  /** The interface of a link-local address: the `vio0` of `fe80::1%vio0`. */
  scope?: string;
  not?: boolean;
}

/** All addresses from one to another, both included. */
export interface RangeHost {
  kind: "range";
  first: string;
  last: string;
  not?: boolean;
}

/**
 * A word that pfctl(8) looks up when it loads the file: the addresses that an interface, or the
 * interfaces of a group, have at that moment; `self`, those of all interfaces; or the name of a host.
 * Where nothing of that name exists or has an address at that moment, pfctl refuses the whole file.
 */
export interface NameHost {
  kind: "name";
  name: string;
  modifiers?: readonly Modifier[];
  /** Prefix length in bits in place of the whole address. */
  length?: number;
  not?: boolean;
}

/** `(vio0)`: the addresses that the interface or group has when a packet is evaluated. */
export interface DynamicHost {
  kind: "dynamic";
  /** An interface or a group; `self` for all interfaces. */
  name: string;
  modifiers?: readonly Modifier[];
  /** Prefix length in bits in place of the whole address. */
  length?: number;
  not?: boolean;
}

/** `<admins>`: the addresses in a table. */
export interface TableHost {
  kind: "table";
  name: string;
  not?: boolean;
}

/** `route "label"`: addresses that a route with this label leads to. */
export interface RouteLabelHost {
  kind: "route";
  label: string;
  not?: boolean;
}

/** `no-route`: addresses that no route leads to. */
export interface NoRouteHost {
  kind: "no-route";
  not?: boolean;
}

/** `urpf-failed`: sources that would not be answered through the interface they came in on. */
export interface UrpfFailedHost {
  kind: "urpf-failed";
  not?: boolean;
}

/** One address specification. `any` is the empty list of them. */
export type Host =
  | AddressHost
  | RangeHost
  | NameHost
  | DynamicHost
  | TableHost
  | RouteLabelHost
  | NoRouteHost
  | UrpfFailedHost;

/** Comparisons with one number. */
export type UnaryOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";

/**
 * Comparisons with two numbers: `:` both ends included, `><` neither end included, `<>` outside, that is
 * less than the first or more than the second.
 */
export type BinaryOperator = ":" | "><" | "<>";

/** Port numbers, in host byte order. */
export type Port =
  | { op: UnaryOperator; port: number }
  | { op: BinaryOperator; first: number; last: number };

/** An account or a group: its name, its number, or `unknown` for sockets that nobody has. */
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
