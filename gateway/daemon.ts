/**
 * Which key exchange daemon a gateway runs.
 * @module
 */
import type { Gateway } from "./gateway.ts";

/** 1: isakmpd(8), 2: iked(8); undefined where nobody speaks IKE. They share udp port 500, so there is one. */
export function daemonOf({ tunnels, clients }: Gateway): 1 | 2 | undefined {
  return tunnels[0]?.ike ?? (clients.length > 0 ? 2 : undefined);
}
