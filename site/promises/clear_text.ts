/**
 * Promise: traffic of a tunnel never leaves in clear, whether the tunnel is up or down, and clear
 * text from the networks behind a tunnel is refused.
 * @module
 */
import { packetWords } from "../trace/packet_words.ts";
import { overlaps, parseAddress, parsePrefix, type Prefix } from "../../gateway/address.ts";
import { PrefixIndex } from "../../gateway/prefix_index.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { formatAddress } from "../pf/address.ts";
import { type Flow, flowOut } from "../trace/flows.ts";
import { isLocal, routeTo } from "../trace/machine.ts";
import { trace, type TraceOptions } from "../trace/trace.ts";
import { type Packet, PROTOCOL } from "../pf/evaluate/packet.ts";
import { hostIn } from "./probe.ts";
import { because, blame, everyRule, fieldOf, type Held, isRaw } from "./promise.ts";

/** Reports each tunnel whose traffic could leave in clear, or be forged from outside. */
export function checkClearText(held: Held): void {
  const { flows, routes } = held.kernel.machine;
  const byTunnel = Map.groupBy(flows, ({ tunnel }) => tunnel);
  // Traffic on a link of ours stays there, even if a tunnel's remote network contains it.
  const connected = PrefixIndex.of(
    routes.filter(({ via, to }) => via === undefined && to.length > 0)
      .map(({ to }) => [to, true] as const),
  );
  for (const [index, tunnel] of held.gateway.tunnels.entries()) {
    const packet = samplePacket(held, tunnel, byTunnel.get(tunnel) ?? [], connected);
    if (packet) {
      leaves(held, tunnel, index, packet);
      forged(held, tunnel, index, packet);
    }
  }
}

/** A packet between both sides that the tunnel carries. */
function samplePacket(
  held: Held,
  tunnel: Tunnel,
  flows: readonly Flow[],
  connected: PrefixIndex<true>,
): Packet | undefined {
  const { machine } = held.kernel;
  // So does traffic between the local networks.
  const locals = tunnel.local.flatMap((text) => parsePrefix(text) ?? [])
    .filter(({ length }) => length > 0);
  const world = tunnel.remote.some((text) => parsePrefix(text)?.length === 0);
  const staysHere = (address: Prefix) =>
    connected.first(address) !== undefined || locals.some((one) => overlaps(one, address));
  for (const flow of flows) {
    // The gateway itself to any address: it must reach others in clear (an L2TP server).
    if (world && isLocal(machine, flow.from)) continue;
    const near = hostIn(flow.from);
    const far = hostIn(flow.to, staysHere);
    if (!near || !far || isLocal(machine, far)) continue;
    const protocol = flow.protocol ?? PROTOCOL.tcp;
    const ports = protocol === PROTOCOL.tcp || protocol === PROTOCOL.udp
      ? { fromPort: flow.fromPort ?? 50123, toPort: flow.toPort ?? 80 }
      : {};
    const packet: Packet = { from: near, to: far, protocol, ...ports };
    if (flowOut(machine.flows, packet)?.tunnel === tunnel) return packet;
  }
  return undefined;
}

function leaves(held: Held, tunnel: Tunnel, index: number, packet: Packet): void {
  const { machine } = held.kernel;
  const on = routeTo(machine.routes, packet.from)?.on;
  const start: TraceOptions = isLocal(machine, packet.from) || on === undefined ? {} : { on };
  // A rule with route-to takes packets out of a tunnel that is up.
  for (const down of [new Set([tunnel.name]), new Set<string>()]) {
    const way = trace(held.kernel, packet, { ...start, down });
    if (down.size === 0 && way.end.kind === "blocked") {
      takenAway(held, tunnel, way, packet);
      keptOut(held, index, way, packet);
    }
    if (down.size === 0 && way.end.kind === "tunnel") renamed(held, tunnel, index, way, packet);
    if (way.end.kind !== "sent" || !isOutside(held, way.end.on)) continue;
    const when = down.size > 0 ? `while ${tunnel.name} is down` : `although ${tunnel.name} is up`;
    complain(held, index, way, `${when}, its traffic leaves in clear text`, packet);
    return;
  }
}

