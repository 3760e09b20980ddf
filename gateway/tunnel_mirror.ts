/**
 * A tunnel seen from its other end.
 * @module
 */
import { parseAddress } from "./address.ts";
import type { Gateway } from "./gateway.ts";
import { shownIdentity } from "./identity.ts";
import { isBehindNat, outerAddress } from "./outer_address.ts";
import type { Tunnel } from "./tunnel.ts";

/**
 * `tunnel` of `gateway` as the other end has it, were it an OpenBSD too: networks, ports, identities
 * and the roles change places, everything that both ends must agree about stays.
 *
 * What only the gateway knows is not there: where its address is known to nobody (DHCP, or a private
 * one behind NAT), the peer is `any`; its `nat` shows as the network that the peer sees; a sec(4)
 * interface is the gateway's own affair. A private key or the peer's public key cannot be turned
 * round, so that `peerKey` and `certificate` are left to the caller.
 */
export function mirrorTunnel(gateway: Gateway, tunnel: Tunnel): Tunnel {
  const { nat, selectors, auth, localPort, remotePort } = tunnel;
  const own = parseAddress(tunnel.peer) ? tunnel.peer : undefined;
  const outer = outerAddress(gateway, tunnel);
  const hidden = outer === undefined || (isBehindNat(outer) && !(own && isBehindNat(own)));
  const shown = shownIdentity(gateway, tunnel);
  const common = {
    name: tunnel.name,
    peer: hidden ? "any" : outer,
    local: tunnel.remote,
    remote: nat ? [nat] : tunnel.local,
    protocol: tunnel.protocol,
    encapsulation: tunnel.encapsulation,
    phase1: tunnel.phase1,
    phase2: tunnel.phase2,
    auth: auth.method === "psk" ? auth : { method: "keys" as const },
    ...(own === undefined ? {} : { localAddress: own }),
    ...(selectors
      ? {
        selectors: selectors.map(({ local, remote }) => ({ local: remote, remote: nat ?? local })),
      }
      : {}),
    ...(tunnel.proto === undefined ? {} : { proto: tunnel.proto }),
    ...(localPort === undefined ? {} : { remotePort: localPort }),
    ...(remotePort === undefined ? {} : { localPort: remotePort }),
    // An end that wants no identity takes any, so that the daemon's own choice will do.
    ...(tunnel.dstid === undefined ? {} : { srcid: tunnel.dstid }),
    ...(shown === undefined ? {} : { dstid: shown }),
    ...(tunnel.tag === undefined ? {} : { tag: tunnel.tag }),
  };
  const mode = tunnel.mode === "passive" && !hidden ? "active" : "passive";
  return tunnel.ike === 1
    ? { ike: 1, mode, exchange: tunnel.exchange, ...common }
    : { ike: 2, mode, ipcomp: tunnel.ipcomp, ...common };
}
