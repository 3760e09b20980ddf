/**
 * The network of a case: a gateway and its far end at the two sides of a router that stands for the
 * Internet, and a host behind each.
 * @module
 */
import { Buffer } from "node:buffer";
import ipaddr from "ipaddr.js";
import { parseAddress, parsePrefix, type Prefix, sameAddress } from "../../gateway/address.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { isPrivate, outerAddress } from "../../gateway/outer_address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import type { Cable, LabNode } from "./case.ts";

/** Stand-ins for addresses that no description knows, by family. */
const UNKNOWN = {
  4: { gateway: "203.0.113.129", far: "198.51.100.129", router: "192.0.2.129" },
  6: { gateway: "2001:db8:aa::129", far: "2001:db8:bb::129", router: "" },
};

/** Where hosts of "everywhere" (`0.0.0.0/0`, `::/0`) are: networks for benchmarks (RFC 2544, RFC 5180). */
const ANYWHERE = {
  4: { near: "198.18.0.10", far: "198.19.0.10" },
  6: { near: "2001:2::10", far: "2001:2:0:1::10" },
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

/** Two addresses between which packets are sent, with the nodes that have them. */
export interface Probe {
  near: { node: string; address: string };
  far: { node: string; address: string };
}

/** A network with all that a case needs to know of it. */
export interface Stage {
  nodes: LabNode[];
  cables: Cable[];
  /** Lines of sh(1) that the router begins with. */
  begin: string[];
  /** The gateway's own address, and that which the far end sees. */
  gateway: string;
  seen: string;
  far: string;
  /** The far end sees the address of a router with NAT. */
  nat: boolean;
  /** One for each pair of networks. */
  probes: Probe[];
  /** Sentences about what stands for what. */
  notes: string[];
}

/** How {@linkcode stage} is built. */
export interface StageOptions {
  /** Put a router with NAT before the gateway, also where its address needs none. IPv4 only. */
  nat?: boolean;
}

/** The network for `tunnel` of `gateway`; nodes have no files yet but `/etc/hosts`. */
export function stage(gateway: Gateway, tunnel: Tunnel, options: StageOptions = {}): Stage {
  const notes: string[] = [];
  const known = outerAddress(gateway, tunnel);
  const peer = parseAddress(tunnel.peer) ? tunnel.peer : undefined;
  const family = parseAddress(known ?? peer ?? "0.0.0.0")!.family;
  const own = known ?? UNKNOWN[family].gateway;
  if (known === undefined) notes.push(`the gateway has ${own}, as from DHCP`);
  const far = peer ?? UNKNOWN[family].far;
  if (peer === undefined) notes.push(`the far end, ${tunnel.peer} in the description, has ${far}`);
  const natural = isPrivate(own) && !isPrivate(far);
  const nat = family === 4 && (natural || options.nat === true);
  const seen = nat ? UNKNOWN[4].router : own;
  if (natural) {
    notes.push(`a router before the gateway translates ${own} to ${seen} and forwards IKE`);
  }
  const addresses = ownAddresses(gateway);
  const probes = probesOf(tunnel, own, far, addresses);
  const near = (node: string) =>
    probes.filter((one) => one.near.node === node).map((one) => one.near.address);
  const remote = probes.filter((one) => one.far.node === "hostb").map((one) => one.far.address);
  const names = gateway.tunnels.filter((one) => one.peer !== "any" && !parsePrefix(one.peer));
  const inside = [...new Set(addresses)].filter((one) => one !== own);
  return {
    nodes: [
      {
        ...endNode("gateway", gateway.hostname, own, 0, near("hosta")),
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
      ["gateway", "out", "middle", "near"],
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

function ownAddresses({ network }: Gateway): string[] {
  return network.interfaces.flatMap((one) => [one.address, one.address6, ...one.aliases])
    .filter((text) => parsePrefix(text)).map((text) => text.split("/")[0]!);
}

function hosts(names: [name: string, address: string][]) {
  const lines = ["127.0.0.1 localhost", ...names.map(([name, address]) => `${address} ${name}`)];
  return { path: "/etc/hosts", content: `${lines.join("\n")}\n`, mode: 0o644 };
}

/** `address` with the length of a single one. */
function full(address: string): string {
  return `${address}/${address.includes(":") ? 128 : 32}`;
}

/** For each pair of networks two addresses: of a host, or of the end itself where it is the network. */
function probesOf(tunnel: Tunnel, own: string, far: string, addresses: string[]): Probe[] {
  const taken = [own, far, ...addresses].flatMap((one) => parsePrefix(one) ?? []);
  if (tunnel.encapsulation === "transport") {
    return [{ near: { node: "gateway", address: own }, far: { node: "far", address: far } }];
  }
  return tunnel.local.flatMap((local) =>
    tunnel.remote.filter((remote) => remote.includes(":") === local.includes(":"))
      .map((remote): Probe => ({
        near: hostIn(local, "near", taken, addresses, { own: "gateway", host: "hosta" }),
        far: hostIn(remote, "far", taken, [far], { own: "far", host: "hostb" }),
      }))
  );
}

function hostIn(
  network: string,
  side: "near" | "far",
  taken: Prefix[],
  ofEnd: string[],
  nodes: { own: string; host: string },
): { node: string; address: string } {
  const { family, value, length } = parsePrefix(network)!;
  const bits = family === 4 ? 32 : 128;
  if (length === 0) return { node: nodes.host, address: ANYWHERE[family][side] };
  if (length === bits) {
    const address = network.split("/")[0]!;
    const same = ofEnd.some((one) => sameAddress(parsePrefix(one)!, { family, value, length }));
    return { node: same ? nodes.own : nodes.host, address };
  }
  const size = 1n << BigInt(bits - length);
  // The tenth, else the first that nobody has; a network of two has no address of its own.
  const candidates = size > 16n ? [10n, 11n, 12n, 13n, 14n] : size > 2n ? [1n, 2n] : [0n, 1n];
  const free =
    candidates.find((one) =>
      !taken.some((other) => sameAddress(other, { family, value: value + one, length: bits }))
    ) ?? candidates[0]!;
  return { node: nodes.host, address: addressText(family, value + free) };
}

function addressText(family: 4 | 6, value: bigint): string {
  const hex = value.toString(16).padStart(family === 4 ? 8 : 32, "0");
  return ipaddr.fromByteArray([...Buffer.from(hex, "hex")]).toString();
}

/** A gateway or far end: `out` leads to the router, `in` to its host. */
function endNode(
  name: string,
  hostname: string,
  own: string,
  side: 0 | 1,
  hosts: string[],
): LabNode {
  const family = own.includes(":") ? 6 : 4;
  const router = CABLES[family].router[side];
  const lines = [
    `addr add ${full(own)} dev out`,
    "link set out up",
    "link set in up",
    `route add ${full(router)} dev out src ${own}`,
    `route add default via ${router} dev out src ${own}`,
  ];
  for (const each of [4, 6] as const) {
    const inside = CABLES[each].inside;
    lines.push(`addr add ${inside[side * 2]}/${each === 4 ? 30 : 64} dev in`);
    for (const host of new Set(hosts.filter((one) => one.includes(":") === (each === 6)))) {
      lines.push(`route add ${full(host)} via ${inside[side * 2 + 1]} dev in`);
    }
    // Whoever has no way out answers at once; a packet for the tunnel is to reach it.
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
  // Peers of other tunnels are silent.
  lines.push(
    "route add blackhole default metric 4000",
    "-6 route add blackhole default metric 4000",
  );
  return { name: "middle", hostname: "middle", files: [], network: lines };
}
