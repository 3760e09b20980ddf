/**
 * Addresses and identities of both ends, from the far end's view.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { shownIdentity } from "../../gateway/identity.ts";
import { isBehindNat, outerAddress } from "../../gateway/outer_address.ts";
import { type Selector, selectorsOf, type Tunnel } from "../../gateway/tunnel.ts";

/** Said by far ends where {@linkcode endsOf} finds no address of the gateway. */
export const NO_PUBLIC_ADDRESS = "The description does not give the gateway's public address.";

/** The two ends. */
export interface Ends {
  /** The far end's own address, if the gateway knows it. */
  own?: string;
  /** The gateway's address, if the far end can know it. */
  gateway?: string;
  /** Identity of the far end. */
  ownId?: string;
  /** Identity of the gateway. */
  gatewayId?: string;
}

/**
 * The pairs of networks from the far end's view, written by `word`, without duplicates: with nat
 * several networks may look like one.
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

/**
 * The ends of `tunnel`; `gatewayAddress` is the address of a gateway behind NAT as the far end sees
 * it.
 */
export function endsOf(
  gateway: Gateway,
  tunnel: Tunnel,
  gatewayAddress: string | undefined,
): Ends {
  const own = /^[0-9.]+$|:/.test(tunnel.peer) ? tunnel.peer : undefined;
  const outer = outerAddress(gateway, tunnel);
  // Behind NAT the far end sees another address, which is not in the description.
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
