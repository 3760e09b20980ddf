/**
 * Promise: the gateway's own traffic works: name servers, time, the mirror, its neighbours, and
 * hosts of its own networks.
 * @module
 */
import { packetWords } from "../trace/packet_words.ts";
import { addressOnly, parseAddress, parsePrefix, type Prefix } from "../../gateway/address.ts";
import { PrefixIndex } from "../../gateway/prefix_index.ts";
import type { NetworkInterface } from "../../gateway/gateway.ts";
import { type Packet, PROTOCOL } from "../pf/evaluate/packet.ts";
import { ownAddressTowards, routeTo } from "../trace/machine.ts";
import { answerTo } from "../pf/evaluate/state.ts";
import { trace } from "../trace/trace.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { because, blame, fieldOf, isRaw, type PromiseContext, tcp, udp } from "./promise.ts";

/** Reports the gateway's own traffic that its rules or flows block. */
export function checkOwnTraffic(context: PromiseContext): void {
  const { gateway, kernel } = context;
  const wanted: { what: string; to: Prefix; make: (from: Prefix, to: Prefix) => Packet }[] = [];
  for (const text of gateway.network.nameservers) {
    const to = parseAddress(text);
    if (to) wanted.push({ what: "asks its name server", to, make: (a, b) => udp(a, b, 53) });
  }
  for (const family of [4, 6] as const) {
    const to = strangerTo(namedNetworks(gateway), family);
    if (!to || !routeTo(kernel.machine.routes, to)) continue;
    wanted.push({ what: "asks for the time", to, make: (a, b) => udp(a, b, 123) });
    wanted.push({ what: "asks its mirror", to, make: (a, b) => tcp(a, b, 443) });
  }
  for (const to of neighbours(context)) {
    wanted.push({
      what: "answers the hosts of its own network",
      to,
      make: (a, b) => tcp(a, b, 80),
    });
  }
  for (const { what, to, make } of wanted) {
    const from = ownAddressTowards(kernel.machine, to);
    if (from && !goesAndReturns(context, make(from, to), what)) return;
  }
}

/** A host in each connected network, outside of what tunnels carry. */
function neighbours({ gateway, kernel }: PromiseContext): Prefix[] {
  const ours = kernel.machine.interfaces.flatMap(({ addresses }) =>
    addresses.flatMap(({ address }) => parseAddress(address) ?? [])
  );
  const own = new Set(ours.map(({ family, value }) => `${family} ${value}`));
  const remotes = PrefixIndex.of(
    gateway.tunnels.flatMap(({ remote }) => remote.flatMap((text) => parsePrefix(text) ?? []))
      .map((one) => [one, one] as const),
  );
  // A loopback network has no other hosts.
  const texts = gateway.network.interfaces.filter((one) => !/^lo[0-9]+$/.test(one.name))
    .flatMap((one) => [one.address, one.address6, ...one.aliases]);
  return texts.flatMap((text) => {
    const wire = text.includes("/") ? parsePrefix(text) : undefined;
    const host = wire &&
      hostIn(
        wire,
        (address) =>
          address.value === wire.value || own.has(`${address.family} ${address.value}`) ||
          remotes.overlapping(address).some(({ length }) => length > wire.length),
      );
    return wire && host && host.value !== wire.value ? [host] : [];
  });
}

/** False if there was a complaint. */
function goesAndReturns(context: PromiseContext, packet: Packet, what: string): boolean {
  const { kernel } = context;
  const there = trace(kernel, packet);
  // Packets to the gateway itself are answered by one of its programs.
  if (["unknown", "tunnel", "delivered"].includes(there.end.kind)) return true;
  const isNeighbour = packet.toPort === 80;
  if (there.end.kind !== "sent") return complain(context, there, packet, what);
  const back = trace(kernel, answerTo(there.packet), { on: there.end.on, states: there.states });
  if (back.end.kind === "delivered" || back.end.kind === "unknown") return true;
  return isNeighbour || complain(context, back, answerTo(there.packet), what);
}

function complain(
  context: PromiseContext,
  way: ReturnType<typeof trace>,
  packet: Packet,
  what: string,
): false {
  const { path, severity } = blame(way, ["firewall"]);
  context.report(
    path,
    severity,
    `the packets are blocked or lost when the gateway ${what}: ${packetWords(packet)}${
      because(context, way)
    }`,
    { rests: [["network"], ["firewall"], ["tunnels"]] },
  );
  return false;
}

/** Reports interfaces on which neighbour discovery, carp or pfsync is blocked. */
export function checkLinkTraffic(context: PromiseContext): void {
  const { machine } = context.kernel;
  for (const [index, one] of context.gateway.network.interfaces.entries()) {
    const hellos = helloPackets(one, context);
    for (const packet of [...linkPackets(one, context), ...hellos]) {
      const on = machine.seenOn(one.name);
      const decision = context.kernel.pf.decide({ packet, direction: "in", on });
      if (decision.result !== "block") continue;
      const field = fieldOf(decision.rule);
      const raw = field && isRaw(field) ? field : undefined;
      context.report(
        raw ?? ["network", "interfaces", index],
        raw || hellos.includes(packet) ? "warning" : "error",
        `${one.name} blocks traffic that its link needs: ${packetWords(packet)}` +
          (decision.rule ? `, by "${context.ruleText(decision.rule)}"` : "") +
          (hellos.includes(packet) && !raw
            ? `; add to firewall.allow: {on: ${one.name}, proto: ${
              protocolWord(packet.protocol)
            }, to: any}`
            : ""),
        { rests: [["firewall"]] },
      );
      break;
    }
  }
}

