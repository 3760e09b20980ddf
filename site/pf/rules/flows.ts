/**
 * Tunnels as the packet filter sees them.
 * @module
 */
import { asTunnel } from "../../../gateway/clients.ts";
import type { Gateway, Tunnel } from "../../../gateway/gateway.ts";
import type { Field } from "./build.ts";

/** Networks that are joined with networks, and their field in the description. */
export interface Flow {
  tunnel: Tunnel;
  field: Field;
}

/**
 * The tunnels, one entry per pair of networks if they have pairs, and the clients, as tunnels from
 * what they reach to their pool.
 */
export function flowsOf({ tunnels, clients }: Gateway): Flow[] {
  return [
    ...tunnels.flatMap((tunnel, index): Flow[] => {
      const { selectors, ...rest } = tunnel;
      if (!selectors) return [{ tunnel, field: ["tunnels", index] }];
      return selectors.map(({ local, remote }) => ({
        tunnel: { ...rest, local: [local], remote: [remote] },
        field: ["tunnels", index],
      }));
    }),
    ...clients.map((one, index): Flow => ({ tunnel: asTunnel(one), field: ["clients", index] })),
  ];
}