/** A translation that names no interface is made on enc0 too, and the other end takes no such packets. */
function renamed(
  held: Held,
  tunnel: Tunnel,
  index: number,
  way: ReturnType<typeof trace>,
  packet: Packet,
): void {
  if (tunnel.nat !== undefined || way.packet.from.value === packet.from.value) return;
  if (way.end.kind === "tunnel" && way.end.tunnel !== tunnel.name) return;
  const rule = everyRule(held.kernel.flat.rules).find(({ natTo, on }) => natTo && on === undefined);
  const carried = tunnel.local.some((text) => {
    const network = parsePrefix(text);
    return network !== undefined && overlaps(network, way.packet.from);
  });
  // Who names enc0 means it.
  if (!rule || carried) return;
  const field = fieldOf(rule);
  const raw = field && isRaw(field) ? field : undefined;
  held.report(
    raw ?? ["tunnels", index],
    raw ? "warning" : "error",
    `what goes into ${tunnel.name} is translated before, to ${
      formatAddress(way.packet.from)
    }, which its other end does not take: ${packetWords(packet)}, by "${
      held.ruleText(rule)
    }"; name the interface outside behind on`,
    { rests: [["network"], ["firewall"]] },
  );
}

/** A rule with route-to applies to packets of a tunnel too, unless it excludes them. */
function takenAway(
  held: Held,
  tunnel: Tunnel,
  way: ReturnType<typeof trace>,
  packet: Packet,
): void {
  const rule = way.steps.find(({ decision }) => decision?.route)?.decision?.rule;
  const field = fieldOf(rule);
  if (!rule || !field) return;
  const raw = isRaw(field);
  held.report(
    raw ? field : [...field, "routeTo"],
    raw ? "warning" : "error",
    `traffic for ${tunnel.name} is routed elsewhere and blocked there: ${
      packetWords(packet)
    }, by "${held.ruleText(rule)}"; leave ${tunnel.remote.join(" and ")} out of its destinations`,
    { rests: [["tunnels"], ["network"], ["firewall"]] },
  );
}

/** Traffic that the local interface lets in, and the rules of the tunnel itself do not. */
function keptOut(
  held: Held,
  index: number,
  way: ReturnType<typeof trace>,
  packet: Packet,
): void {
  const { name, iface = "enc0" } = held.gateway.tunnels[index]!;
  const { path, severity } = blame(way, ["tunnels", index]);
  // The user's own block rule is taken as intended.
  if (severity === "warning" || way.steps.at(-2)?.where !== `out on ${iface}`) return;
  held.report(
    path,
    severity,
    `its traffic does not get into ${name}: ${packetWords(packet)}${because(held, way)}`,
    { rests: [["network"], ["firewall"]] },
  );
}

/** Clear text from outside, with the addresses of the tunnel's traffic. */
function forged(held: Held, tunnel: Tunnel, index: number, inside: Packet): void {
  const { from: near, to: far, ...rest } = inside;
  const packet: Packet = { ...rest, from: far, to: near };
  const { routes } = held.kernel.machine;
  const outside = routeTo(routes, far)?.on;
  if (outside === undefined || outside === routeTo(routes, near)?.on) return;
  const way = trace(held.kernel, packet, { on: outside, down: new Set([tunnel.name]) });
  if (way.end.kind !== "sent" && way.end.kind !== "delivered") return;
  complain(
    held,
    index,
    way,
    `clear text on ${outside} with addresses behind ${tunnel.name} is let in`,
    packet,
  );
}

/** Whether an interface leads to the default router, or to that of a rule. */
function isOutside(held: Held, on: string): boolean {
  const { allow } = held.gateway.firewall;
  const routers = allow.flatMap(({ routeTo: router }) => parseAddress(router ?? "") ?? []);
  const { routes } = held.kernel.machine;
  if (routers.some((router) => routeTo(routes, router)?.on === on)) return true;
  return held.kernel.machine.routes.some(({ to, on: by }) => to.length === 0 && by === on);
}

function complain(
  held: Held,
  index: number,
  way: ReturnType<typeof trace>,
  what: string,
  packet: Packet,
): void {
  const { path, severity } = blame(way, ["tunnels", index]);
  held.report(
    path,
    severity,
    `${what}: ${packetWords(packet)}${because(held, way)}`,
    { rests: [["network"], ["firewall"]] },
  );
}
