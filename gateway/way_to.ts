/**
 * The address that a gateway uses towards a peer.
 * @module
 */
import { contains, parseAddress, parsePrefix, type Prefix } from "./address.ts";
import type { Gateway, NetworkInterface } from "./gateway.ts";
import { parseRouter } from "./router.ts";
import type { Tunnel } from "./tunnel.ts";
import { addressesOf, ownNetworks } from "./own_addresses.ts";

/** The gateway's side of the route to a peer. */
export interface Way {
  /** The interface the route leaves through. */
  name: string;
  /** Static addresses of that interface; the kernel uses the first by default. */
  addresses: string[];
  /** The address is assigned by DHCP or SLAAC. */
  dynamic: boolean;
}

/**
 * The route to `peer`, an address or a host name, or the default route (`0.0.0.0`, `::`); undefined
 * if unknown.
 */
export function wayTo(gateway: Gateway, peer: string): Way | undefined {
  const { gateway: router4, gateway6: router6, interfaces } = gateway.network;
  const target = parseAddress(peer);
  const family = target?.family ?? onlyFamily(gateway);
  if (family === undefined) return undefined;
  const isHost = target !== undefined && target.value !== 0n;
  const near = isHost ? attached(interfaces, target) : undefined;
  if (near) return near;
  const router = (isHost ? routeTo(gateway, target) : undefined) ??
    (family === 4 ? router4 : router6);
  if (router !== undefined) return through(interfaces, router, family);
  const field = family === 4 ? "address" : "address6";
  const dynamic = interfaces.find((one) => one[field] === "autoconf");
  return dynamic && along([dynamic], family);
}

/** The router of the most specific static route to `target`. */
function routeTo({ network }: Gateway, target: Prefix): string | undefined {
  const fitting = network.routes.flatMap(({ to, via }) => {
    const prefix = parsePrefix(to);
    return prefix && contains(prefix, target) ? [{ length: prefix.length, via }] : [];
  });
  return fitting.toSorted((a, b) => b.length - a.length)[0]?.via;
}

/**
 * The route through `router`, which is in a network of ours, the far end of an interface, or on a
 * link.
 */
function through(interfaces: NetworkInterface[], router: string, family: 4 | 6): Way | undefined {
  const { address, interface: name } = parseRouter(router);
  const scoped = interfaces.find((one) => one.name === name || one.peer === address);
  if (scoped) return along([scoped], family);
  const hop = parseAddress(address);
  return hop && attached(interfaces, hop);
}

/**
 * The value of `local` in iked.conf(5): an address, or the interface that the description names.
 * Without it an active iked hashes 0.0.0.0 for NAT detection, so that the peer assumes NAT and
 * sends ESP in UDP, and no packet arrives. A passive iked replies from the address that it was
 * contacted at.
 */
export function sourceAddress(gateway: Gateway, tunnel: Tunnel): string | undefined {
  if (tunnel.localAddress !== undefined) return tunnel.localAddress;
  if (tunnel.peer === "any" || tunnel.peer.includes("/")) return undefined;
  const { addresses = [] } = wayTo(gateway, tunnel.peer) ?? {};
  return tunnel.mode === "passive" && addresses.length > 1 ? undefined : addresses[0];
}

/** The only family in which the gateway has a default route; undefined if both or neither. */
function onlyFamily({ network }: Gateway): 4 | 6 | undefined {
  const { interfaces } = network;
  const four = network.gateway !== undefined ||
    interfaces.some((one) => one.address === "autoconf");
  const six = network.gateway6 !== undefined ||
    interfaces.some((one) => one.address6 === "autoconf");
  return four === six ? undefined : four ? 4 : 6;
}

/** The route to `target`, a single address, through the interfaces whose networks contain it. */
function attached(interfaces: NetworkInterface[], target: Prefix): Way | undefined {
  const near = [
    ...new Set(ownNetworks(interfaces).overlapping(target).map((own) => own.interface)),
  ];
  return near.length > 0 ? along(near, target.family, target) : undefined;
}

/** The route through `near`; only their addresses in one network with `target`, if given. */
function along(near: NetworkInterface[], family: 4 | 6, target?: Prefix): Way {
  const addresses = near.flatMap(addressesOf).filter((text) => {
    const own = parsePrefix(text)!;
    return own.family === family && (target === undefined || contains(own, target));
  });
  return {
    name: near[0]!.name,
    addresses: addresses.map((text) => text.split("/")[0]!),
    dynamic: near[0]![family === 4 ? "address" : "address6"] === "autoconf",
  };
}
