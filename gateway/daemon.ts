/**
 * Which key exchange daemon a gateway runs.
 * @module
 */
import type { Gateway } from "./gateway.ts";

/**
 * 1: isakmpd(8), 2: iked(8); undefined if there is neither a tunnel nor a client. Both need udp
 * port 500, so a gateway runs one of them.
 */
export function daemonOf({ tunnels, clients }: Gateway): 1 | 2 | undefined {
  return tunnels[0]?.ike ?? (clients.length > 0 ? 2 : undefined);
}
