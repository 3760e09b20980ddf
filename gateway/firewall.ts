/**
 * The packet filter as the description asks for it.
 * @module
 */

/**
 * A word of an address list: an address or a network, `any`, `self`, `<table>`, or an interface or group
 * in parentheses such as `(vio1:network)`; with `! ` before it, everything else.
 */
export type AddressWord = string;

/** So many connections within so many seconds. */
export interface ConnectionRate {
  /** How many. */
  connections: number;
  /** Within how many seconds. */
  seconds: number;
}

/** One thing the firewall lets in. */
export interface AllowRule {
  /** pf protocol names; empty for any. */
  proto: string[];
  /** Ports, ranges (`8000:8010`) or service names; empty for any. */
  port: string[];
  /** Where it comes from; empty for anywhere. */
  from: AddressWord[];
  /** Where it goes; empty for the gateway itself. */
  to: AddressWord[];
  /** Only on this interface or interface group. */
  on?: string;
  /** Only what arrives through this tunnel (filtered on enc0 by its tag). */
  tunnel?: string;
  /** Log the first packet of each connection to pflog0. */
  log: boolean;
  /** The tag that its packets get. */
  tag?: string;
  /** Only packets with this tag. */
  tagged?: string;
  /** Connections that one address may have at a time. */
  maxConnections?: number;
  /** How fast one address may open them. */
  maxRate?: ConnectionRate;
  /** The table that an address goes to which has or opens too many; all of it is blocked from then on. */
  overload?: string;
  /** The router that its packets take, whatever the routes are. */
  routeTo?: string;
  /** The router that the answers take, whatever the routes are. */
  replyTo?: string;
}

/** Source addresses that are translated on the way out. */
export interface NatRule {
  /** The interface or group that they leave through. */
  on: string;
  /** Whose addresses; empty for all. */
  from: AddressWord[];
  /** On the way where; empty for everywhere. */
  to: AddressWord[];
  /** What they become; empty for the address of the interface. */
  as: AddressWord[];
  /** Log the first packet of each connection. */
  log: boolean;
}

/** A port of the gateway that a host behind it answers. */
export interface RedirectRule {
  /** The interface or group that it arrives on. */
  on: string;
  /** pf protocol names. */
  proto: string[];
  /** Ports, ranges or service names. */
  port: string[];
  /** Who may; empty for everybody. */
  from: AddressWord[];
  /** The addresses of the gateway that are meant; empty for all. */
  address: AddressWord[];
  /** The hosts that answer, in turn. */
  to: string[];
  /** Their port; absent: the same one. */
  toPort?: string;
  /** Log the first packet of each connection. */
  log: boolean;
}

/** The packet filter. */
export interface Firewall {
  /** `set skip on enc0`: traffic inside tunnels is not filtered. */
  skipTunnels: boolean;
  /** `set block-policy`: whether senders hear that they were blocked. */
  blockPolicy: "drop" | "return";
  /** Block what would not be answered through the interface it came in on. */
  urpf: boolean;
  /** Who may speak IKE and ESP to the gateway. Resolved: the tunnels' peers where the description is silent. */
  peers: "any" | AddressWord[];
  /** Addresses by the name of the table that holds them. */
  tables: ReadonlyMap<string, AddressWord[]>;
  /** What is let in besides ssh, IKE and ESP. */
  allow: AllowRule[];
  /** What is translated on the way out. */
  nat: NatRule[];
  /** What hosts behind answer. */
  redirect: RedirectRule[];
  /** The largest TCP segment of all traffic; absent: what fits into the tunnels, of theirs. */
  maxMss?: number;
  /** Raw pf.conf(5) lines, added after the generated ones. */
  rules: string[];
}
