/**
 * Binds the tunnels of a gateway with failover to the shared addresses.
 * @module
 */
import { sharedTowards } from "../shared_address.ts";
import type { Gateway, Tunnel } from "../gateway.ts";

/**
 * `gateway` with tunnels and clients that use the shared address towards their peers, unless the
 * description sets another. Where a daemon would send its host name as identity, which the other
 * gateway does not have, that address is the identity.
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
    // sharedTowards() finds the address of the interface.
    ...(tunnel.srcid === undefined && namesHost
      ? { srcid: /[.:]/.test(address) ? address : sharedTowards(gateway, tunnel.peer) ?? address }
      : {}),
  };
}
