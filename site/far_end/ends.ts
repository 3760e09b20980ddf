/**
 * The addresses and identities of both ends, as the far end sees them.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { shownIdentity } from "../../gateway/identity.ts";
import { isBehindNat, outerAddress } from "../../gateway/outer_address.ts";
import { type Selector, selectorsOf, type Tunnel } from "../../gateway/tunnel.ts";

/** The two ends. */
export interface Ends {
  /** The far end's own address, where the gateway knows it. */
  own?: string;
  /** The gateway's address, where the far end can know it. */
  gateway?: string;
  /** What the far end shows. */
  ownId?: string;
  /** What the gateway shows. */
  gatewayId?: string;
}

/**
 * The pairs of networks as the far end sees them, written by `word`, each once: several may be seen as
 * one (nat).
 */
export function seenPairs(tunnel: Tunnel, word = (network: string) => network): Selector[] {
  const seen = selectorsOf(tunnel).map(({ local, remote }) => ({
    local: word(tunnel.nat ?? local),
    remote: word(remote),
  }));
  return seen.filter(({ local, remote }, at) =>
    seen.findIndex((one) => one.local === local && one.remote === remote) === at
  );
}

/** The ends of `tunnel`; `gatewayAddress` is what the far end sees of a gateway behind NAT. */
export function endsOf(
  gateway: Gateway,
  tunnel: Tunnel,
  gatewayAddress: string | undefined,
): Ends {
  const own = /^[0-9.]+$|:/.test(tunnel.peer) ? tunnel.peer : undefined;
  const outer = outerAddress(gateway, tunnel);
  // Behind NAT the far end sees another address, which no description knows.
  const hidden = outer === undefined || isBehindNat(outer) && !(own && isBehindNat(own));
  const shown = shownIdentity(gateway, tunnel) ?? outer;
  const ownId = tunnel.dstid ?? own;
  return {
    ...(own === undefined ? {} : { own }),
    ...(gatewayAddress ? { gateway: gatewayAddress } : hidden ? {} : { gateway: outer }),
    ...(ownId === undefined ? {} : { ownId }),
    ...(shown === undefined ? {} : { gatewayId: shown }),
  };
}
