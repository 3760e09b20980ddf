/**
 * Whether a gateway uses IPv6.
 * @module
 */
import type { Gateway } from "./gateway.ts";

/** Whether an interface has or may get an IPv6 address, or a tunnel carries IPv6. */
export function usesIpv6({ network, tunnels }: Pick<Gateway, "network" | "tunnels">): boolean {
  return network.interfaces.some((one) =>
    one.address6 !== "none" || (one.inet6 ?? []).includes("eui64") || one.aliases.some((alias) =>
      alias.includes(":")
    ) ||
    one.options.some((line) => /^\s*inet6\b/.test(line))
  ) || tunnels.some((tunnel) =>
    [...tunnel.local, ...tunnel.remote].some((network) =>
      network.includes(":")
    )
  );
}
