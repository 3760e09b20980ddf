/**
 * Checks the addresses of both ends of a tunnel.
 * @module
 */
import { reportHostBits } from "./host_bits.ts";
import { few } from "../../host/few.ts";
import {
  isLinkLocal,
  isNetwork,
  isPrivate,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
  sameAddress,
} from "../address.ts";
import type { Gateway, Tunnel } from "../gateway.ts";
import { driverOf } from "../interface.ts";
import { HOST } from "../host_name.ts";
import { nearest } from "../../host/nearest.ts";
import { noHostIn, staysOnLink } from "../network/no_host.ts";
import { learnsRoutes } from "../openbsd/routing_daemons.ts";
import { mayReach } from "./may_reach.ts";
import type { Report } from "./report.ts";
import type { Parsed } from "./parsed_tunnel.ts";
import { sourceAddress, wayTo } from "../way_to.ts";
import { addressesOf, ownNetworks, withoutLength } from "../own_addresses.ts";

/**
 * Reports impossible addresses of ends, and ends that cannot reach each other; `own` are the
 * gateway's addresses.
 */
export function checkTunnelEnds(
  gateway: Gateway,
  own: readonly Prefix[],
  { tunnel, path }: Parsed,
  report: Report,
): void {
  checkPeer(tunnel, own, path, report);
  checkRoute(gateway, tunnel, path, report);
  checkPrivatePeer(gateway, tunnel, path, report);
  if (tunnel.localAddress === undefined) checkWay(gateway, tunnel, path, report);
  else checkLocalAddress(gateway, tunnel, own, path, report);
}

function checkPeer(
  { peer, ike, mode }: Tunnel,
  own: readonly Prefix[],
  path: (string | number)[],
  report: Report,
): void {
  const where = [...path, "peer"];
  if (peer === "any") return;
  const prefix = parsePrefix(peer);
  if (!prefix && (/^[0-9.]+$|[:/]/.test(peer) || !HOST.test(peer))) {
    report(where, "error", `${peer} is not an address or a host name`);
  } else if (!prefix) {
    report(
      where,
      "warning",
      `${peer} is a name: if no name server answers, at boot or in a build, the rules are refused`,
    );
  } else if (peer.includes("/")) {
    const rests = [[...path, "ike"], [...path, "mode"]];
    if (prefix.length === 0) {
      report(where, "error", `${peer} is every peer; write any`);
      return;
    }
    if (!isNetwork(prefix)) reportHostBits(peer, prefix, where, report);
    if (ike === 1) {
      report(where, "error", "isakmpd takes one peer or any; write an address, any, or ike: 2", {
        rests,
      });
    } else if (mode !== "passive") {
      report(
        where,
        "error",
        "a gateway cannot start negotiations with a network of peers; set mode: passive",
        {
          rests,
        },
      );
    }
    const why = noPeerIn(prefix);
    if (why !== undefined) {
      report(where, "error", `${peer} ${why}; write the network that the peers are in, or any`);
    }
  } else if (noPeerIn(prefix) !== undefined) {
    report(
      where,
      "error",
      `${peer} is not the address of a host; write the other end's address, or any`,
    );
  } else if (own.some((one) => sameAddress(one, prefix))) {
    report(where, "error", `${peer} is the gateway itself`);
  }
}

/** Why no peer can have the address; a link-local one is a neighbour. */
function noPeerIn(prefix: Prefix): string | undefined {
  return noHostIn(prefix) ?? (isLinkLocal(prefix) ? undefined : staysOnLink(prefix));
}

