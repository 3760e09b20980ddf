/**
 * The promise that what belongs into a tunnel never leaves in clear, whether the tunnel is up or down,
 * and that clear text which claims to come out of a tunnel is refused.
 * @module
 */
import { packetWords } from "../trace/packet_words.ts";
import { overlaps, parsePrefix, type Prefix } from "../../gateway/address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { flowOut } from "../trace/flows.ts";
import { isLocal, routeTo } from "../trace/machine.ts";
import { trace, type TraceOptions } from "../trace/trace.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import { hostIn } from "./probe.ts";
import { because, fieldOf, type Held, lastRule, tcp } from "./promise.ts";

/** Complains about each tunnel whose traffic can be seen outside, or forged from outside. */
export function checkClearText(held: Held): void {
  for (const [index, tunnel] of held.gateway.tunnels.entries()) {
    const pair = samplePair(held, tunnel);
    if (pair) {
      leaves(held, tunnel, index, pair);
      forged(held, tunnel, index, pair);
    }
  }
}

/** A host on this side, and one on the other, whose traffic takes this tunnel. */
function samplePair(held: Held, tunnel: Tunnel): { near: Prefix; far: Prefix } | undefined {
  const { machine } = held.kernel;
  const connected = machine.routes.filter(({ via, to }) => via === undefined && to.length > 0)
    .map(({ to }) => to);
  // So does what the local networks say to each other.
  const locals = tunnel.local.flatMap((text) => parsePrefix(text) ?? [])
    .filter(({ length }) => length > 0);
  const world = tunnel.remote.some((text) => parsePrefix(text)?.length === 0);
  for (const local of tunnel.local) {
    for (const remote of tunnel.remote) {
      const [one, other] = [parsePrefix(local), parsePrefix(remote)];
      if (!one || !other || one.family !== other.family) continue;
      // The gateway itself to everybody: it must reach others in clear (an L2TP server).
      if (world && isLocal(machine, one)) continue;
      const near = hostIn(one);
      // What is on a link of ours stays there, whatever the tunnel's remote network holds.
      const far = hostIn(other, [...connected, ...locals]);
      if (!near || !far || isLocal(machine, far)) continue;
      const flow = flowOut(machine.flows, tcp(near, far, 80));
      if (flow?.tunnel === tunnel) return { near, far };
    }
  }
  return undefined;
}

function leaves(
  held: Held,
  tunnel: Tunnel,
  index: number,
  { near, far }: { near: Prefix; far: Prefix },
): void {
  const { machine } = held.kernel;
  const packet = tcp(near, far, 80);
  const on = routeTo(machine.routes, near)?.on;
  const own = isLocal(machine, near);
  const down = new Set([tunnel.name]);
  const starts: TraceOptions[] = own || on === undefined ? [{}] : [{ on }];
  for (const start of starts) {
    const way = trace(held.kernel, packet, { ...start, down });
    if (way.end.kind !== "sent" || !isOutside(held, way.end.on)) continue;
    complain(held, index, way, `while ${tunnel.name} is down, its traffic leaves in clear`, packet);
    return;
  }
}

/** Clear text from outside, with the addresses of the tunnel's traffic. */
function forged(
  held: Held,
  tunnel: Tunnel,
  index: number,
  { near, far }: { near: Prefix; far: Prefix },
): void {
  const packet = tcp(far, near, 80);
  const outside = routeTo(held.kernel.machine.routes, far)?.on;
  if (outside === undefined || outside === routeTo(held.kernel.machine.routes, near)?.on) return;
  const way = trace(held.kernel, packet, { on: outside, down: new Set([tunnel.name]) });
  if (way.end.kind !== "sent" && way.end.kind !== "delivered") return;
  complain(
    held,
    index,
    way,
    `clear text on ${outside} that claims to come out of ${tunnel.name} is let in`,
    packet,
  );
}

/** Whether an interface leads to the default router, that is out of the house. */
function isOutside(held: Held, on: string): boolean {
  return held.kernel.machine.routes.some((route) => route.to.length === 0 && route.on === on) ||
    !held.kernel.machine.routes.some((route) => route.on === on && overlaps(route.to, route.to));
}

function complain(
  held: Held,
  index: number,
  way: ReturnType<typeof trace>,
  what: string,
  packet: Packet,
): void {
  const field = fieldOf(lastRule(way));
  const raw = field?.[0] === "firewall" && field[1] === "rules";
  held.report(
    raw ? field : ["tunnels", index],
    raw ? "warning" : "error",
    `${what}: ${packetWords(packet)}${because(held, way)}`,
    { rests: [["network"], ["firewall"]] },
  );
}
