/**
 * What pfctl(8) sees of the machine when it loads a rule set.
 * @module
 */

/** An address of an interface. */
export interface InterfaceAddress {
  /** Without scope. */
  address: string;
  /** Prefix length in bits. */
  length: number;
  /** Broadcast address; absent if there is none, and for IPv6. */
  broadcast?: string;
  /** The far end of a point-to-point interface. */
  peer?: string;
}

/** An interface as ifconfig(8) shows it. */
export interface PfInterface {
  name: string;
  /**
   * Groups without `all`, which contains every interface: `egress`, and the driver's name for
   * created interfaces.
   */
  groups: readonly string[];
  /** In ifconfig's order. Link-local ones are included if known. */
  addresses: readonly InterfaceAddress[];
  loopback?: boolean;
  pointToPoint?: boolean;
  rdomain?: number;
}

/** The machine that a rule set is loaded on. */
export interface Environment {
  /** Interfaces, in the kernel's order. */
  interfaces: readonly PfInterface[];
  /** User ids by name; absent: names are kept and not checked. */
  users?: ReadonlyMap<string, number>;
  /** Group ids by name; absent: names are kept and not checked. */
  groups?: ReadonlyMap<string, number>;
  /** Addresses of host names that can be resolved at load time. */
  hosts?: ReadonlyMap<string, readonly string[]>;
  /**
   * The text of a file that a table or an anchor is loaded from; null if it does not exist when the
   * rule set is loaded, undefined if unknown.
   */
  file?: (name: string) => string | null | undefined;
  /** Existing routing tables; absent: 0 and those of the interfaces' routing domains. */
  rtables?: ReadonlySet<number>;
}
