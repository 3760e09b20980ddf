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
 * `tunnel` of `gateway` as an OpenBSD at the other end would have it: networks, ports, identities
 * and roles are swapped, everything that both ends must agree on stays.
 *
 * Local details are left out: if the gateway's address is unknown (DHCP, or a private one behind
 * NAT), the peer is `any`; `nat` becomes the network that the peer sees; a sec(4) interface is
 * dropped. Private keys and the peer's public key cannot be mirrored, so `peerKey` and
 * `certificate` are left to the caller.
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
    // Without a required identity any is accepted, so the daemon's default will do.
    ...(tunnel.dstid === undefined ? {} : { srcid: tunnel.dstid }),
    ...(shown === undefined ? {} : { dstid: shown }),
    ...(tunnel.tag === undefined ? {} : { tag: tunnel.tag }),
  };
  const mode = tunnel.mode === "passive" && !hidden ? "active" : "passive";
  return tunnel.ike === 1
    ? { ike: 1, mode, exchange: tunnel.exchange, ...common }
    : { ike: 2, mode, ipcomp: tunnel.ipcomp, ...common };
}
