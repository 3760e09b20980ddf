/**
 * Ties the tunnels of a gateway that another one stands in for to the addresses that the two share.
 * @module
 */
import { sharedTowards } from "../shared_address.ts";
import type { Gateway, Tunnel } from "../gateway.ts";

/**
 * `gateway` with tunnels and clients that speak from the shared address towards their peers, where the
 * description has no other. Where a daemon would show the host name, which the other gateway has not,
 * they show that address.
 */
export function tiedToShared(gateway: Gateway): Gateway {
  if (!gateway.failover) return gateway;
  return {
    ...gateway,
    tunnels: gateway.tunnels.map((tunnel) => tied(gateway, tunnel)),
    clients: gateway.clients.map((clients) => {
      const address = clients.localAddress ?? sharedTowards(gateway, "any");
      return address === undefined ? clients : { ...clients, localAddress: address };
    }),
  };
}

function tied(gateway: Gateway, tunnel: Tunnel): Tunnel {
  const address = tunnel.localAddress ?? sharedTowards(gateway, tunnel.peer);
  if (address === undefined) return tunnel;
  const namesHost = (tunnel.ike === 2 || tunnel.mode === "dynamic") &&
    tunnel.auth.method !== "certificate";
  return {
    ...tunnel,
    localAddress: address,
    // An interface has the address that sharedTowards() finds.
    ...(tunnel.srcid === undefined && namesHost
      ? { srcid: /[.:]/.test(address) ? address : sharedTowards(gateway, tunnel.peer) ?? address }
      : {}),
  };
}
