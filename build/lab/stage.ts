/**
 * The network of a case: a gateway and its far end on the two sides of a router that represents the
 * Internet, and a host behind each.
 * @module
 */
import { parseAddress, parsePrefix } from "../../gateway/address.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { isBehindNat, outerAddress } from "../../gateway/outer_address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import type { Cable, LabNode } from "./case.ts";
import { hostIn, type Probe, probesOf } from "./probes.ts";
import { addressesOf, withoutLength } from "../../gateway/own_addresses.ts";

/** Substitutes for unknown addresses, by family. */
const UNKNOWN = {
  4: { gateway: "203.0.113.129", far: "198.51.100.129", router: "192.0.2.129" },
  6: { gateway: "2001:db8:aa::129", far: "2001:db8:bb::129", router: "" },
};

/** Addresses of the cables, which no tunnel carries. */
const CABLES = {
  4: {
    router: ["169.254.0.1", "169.254.0.2"],
    inside: ["169.254.1.1", "169.254.1.2", "169.254.2.1", "169.254.2.2"],
  },
  6: {
    router: ["fd1a:b::1", "fd1a:b::2"],
    inside: ["fd1a:b:1::1", "fd1a:b:1::2", "fd1a:b:2::1", "fd1a:b:2::2"],
  },
} as const;

/** A network, with the data that a case needs. */
export interface Stage {
  nodes: LabNode[];
  cables: Cable[];
  /** Lines of sh(1) that set up the router. */
  begin: string[];
  /** The gateway's own address, and its address as the far end sees it. */
  gateway: string;
  seen: string;
  far: string;
  /** The far end sees the address of a router with NAT. */
  nat: boolean;
  /** One probe for each pair of networks. */
  probes: Probe[];
  /** Notes about substitutes. */
  notes: string[];
}

/** Options of {@linkcode stage}. */
export interface StageOptions {
  /** Put a router with NAT in front of the gateway, even if its address is public. IPv4 only. */
  nat?: boolean;
  /** The far end is a client that gets an address from the gateway: no host is behind it. */
  dialsIn?: boolean;
}

/** The network for `tunnel` of `gateway`; its nodes have no files yet except `/etc/hosts`. */
export function stage(gateway: Gateway, tunnel: Tunnel, options: StageOptions = {}): Stage {
  const notes: string[] = [];
  const known = outerAddress(gateway, tunnel);
  const peer = peerAddress(tunnel.peer, known);
  const family = parseAddress(known ?? peer ?? "0.0.0.0")!.family;
  const own = known ?? UNKNOWN[family].gateway;
  if (known === undefined) notes.push(`the gateway has ${own}, as from DHCP`);
  const far = peer ?? UNKNOWN[family].far;
  if (far !== tunnel.peer && !options.dialsIn) {
    notes.push(`the far end, ${tunnel.peer} in the description, has ${far}`);
  }
  const natural = isBehindNat(own) && !isBehindNat(far);
  const nat = family === 4 && (natural || options.nat === true);
  const seen = nat ? UNKNOWN[4].router : own;
  if (natural) {
    notes.push(`a router before the gateway translates ${own} to ${seen} and forwards IKE`);
  }
  const addresses = ownAddresses(gateway);
  const probes = probesOf(tunnel, own, far, addresses);
  const near = (node: string) =>
    probes.filter((one) => one.near.node === node).map((one) => one.near.address);
  const remote = options.dialsIn
    ? []
    : probes.filter((one) => one.far.node === "hostb").map((one) => one.far.address);
  const names = gateway.tunnels.filter((one) => one.peer !== "any" && !parsePrefix(one.peer));
  const inside = [...new Set(addresses)].filter((one) => one !== own);
  // iked.conf may refer to the interface with the local address.
  const { localAddress = "" } = tunnel;
  const card = /^[a-z]\w{0,14}$/.test(localAddress) ? localAddress : "out";
  return {
    nodes: [
      {
        ...endNode("gateway", gateway.hostname, own, 0, near("hosta"), card),
        files: [
          hosts(
            names.map((one) => [one.peer, one.peer === tunnel.peer ? far : UNKNOWN[family].far]),
          ),
        ],
      },
      routerNode(own, far, nat ? seen : undefined),
      endNode("far", "far", far, 1, remote),
      hostNode("hosta", 0, near("hosta")),
      hostNode("hostb", 1, remote),
    ].map((node) =>
      node.name === "gateway"
        ? {
          ...node,
          network: [...node.network, ...inside.map((one) => `addr add ${full(one)} dev in`)],
        }
        : node
    ),
    cables: [
      ["gateway", card, "middle", "near"],
      ["far", "out", "middle", "far"],
      ["gateway", "in", "hosta", "eth"],
      ["far", "in", "hostb", "eth"],
    ],
    begin: [...(nat ? [`nat_router ${own} ${seen}`] : [])],
    gateway: own,
    seen,
    far,
    nat,
    probes,
    notes,
  };
}

