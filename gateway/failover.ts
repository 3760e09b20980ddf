/**
 * Two gateways that stand in for each other: carp(4) moves their shared addresses, pfsync(4) the
 * states of pf(4), sasyncd(8) the security associations.
 * @module
 */
import type { SecretRef } from "./values.ts";

/** What a gateway knows of the one that stands in for it. */
export interface Failover {
  /** The interface that the two speak through, and nobody else: the sync link. */
  interface: string;
  /** The other gateway's address on it. */
  peer: string;
  /** What sasyncd(8) encrypts with, the same on both: 16, 24 or 32 bytes. */
  key: SecretRef;
}