/** Reports a `localAddress` that is not the gateway's. */
export function checkLocalAddress(
  gateway: Gateway,
  { peer, localAddress = "" }: Tunnel,
  own: readonly Prefix[],
  path: (string | number)[],
  report: Report,
): void {
  const where = [...path, "localAddress"];
  const local = parseAddress(localAddress);
  const address = parsePrefix(peer);
  const { interfaces } = gateway.network;
  if (!local) {
    if (/^[0-9.]+$|:/.test(localAddress)) {
      report(where, "error", `${localAddress} is not an address`);
      return;
    }
    const names = interfaces.map((one) => one.name);
    // Every interface is in the group of its driver; egress is the group of the default route's
    // interface.
    const groups = interfaces.flatMap((one) => [driverOf(one.name), ...one.groups ?? []]);
    if (["egress", ...names, ...groups].includes(localAddress)) return;
    report(
      where,
      "error",
      `${localAddress} is neither an address nor an interface; interfaces: ${
        few(names, 20).join(", ")
      }, egress`,
      {
        suggestion: nearest(localAddress, ["egress", ...names]),
        rests: [["network", "interfaces", "*", "name"]],
      },
    );
  } else if (address && address.family !== local.family) {
    report(where, "error", `${localAddress} and the peer ${peer} are of different families`, {
      rests: [[...path, "peer"]],
    });
  } else if (
    !own.some((one) => sameAddress(one, local)) &&
    interfaces.every((one) => one.options.length === 0)
  ) {
    report(where, "warning", `${localAddress} is not an address of the gateway's interfaces`, {
      rests: ["address", "address6", "aliases", "options"].map((field) => [
        "network",
        "interfaces",
        "*",
        field,
      ]),
    });
  }
}

/** Without a route to the peer no packet leaves; routes added outside `network` are unknown. */
function checkRoute(
  gateway: Gateway,
  { peer }: Tunnel,
  path: (string | number)[],
  report: Report,
): void {
  const target = parseAddress(peer);
  if (!target || mayReach(gateway, target)) return;
  report(
    [...path, "peer"],
    "warning",
    `no route leads to ${peer}; write network.${
      target.family === 4 ? "gateway" : "gateway6"
    }: ADDRESS of the router, or a route to it in network.routes`,
    { rests: [["network"]] },
  );
}

/** A private peer behind the default route: providers do not route private addresses. */
function checkPrivatePeer(
  gateway: Gateway,
  { peer }: Tunnel,
  path: (string | number)[],
  report: Report,
): void {
  const { network, rcConf } = gateway;
  const target = parseAddress(peer);
  if (!target || !isPrivate(target) || learnsRoutes(rcConf)) return;
  const way = wayTo(gateway, peer);
  const from = parseAddress(way?.addresses[0] ?? "");
  // In a private network, or behind NAT, there may be a route.
  if (!way || way.dynamic || !from || isPrivate(from)) return;
  if (network.interfaces.some(({ options }) => options.length > 0)) return;
  if (network.routes.some(({ to }) => overlaps(parsePrefix(to) ?? target, target))) return;
  if (ownNetworks(gateway.network.interfaces).first(target)) return;
  report(
    [...path, "peer"],
    "warning",
    `${peer} is private, and the default route by ${way.name} leads to the Internet, where nobody has it; write the address that the peer has outside`,
    { rests: [["network"]] },
  );
}

/** If iked's local address cannot be set, the tunnel may carry no packets. */
function checkWay(
  gateway: Gateway,
  tunnel: Tunnel,
  path: (string | number)[],
  report: Report,
): void {
  if (tunnel.ike === 1 || tunnel.mode === "passive" || tunnel.peer === "any") return;
  const way = wayTo(gateway, tunnel.peer);
  if (!way) return;
  const rests = [
    ...["peer", "mode", "ike", "localAddress"].map((field) => [...path, field]),
    ...["address", "address6", "aliases"].map((field) => ["network", "interfaces", "*", field]),
  ];
  if (way.dynamic && sourceAddress(gateway, tunnel) === undefined) {
    report(
      [...path, "peer"],
      "warning",
      `the address of ${way.name} comes from DHCP and cannot be set in iked.conf: unless the peer is behind NAT, the tunnel comes up but carries nothing; give ${way.name} a static address, or have the peer start the negotiation (mode: passive)`,
      { rests },
    );
  } else if (way.addresses.length > 1) {
    report(
      [...path, "peer"],
      "warning",
      `the gateway has ${way.addresses.join(" and ")} towards this peer and sends from ${
        way.addresses[0]
      }; write localAddress: ${
        sharedAddress(gateway, way.addresses) ?? "ADDRESS"
      } to say which is meant`,
      { rests },
    );
  }
}

/** Among the addresses, the one that two gateways share (carp(4)): peers know that one. */
function sharedAddress({ network }: Gateway, addresses: string[]): string | undefined {
  const shared = network.interfaces.filter((one) => one.carp)
    .flatMap(addressesOf).map(withoutLength);
  return addresses.find((one) => shared.includes(one));
}
