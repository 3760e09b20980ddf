/**
 * What the firewall upstream of a gateway must let through, and the routes that the routers behind
 * it need.
 * @module
 */
import {
  contains,
  isPrivate,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
} from "../../gateway/address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import type { Gateway, NetworkInterface } from "../../gateway/gateway.ts";
import { outerAddress } from "../../gateway/outer_address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { GatewrightError } from "../../host/error.ts";
import { type PerimeterService, servicesOf } from "./services.ts";

/** An address of a gateway that peers use. */
export interface PerimeterAddress {
  /** The gateway's address to forward to. */
  address: string;
  /** It is not reachable from outside: the firewall must translate. */
  translated: boolean;
  /** Addresses of the peers; empty if some are unknown. */
  peers: string[];
  /** `esp`, `ah` or both. */
  protocols: ("esp" | "ah")[];
}

/** Common to all kinds of firewalls. The top-level fields are those of the first address. */
export interface Perimeter extends PerimeterAddress {
  /** The gateway's name, in comments. */
  name: string;
  /** Every address that tunnels and clients use. */
  addresses: PerimeterAddress[];
  /** Other traffic to the gateway. */
  services: PerimeterService[];
  /**
   * Networks behind tunnels and pools of clients, which the LAN's router reaches through the
   * gateway.
   */
  routes: { to: string; via: string }[];
}

/** Whether the firewall must translate to reach `to`, an address of the gateway. */
export function isTranslated({ addresses, translated }: Perimeter, to: string): boolean {
  return addresses.find(({ address }) => address === to)?.translated ?? translated;
}

/** Options of a firewall's rules. */
export interface PerimeterOptions {
  /** Name of the firewall's outside interface, in its own syntax. */
  outside?: string;
}

/** The outside interface of a kind of firewall where none is given: a guess. */
export const GUESSED_OUTSIDE = {
  nft: "eth0",
  iptables: "eth0",
  ios: "GigabitEthernet0/0",
} as const;

/** The comment that says so. */
export function guessComment(mark: "#" | "!", { outside }: PerimeterOptions, guess: string) {
  return outside === undefined
    ? [`${mark} ${guess} is a guess: put the name of the outside interface in its place`]
    : [];
}

/** UDP ports of IKE and of NAT traversal (RFC 7296, RFC 3948). */
export const IKE_PORTS = [500, 4500] as const;

/**
 * What a firewall upstream of `gateway` must do. Only IPv4 addresses: IPv6 is not translated.
 *
 * @throws {GatewrightError} (description) if it has neither tunnels nor clients, or no fixed
 *   address to forward to.
 */
export function perimeterOf(gateway: Gateway): Perimeter {
  const { network, name } = gateway;
  const tunnels = [...gateway.tunnels, ...gateway.clients.map(asTunnel)];
  if (tunnels.length === 0) {
    throw new GatewrightError("the gateway has neither tunnels nor clients", {
      kind: "description",
      where: gateway.file,
      why: "a firewall in front of it has nothing to forward",
      next: "describe a tunnel under `tunnels`, or clients under `clients`",
    });
  }
  const address = outsideAddress(gateway, tunnels);
  if (address === undefined) {
    throw new GatewrightError("the firewall cannot forward to an address that changes", {
      kind: "description",
      where: gateway.file,
      why: "the interface towards the default router has no fixed IPv4 address",
      next: "give it one under network.interfaces, such as 10.0.0.50/24",
    });
  }
  const spoken = new Map<string, Tunnel[]>();
  for (const tunnel of tunnels) {
    const outer = outerAddress(gateway, tunnel) ?? "";
    // IPv6 peers need no forwarding.
    const own = parseAddress(outer, 4) ? outer : parseAddress(outer, 6) ? undefined : address;
    if (own !== undefined) spoken.set(own, [...spoken.get(own) ?? [], tunnel]);
  }
  if (spoken.size === 0) spoken.set(address, tunnels);
  const addresses = [...spoken].map(([own, those]) => addressFor(own, those))
    .sort((a, b) => Number(b.address === address) - Number(a.address === address));
  return {
    name,
    ...addresses[0]!,
    addresses,
    services: servicesOf(gateway, address),
    routes: routesBack(network.interfaces, tunnels, address),
  };
}

function addressFor(address: string, tunnels: readonly Tunnel[]): PerimeterAddress {
  const peers = tunnels.map(({ peer }) => peer);
  const fixed = peers.every((peer) => parseAddress(peer, 4) !== undefined);
  return {
    address,
    translated: isPrivate(parsePrefix(address)!),
    peers: fixed ? [...new Set(peers)] : [],
    protocols: [...new Set(tunnels.map(({ protocol }) => protocol))].sort(),
  };
}

/**
 * The one address that all tunnels use, such as a shared one; else the address towards the router.
 */
function outsideAddress(gateway: Gateway, tunnels: readonly Tunnel[]): string | undefined {
  const { network } = gateway;
  const [spoken, ...others] = new Set(
    tunnels.map((tunnel) => outerAddress(gateway, tunnel) ?? "")
      .filter((text) => parseAddress(text, 4)),
  );
  if (spoken !== undefined && others.length === 0) return spoken;
  const router = network.gateway === undefined ? undefined : parseAddress(network.gateway, 4);
  const prefixes = network.interfaces.flatMap(networksOf);
  const towards = router && prefixes.find(({ prefix }) => overlaps(prefix, router));
  return (towards ?? (prefixes.length === 1 ? prefixes[0] : undefined))?.text.split("/")[0];
}

function networksOf(one: NetworkInterface): { text: string; prefix: Prefix }[] {
  return [one.address, ...one.aliases].flatMap((text) => {
    const prefix = text.includes("/") ? parsePrefix(text) : undefined;
    return prefix?.family === 4 ? [{ text, prefix }] : [];
  });
}

/**
 * Each remote network, with the gateway's address in the network that the tunnel protects:
 * preferably a shared one, and an outside one last.
 */
function routesBack(
  interfaces: readonly NetworkInterface[],
  tunnels: readonly Tunnel[],
  outside: string,
): Perimeter["routes"] {
  const carps = interfaces.filter((one) => one.carp);
  const plain = interfaces.filter((one) => !one.carp);
  const all = [...carps, ...plain].flatMap(networksOf);
  const isOutside = ({ prefix }: { prefix: Prefix }) => contains(prefix, parseAddress(outside)!);
  const own = [...all.filter((one) => !isOutside(one)), ...all.filter(isOutside)];
  const routes = new Map<string, string>();
  for (const { local, remote } of tunnels) {
    const inside = own.find(({ prefix }) =>
      local.some((text) => {
        const network = parsePrefix(text);
        return network !== undefined && overlaps(network, prefix);
      })
    );
    if (!inside) continue;
    for (const to of remote) {
      if (parsePrefix(to)?.family === 4 && !to.endsWith("/0")) {
        routes.set(to, inside.text.split("/")[0]!);
      }
    }
  }
  return [...routes].map(([to, via]) => ({ to, via }));
}
