/**
 * Networks of tunnels without a route: the kernel looks up a route before a flow, and packets out
 * of a tunnel need a route too.
 * @module
 */
import {
  addressOnly,
  isPrivate,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
} from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { learnsRoutes } from "../openbsd/routing_daemons.ts";
import { addressesOf, prefixesOf, withoutLength } from "../own_addresses.ts";
import { PrefixIndex } from "../prefix_index.ts";
import { wayTo } from "../way_to.ts";
import type { Network, Parsed } from "./parsed_tunnel.ts";
import { mayReach } from "./may_reach.ts";
import type { Report } from "./report.ts";

/** Reports networks, on either side, without a route. */
export function checkTunnelRoutes(
  gateway: Gateway,
  parsed: readonly Parsed[],
  report: Report,
): void {
  const { interfaces, routes } = gateway.network;
  const routed = indexOf([
    ...interfaces.flatMap(prefixesOf),
    ...routes.flatMap(({ to }) => parsePrefix(to) ?? []),
  ]);
  const elsewhere = indexOf([
    ...parsed.flatMap(({ remote }) => remote),
    ...gateway.clients.flatMap(({ pool }) => parsePrefix(pool) ?? []),
    // Sources of a rule come in somewhere, so they may be routed.
    ...gateway.firewall.allow.flatMap(({ from }) =>
      from.flatMap((text) => parsePrefix(text) ?? [])
    ),
  ]);
  for (const one of parsed) {
    if (one.tunnel.iface !== undefined) continue;
    checkFar(gateway, one, routed, report);
    checkNear(gateway, one, [routed, elsewhere], report);
  }
}

/** An index of the networks, without those that contain all addresses. */
function indexOf(networks: readonly Prefix[]): PrefixIndex<true> {
  return PrefixIndex.of(
    networks.filter(({ length }) => length > 0).map((one) => [one, true] as const),
  );
}

/**
 * Reports remote networks without a route: the kernel drops a packet before it looks up a flow
 * (ip_forward, ip_output).
 */
function checkFar(
  gateway: Gateway,
  { tunnel, local, remote }: Parsed,
  routed: PrefixIndex<true>,
  report: Report,
): void {
  const peer = parseAddress(tunnel.peer);
  // An unreachable peer is reported elsewhere.
  if (peer && !mayReach(gateway, peer)) return;
  const lost = remote.find((far) =>
    !mayReach(gateway, far) && (far.length === 0 || routed.overlapping(far).length === 0)
  );
  if (!lost) return;
  const [field, full] = lost.family === 4 ? ["gateway", 32] : ["gateway6", 128];
  const text = textOf(tunnel.remote, lost);
  const to = text.includes("/") ? text : `${text}/${full}`;
  // Any route suffices: one through an address of the gateway itself needs no router.
  const own = gateway.network.interfaces.flatMap(addressesOf).find((one) =>
    local.some((near) => overlaps(near, addressOnly(parsePrefix(one)!)))
  );
  const route = own === undefined || lost.length === 0
    ? "a route to it in network.routes"
    : `network.routes: [{to: ${to}, via: ${withoutLength(own)}}]`;
  report(
    lost.path,
    "warning",
    `no route leads to ${text}, and a packet without a route is dropped before the tunnel takes it; write network.${field}: ADDRESS of the router, or ${route}`,
    { rests: [["network"]] },
  );
}

/**
 * Reports local networks that are nowhere: packets out of the tunnel for them would take the
 * default route to the Internet.
 */
function checkNear(
  gateway: Gateway,
  { tunnel, local }: Parsed,
  indexes: readonly PrefixIndex<true>[],
  report: Report,
): void {
  const { network, rcConf, files } = gateway;
  const known = network.interfaces.every(({ options, pppoe, peer }) =>
    options.length === 0 && pppoe === undefined && peer === undefined
  );
  // With a single interface, checkEntries reports this.
  if (!known || network.interfaces.length === 1) return;
  if (learnsRoutes(rcConf) || files.some(({ path }) => path.startsWith("/etc/"))) return;
  const lost = local.find((near) =>
    near.length > 0 && isPrivate(near) && leadsOut(gateway, near) &&
    indexes.every((one) => one.overlapping(near).length === 0)
  );
  if (!lost) return;
  const text = textOf(tunnel.local, lost);
  report(
    lost.path,
    "warning",
    `${text} is in no network of an interface and behind no route, so what comes out of the tunnel for it leaves by the default route, to the Internet; write the network that is here, or add network.routes: [{to: ${text}, via: ADDRESS}]`,
    { rests: [["network"]] },
  );
}

/** Whether the default route leads to the Internet: the gateway's address there is public. */
function leadsOut(gateway: Gateway, { family }: Network): boolean {
  const way = wayTo(gateway, family === 4 ? "0.0.0.0" : "::");
  const from = parseAddress(way?.addresses[0] ?? "");
  return way !== undefined && !way.dynamic && from !== undefined && !isPrivate(from);
}

function textOf(list: readonly string[], network: Network): string {
  return list.find((text) => {
    const prefix = parsePrefix(text);
    return prefix?.value === network.value && prefix.length === network.length;
  }) ?? "it";
}
