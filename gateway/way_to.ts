/**
 * Which of its addresses a gateway speaks to a peer from.
 * @module
 */
import { contains, parseAddress, parsePrefix, type Prefix } from "./address.ts";
import type { Gateway, NetworkInterface } from "./gateway.ts";
import { parseRouter } from "./router.ts";
import type { Tunnel } from "./tunnel.ts";
import { addressesOf, ownNetworks } from "./own_addresses.ts";

/** What is known of the gateway's side of the route to a peer. */
export interface Way {
  /** The interface the route leaves through. */
  name: string;
  /** Static addresses that the gateway has there; the first is what the kernel takes by itself. */
  addresses: string[];
  /** The address there comes by DHCP or SLAAC. */
  dynamic: boolean;
}

/**
 * The way to `peer`, an address or a host name, or to everywhere (`0.0.0.0`, `::`); undefined where the
 * description does not say.
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

/** The router of the narrowest static route to `target`. */
function routeTo({ network }: Gateway, target: Prefix): string | undefined {
  const fitting = network.routes.flatMap(({ to, via }) => {
    const prefix = parsePrefix(to);
    return prefix && contains(prefix, target) ? [{ length: prefix.length, via }] : [];
  });
  return fitting.toSorted((a, b) => b.length - a.length)[0]?.via;
}

/** The way through `router`, which is in a network of ours, the far end of an interface, or on a link. */
function through(interfaces: NetworkInterface[], router: string, family: 4 | 6): Way | undefined {
  const { address, interface: name } = parseRouter(router);
  const scoped = interfaces.find((one) => one.name === name || one.peer === address);
  if (scoped) return along([scoped], family);
  const hop = parseAddress(address);
  return hop && attached(interfaces, hop);
}

/**
 * What iked(8) is told to speak from (`local` of iked.conf(5)): an address, or the interface that the
 * description names. Without it an active iked hashes 0.0.0.0 where it looks for NAT, the peer
 * believes in one and sends ESP in UDP, and no packet arrives. A passive one answers from whatever
 * address it was asked at.
 */
export function speaksFrom(gateway: Gateway, tunnel: Tunnel): string | undefined {
  if (tunnel.localAddress !== undefined) return tunnel.localAddress;
  if (tunnel.peer === "any" || tunnel.peer.includes("/")) return undefined;
  const { addresses = [] } = wayTo(gateway, tunnel.peer) ?? {};
  return tunnel.mode === "passive" && addresses.length > 1 ? undefined : addresses[0];
}

/** The only family that the gateway has a way to elsewhere in; undefined if it has both or none. */
function onlyFamily({ network }: Gateway): 4 | 6 | undefined {
  const { interfaces } = network;
  const four = network.gateway !== undefined ||
    interfaces.some((one) => one.address === "autoconf");
  const six = network.gateway6 !== undefined ||
    interfaces.some((one) => one.address6 === "autoconf");
  return four === six ? undefined : four ? 4 : 6;
}

/** The way to `target`, one address, through the interfaces in whose networks it is. */
function attached(interfaces: NetworkInterface[], target: Prefix): Way | undefined {
  const near = [
    ...new Set(ownNetworks(interfaces).overlapping(target).map((own) => own.interface)),
  ];
  return near.length > 0 ? along(near, target.family, target) : undefined;
}

/** The way through `near`; of their addresses those in one network with `target`, if that is given. */
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