/** The far end's address, if it is in the description, or the network it is in. */
function peerAddress(peer: string, own: string | undefined): string | undefined {
  if (parseAddress(peer)) return peer;
  if (!parsePrefix(peer)) return undefined;
  const taken = own ? [parsePrefix(own)!] : [];
  return hostIn(peer, "far", taken, [], { own: "far", host: "far" }).address;
}

function ownAddresses({ network }: Gateway): string[] {
  return network.interfaces.flatMap(addressesOf).map(withoutLength);
}

function hosts(names: [name: string, address: string][]) {
  const lines = ["127.0.0.1 localhost", ...names.map(([name, address]) => `${address} ${name}`)];
  return { path: "/etc/hosts", content: `${lines.join("\n")}\n`, mode: 0o644 };
}

/** `address` with its full length. */
function full(address: string): string {
  return `${address}/${address.includes(":") ? 128 : 32}`;
}

/** A gateway or far end: `out` leads to the router, `in` to its host. */
function endNode(
  name: string,
  hostname: string,
  own: string,
  side: 0 | 1,
  hosts: string[],
  card = "out",
): LabNode {
  const family = own.includes(":") ? 6 : 4;
  const router = CABLES[family].router[side];
  const lines = [
    `addr add ${full(own)} dev ${card}`,
    `link set ${card} up`,
    "link set in up",
    `route add ${full(router)} dev ${card} src ${own}`,
    `route add default via ${router} dev ${card} src ${own}`,
  ];
  for (const each of [4, 6] as const) {
    const inside = CABLES[each].inside;
    lines.push(`addr add ${inside[side * 2]}/${each === 4 ? 30 : 64} dev in`);
    for (const host of new Set(hosts.filter((one) => one.includes(":") === (each === 6)))) {
      lines.push(`route add ${full(host)} via ${inside[side * 2 + 1]} dev in`);
    }
    // Without a default route the sender would get an error at once; the packet must reach the
    // tunnel.
    if (each !== family) lines.push(`route add default via ${inside[side * 2 + 1]} dev in`);
  }
  return { name, hostname, files: [], network: lines };
}

function hostNode(name: string, side: 0 | 1, addresses: string[]): LabNode {
  const lines = ["link set eth up"];
  for (const each of [4, 6] as const) {
    const [gateway, own] = CABLES[each].inside.slice(side * 2);
    lines.push(
      `addr add ${own}/${each === 4 ? 30 : 64} dev eth`,
      `route add default via ${gateway} dev eth`,
    );
  }
  for (const address of new Set(addresses)) lines.push(`addr add ${full(address)} dev eth`);
  return { name, hostname: name, files: [], network: lines };
}

function routerNode(own: string, far: string, seen: string | undefined): LabNode {
  const lines = ["link set near up", "link set far up"];
  for (const [side, address] of [["near", own], ["far", far]] as const) {
    const routers = CABLES[address.includes(":") ? 6 : 4].router;
    lines.push(`addr add ${full(routers[side === "near" ? 0 : 1])} dev ${side}`);
    lines.push(`route add ${full(address)} dev ${side}`);
  }
  if (seen) lines.push(`addr add ${full(seen)} dev far`);
  // Peers of other tunnels are blackholed.
  lines.push(
    "route add blackhole default metric 4000",
    "-6 route add blackhole default metric 4000",
  );
  return { name: "middle", hostname: "middle", files: [], network: lines };
}
