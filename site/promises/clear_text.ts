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
import { because, blame, everyRule, fieldOf, isRaw, type PromiseContext } from "./promise.ts";

/** Reports each tunnel whose traffic could leave in clear, or be forged from outside. */
export function checkClearText(context: PromiseContext): void {
  const { flows, routes } = context.kernel.machine;
  const byTunnel = Map.groupBy(flows, ({ tunnel }) => tunnel);
  // Traffic on a link of ours stays there, even if a tunnel's remote network contains it.
  const connected = PrefixIndex.of(
    routes.filter(({ via, to }) => via === undefined && to.length > 0)
      .map(({ to }) => [to, true] as const),
  );
  for (const [index, tunnel] of context.gateway.tunnels.entries()) {
    const packet = samplePacket(context, tunnel, byTunnel.get(tunnel) ?? [], connected);
    if (packet) {
      leaves(context, tunnel, index, packet);
      forged(context, tunnel, index, packet);
    }
  }
}

/** A packet between both sides that the tunnel carries. */
function samplePacket(
  context: PromiseContext,
  tunnel: Tunnel,
  flows: readonly Flow[],
  connected: PrefixIndex<true>,
): Packet | undefined {
  const { machine } = context.kernel;
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

function leaves(context: PromiseContext, tunnel: Tunnel, index: number, packet: Packet): void {
  const { machine } = context.kernel;
  const on = routeTo(machine.routes, packet.from)?.on;
  const start: TraceOptions = isLocal(machine, packet.from) || on === undefined ? {} : { on };
  // A rule with route-to takes packets out of a tunnel that is up.
  for (const down of [new Set([tunnel.name]), new Set<string>()]) {
    const way = trace(context.kernel, packet, { ...start, down });
    if (down.size === 0 && way.end.kind === "blocked") {
      takenAway(context, tunnel, way, packet);
      keptOut(context, index, way, packet);
    }
    if (down.size === 0 && way.end.kind === "tunnel") renamed(context, tunnel, index, way, packet);
    if (way.end.kind !== "sent" || !isOutside(context, way.end.on)) continue;
    const when = down.size > 0 ? `while ${tunnel.name} is down` : `although ${tunnel.name} is up`;
    complain(context, index, way, `${when}, its traffic leaves in clear text`, packet);
    return;
  }
}

/** A translation that names no interface is made on enc0 too, and the other end takes no such packets. */
function renamed(
  context: PromiseContext,
  tunnel: Tunnel,
  index: number,
  way: ReturnType<typeof trace>,
  packet: Packet,
): void {
  if (tunnel.nat !== undefined || way.packet.from.value === packet.from.value) return;
  if (way.end.kind === "tunnel" && way.end.tunnel !== tunnel.name) return;
  const rule = everyRule(context.kernel.flat.rules).find(({ natTo, on }) =>
    natTo && on === undefined
  );
  const carried = tunnel.local.some((text) => {
    const network = parsePrefix(text);
    return network !== undefined && overlaps(network, way.packet.from);
  });
  // Who names enc0 means it.
  if (!rule || carried) return;
  const field = fieldOf(rule);
  const raw = field && isRaw(field) ? field : undefined;
  context.report(
    raw ?? ["tunnels", index],
    raw ? "warning" : "error",
    `what goes into ${tunnel.name} is translated first, to ${
      formatAddress(way.packet.from)
    }, which its other end does not accept: ${packetWords(packet)}, by "${
      context.ruleText(rule)
    }"; name the outside interface after on`,
    { rests: [["network"], ["firewall"]] },
  );
}

/** A rule with route-to applies to packets of a tunnel too, unless it excludes them. */
function takenAway(
  context: PromiseContext,
  tunnel: Tunnel,
  way: ReturnType<typeof trace>,
  packet: Packet,
): void {
  const rule = way.steps.find(({ decision }) => decision?.route)?.decision?.rule;
  const field = fieldOf(rule);
  if (!rule || !field) return;
  const raw = isRaw(field);
  context.report(
    raw ? field : [...field, "routeTo"],
    raw ? "warning" : "error",
    `traffic for ${tunnel.name} is routed elsewhere and blocked there: ${
      packetWords(packet)
    }, by "${context.ruleText(rule)}"; leave ${
      tunnel.remote.join(" and ")
    } out of its destinations`,
    { rests: [["tunnels"], ["network"], ["firewall"]] },
  );
}

/** Traffic that the local interface lets in, and the rules of the tunnel itself do not. */
function keptOut(
  context: PromiseContext,
  index: number,
  way: ReturnType<typeof trace>,
  packet: Packet,
): void {
  const { name, iface = "enc0" } = context.gateway.tunnels[index]!;
  const { path, severity } = blame(way, ["tunnels", index]);
  // The user's own block rule is taken as intended.
  if (severity === "warning" || way.steps.at(-2)?.where !== `out on ${iface}`) return;
  context.report(
    path,
    severity,
    `its traffic does not get into ${name}: ${packetWords(packet)}${because(context, way)}`,
    { rests: [["network"], ["firewall"]] },
  );
}

/** Clear text from outside, with the addresses of the tunnel's traffic. */
function forged(context: PromiseContext, tunnel: Tunnel, index: number, inside: Packet): void {
  const { from: near, to: far, ...rest } = inside;
  const packet: Packet = { ...rest, from: far, to: near };
  const { routes } = context.kernel.machine;
  const outside = routeTo(routes, far)?.on;
  if (outside === undefined || outside === routeTo(routes, near)?.on) return;
  const way = trace(context.kernel, packet, { on: outside, down: new Set([tunnel.name]) });
  if (way.end.kind !== "sent" && way.end.kind !== "delivered") return;
  complain(
    context,
    index,
    way,
    `clear text on ${outside} with addresses behind ${tunnel.name} is let in`,
    packet,
  );
}

/** Whether an interface leads to the default router, or to that of a rule. */
function isOutside(context: PromiseContext, on: string): boolean {
  const { allow } = context.gateway.firewall;
  const routers = allow.flatMap(({ routeTo: router }) => parseAddress(router ?? "") ?? []);
  const { routes } = context.kernel.machine;
  if (routers.some((router) => routeTo(routes, router)?.on === on)) return true;
  return context.kernel.machine.routes.some(({ to, on: by }) => to.length === 0 && by === on);
}

function complain(
  context: PromiseContext,
  index: number,
  way: ReturnType<typeof trace>,
  what: string,
  packet: Packet,
): void {
  const { path, severity } = blame(way, ["tunnels", index]);
  context.report(
    path,
    severity,
    `${what}: ${packetWords(packet)}${because(context, way)}`,
    { rests: [["network"], ["firewall"]] },
  );
}