/** Reports if the two gateways of a pair cannot reach each other's sasyncd(8). */
export function checkSync(context: PromiseContext): void {
  const { failover } = context.gateway;
  const peer = failover && parseAddress(failover.peer);
  const own = peer && ownAddressTowards(context.kernel.machine, peer);
  if (!own) return;
  const ways = [
    { packet: tcp(peer, own, SASYNC), start: { on: failover.interface }, end: "delivered" },
    { packet: tcp(own, peer, SASYNC), start: {}, end: "sent" },
  ];
  for (const { packet, start, end } of ways) {
    const way = trace(context.kernel, packet, start);
    if (way.end.kind === end || way.end.kind === "unknown") continue;
    const { path, severity } = blame(way, ["failover"]);
    context.report(
      path,
      severity,
      `the two gateways cannot tell each other of their tunnels: ${packetWords(packet)}${
        because(context, way)
      }`,
      { rests: [["network"], ["firewall"]] },
    );
    return;
  }
}

/** The port of sasyncd(8). */
const SASYNC = 500;

const group = (text: string) => parseAddress(text)!;

/** The other gateway of a pair: a host in the network of the carp interface, or of its carpdev. */
function neighbourOf({ gateway }: PromiseContext, one: NetworkInterface): Prefix {
  const device = one.carp?.carpdev ?? one.pfsync?.syncdev;
  const near = [
    one,
    ...device === undefined ? [] : gateway.network.interfaces.filter(({ name }) => name === device),
  ];
  const own = near.flatMap((each) => [each.address, ...each.aliases])
    .flatMap((text) => text.includes("/") ? parsePrefix(text) ?? [] : [])
    .find(({ family, length }) => family === 4 && length < 32);
  return own && hostIn(own, [addressOnly(own)]) || group("192.0.2.2");
}

function linkPackets(one: NetworkInterface, context: PromiseContext): Packet[] {
  const { name, carp, pfsync } = one;
  const texts = [one.address6, ...one.aliases];
  const packets: Packet[] = [];
  const from = neighbourOf(context, one);
  const link = (protocol: number, many: string, peer: string | undefined) => {
    // With a peer, the other gateway sends to this one only.
    const sender = peer === undefined ? from : parseAddress(peer);
    const to = peer === undefined
      ? group(many)
      : sender && ownAddressTowards(context.kernel.machine, sender);
    if (sender && to) packets.push({ from: sender, to, protocol });
  };
  if (name.startsWith("carp")) link(PROTOCOL.carp, "224.0.0.18", carp?.peer);
  if (name.startsWith("pfsync")) link(PROTOCOL.pfsync, "224.0.0.240", pfsync?.syncpeer);
  if (texts.some((text) => text === "autoconf" || text.includes(":"))) {
    for (const type of [135, 136]) {
      packets.push({
        from: group("fe80::2"),
        to: group(type === 135 ? "ff02::1:ff00:1" : "ff02::1"),
        protocol: PROTOCOL.icmp6,
        icmp: { type, code: 0 },
      });
    }
  }
  return packets;
}

/** Daemons that send packets to a multicast group, for which there is no state. */
const HELLOS = [
  { daemon: "ospfd", group: "224.0.0.5", protocol: 89 },
  { daemon: "ospf6d", group: "ff02::5", protocol: 89 },
  { daemon: "ripd", group: "224.0.0.9", protocol: PROTOCOL.udp, port: 520 },
] as const;

const protocolWord = (protocol: number) => protocol === PROTOCOL.udp ? "udp, port: 520" : "ospf";

/** Packets from neighbouring routers to the routing daemons that are configured on an interface. */
function helloPackets(one: NetworkInterface, context: PromiseContext): Packet[] {
  const { rcConf, files } = context.gateway;
  return HELLOS.flatMap(({ daemon, group: many, protocol, ...rest }): Packet[] => {
    const flags = rcConf.get(`${daemon}_flags`);
    const file = files.find(({ path }) => path === `/etc/${daemon}.conf`);
    if (flags === undefined || flags.trim() === "NO" || file?.content.kind !== "text") return [];
    const [, , body = ""] = new RegExp(
      `^[^#\\n]*\\binterface[ \\t]+"?(${one.name})"?(?![\\w])[ \\t]*(\\{[^}]*\\})?`,
      "m",
    ).exec(file.content.text) ?? ["", "", "passive"];
    if (/\bpassive\b/.test(body)) return [];
    const to = group(many);
    const from = to.family === 6 ? group("fe80::2") : neighbourOf(context, one);
    const ports = "port" in rest ? { fromPort: rest.port, toPort: rest.port } : {};
    return [{ from, to, protocol, ...ports }];
  });
}
