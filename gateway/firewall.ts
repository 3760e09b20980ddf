/**
 * The packet filter as the description asks for it.
 * @module
 */

/**
 * A word of an address list: an address or a network, `any`, `self`, `<table>`, or an interface or group
 * in parentheses such as `(vio1:network)`; with `! ` before it, everything else.
 */
export type AddressWord = string;

/** A limit of connections per time. */
export interface ConnectionRate {
  /** Number of connections. */
  connections: number;
  /** Seconds. */
  seconds: number;
}

/** One kind of traffic that the firewall lets in. */
export interface AllowRule {
  /** pf protocol names; empty for any. */
  proto: string[];
  /** Ports, ranges (`8000:8010`) or service names; empty for any. */
  port: string[];
  /** Sources; empty for any. */
  from: AddressWord[];
  /** Destinations; empty for the gateway itself. */
  to: AddressWord[];
  /** Only on this interface or interface group. */
  on?: string;
  /** Only what arrives through this tunnel (filtered on enc0 by tag). */
  tunnel?: string;
  /** Log the first packet of each connection to pflog0. */
  log: boolean;
  /** Tag to set on matching packets. */
  tag?: string;
  /** Only packets with this tag. */
  tagged?: string;
  /** Limit of concurrent connections per source address. */
  maxConnections?: number;
  /** Limit of the rate of new connections per source address. */
  maxRate?: ConnectionRate;
  /** The table for addresses that exceed a limit; all their traffic is blocked from then on. */
  overload?: string;
  /** The router for its packets, regardless of routes. */
  routeTo?: string;
  /** The router for replies, regardless of routes. */
  replyTo?: string;
}

/** Translation of source addresses on the way out. */
export interface NatRule {
  /** The interface or group that the packets leave through. */
  on: string;
  /** Sources; empty for all. */
  from: AddressWord[];
  /** Destinations; empty for all. */
  to: AddressWord[];
  /** The translated address; empty for the address of the interface. */
  as: AddressWord[];
  /** Log the first packet of each connection. */
  log: boolean;
}

/** A port of the gateway that is redirected to a host behind it. */
export interface RedirectRule {
  /** The interface or group that the packets arrive on. */
  on: string;
  /** pf protocol names. */
  proto: string[];
  /** Ports, ranges or service names. */
  port: string[];
  /** Sources; empty for any. */
  from: AddressWord[];
  /** Addresses of the gateway; empty for all. */
  address: AddressWord[];
  /** Hosts to redirect to, in turn. */
  to: string[];
  /** Port of the hosts; absent: the same port. */
  toPort?: string;
  /** Log the first packet of each connection. */
  log: boolean;
}

/** The packet filter. */
export interface Firewall {
  /** `set skip on enc0`: traffic inside tunnels is not filtered. */
  skipTunnels: boolean;
  /** `set block-policy`: whether senders of blocked packets are notified. */
  blockPolicy: "drop" | "return";
  /** Block packets whose replies would leave through another interface. */
  urpf: boolean;
  /**
   * Who may send IKE and ESP to the gateway. Resolved: the tunnels' peers if the description has no
   * list.
   */
  peers: "any" | AddressWord[];
  /** Addresses by name of the table. */
  tables: ReadonlyMap<string, AddressWord[]>;
  /** Traffic to let in besides ssh, IKE and ESP. */
  allow: AllowRule[];
  /** Translations on the way out. */
  nat: NatRule[];
  /** Redirections to hosts behind the gateway. */
  redirect: RedirectRule[];
  /**
   * The maximum TCP segment size of all traffic; absent: what fits into the tunnels, for their
   * traffic only.
   */
  maxMss?: number;
  /** Raw pf.conf(5) lines, added after the generated ones. */
  rules: string[];
}
