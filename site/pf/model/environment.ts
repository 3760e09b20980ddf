/**
 * What pfctl(8) sees of the machine when it loads a rule set.
 * @module
 */

/** An address of an interface. */
export interface InterfaceAddress {
  /** Without a scope. */
  address: string;
  /** Prefix length in bits. */
  length: number;
  /** Absent where there is none, and for IPv6. */
  broadcast?: string;
  /** The far end, on point-to-point interfaces. */
  peer?: string;
}

/** An interface as ifconfig(8) shows it. */
export interface PfInterface {
  name: string;
  /** Without `all`, which has every interface: `egress`, and the driver's name where it was created. */
  groups: readonly string[];
  /** In ifconfig's order. Link-local ones belong here where they are known. */
  addresses: readonly InterfaceAddress[];
  loopback?: boolean;
  pointToPoint?: boolean;
  rdomain?: number;
}

/** The machine that a rule set is loaded on. */
export interface Environment {
  /** In the kernel's order. */
  interfaces: readonly PfInterface[];
  /** Numbers of accounts by name; absent: names are kept and not judged. */
  users?: ReadonlyMap<string, number>;
  /** Numbers of groups by name; absent: names are kept and not judged. */
  groups?: ReadonlyMap<string, number>;
  /** Addresses of host names that can be looked up at load time. */
  hosts?: ReadonlyMap<string, readonly string[]>;
  /**
   * The text of a file that a table is filled from, or that an anchor is loaded from; null where there
   * is no such file when the rule set is loaded, undefined where that is not known.
   */
  file?: (name: string) => string | null | undefined;
  /** Routing tables that exist; absent: 0 and those of the interfaces' routing domains. */
  rtables?: ReadonlySet<number>;
}
