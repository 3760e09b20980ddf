/**
 * A pair of gateways: carp(4) moves their shared addresses, pfsync(4) the states of pf(4),
 * sasyncd(8) the security associations.
 * @module
 */
import type { SecretRef } from "./values.ts";

/** The failover settings of a gateway. */
export interface Failover {
  /** The sync link: the interface that connects only the two gateways. */
  interface: string;
  /** The other gateway's address on it. */
  peer: string;
  /** Key of sasyncd(8), the same on both gateways: 16, 24 or 32 bytes. */
  key: SecretRef;
}
