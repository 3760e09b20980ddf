/**
 * Promise: only those named in the description get in. Strangers are tried on every outer
 * interface, against the gateway and the hosts behind it.
 * @module
 */
import { portRange } from "../../gateway/openbsd/services.ts";
import { packetWords } from "../trace/packet_words.ts";
import { addressOnly, overlaps, parsePrefix, type Prefix } from "../../gateway/address.ts";
import type { AllowRule } from "../../gateway/gateway.ts";
import { type Packet, PROTOCOL } from "../pf/evaluate/packet.ts";
import { routeTo } from "../trace/machine.ts";
import { trace } from "../trace/trace.ts";
import { OpenRules } from "./open_rules.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { because, fieldOf, lastRule, type PromiseContext, tcp, udp } from "./promise.ts";
import { skipOf } from "./skipped.ts";

/** Ports to try as a stranger. */
const PORTS = [22, 80, 445, 8443];

/** What is reported already. */
interface Found {
  said: Set<string>;
  /** Rules that let strangers in on every port. */
  open: OpenRules;
}

/**
 * Reports packets of a stranger that get in although no field lets them, and rules that let
 * strangers in on every port.
 */
export function checkOpenings(context: PromiseContext): void {
  const known = namedNetworks(context.gateway);
  const found: Found = { said: new Set(), open: new OpenRules(context) };
  for (const family of [4, 6] as const) {
    const stranger = strangerTo(known, family);
    const on = stranger && routeTo(context.kernel.machine.routes, stranger)?.on;
    if (!stranger || on === undefined) continue;
    for (const uplink of new Set([on, ...otherUplinks(context)])) {
      for (const target of targets(context, family, uplink)) {
        tryTarget(context, stranger, uplink, target, found);
      }
    }
  }
  found.open.report();
}

/** Interfaces that a rule names a router on, for answers: strangers come in there too. */
function otherUplinks({ gateway, kernel }: PromiseContext): string[] {
  return gateway.firewall.allow.flatMap(({ on, replyTo }) =>
    replyTo === undefined || on === undefined || !kernel.machine.routes.some((one) => one.on === on)
      ? []
      : [on]
  );
}

/** The gateway's addresses, and a host in each network behind it. */
function targets(context: PromiseContext, family: 4 | 6, outside: string): Prefix[] {
  const found = new Map<string, Prefix>();
  const add = (one: Prefix | undefined) => one && found.set(`${one.family} ${one.value}`, one);
  for (const one of context.gateway.network.interfaces) {
    for (const text of [one.address, one.address6, ...one.aliases]) {
      const own = text.includes("/") ? parsePrefix(text) : undefined;
      if (own?.family !== family) continue;
      add(addressOnly(own));
      if (one.name !== outside) add(hostIn(own, [addressOnly(own)]));
    }
  }
  // Many tunnels have the same few networks: one host of each is enough.
  for (const tunnel of context.gateway.tunnels) {
    for (const text of [...tunnel.local, ...tunnel.remote]) {
      const network = parsePrefix(text);
      if (network?.family === family && network.length > 0) add(hostIn(network));
    }
  }
  return [...found.values()];
}

function tryTarget(
  context: PromiseContext,
  stranger: Prefix,
  on: string,
  target: Prefix,
  { said, open }: Found,
): void {
  const echo = stranger.family === 4 ? PROTOCOL.icmp : PROTOCOL.icmp6;
  const packets: Packet[] = [
    ...PORTS.map((port) => tcp(stranger, target, port)),
    udp(stranger, target, 161),
    { from: stranger, to: target, protocol: echo },
  ];
  for (const packet of packets) {
    const way = trace(context.kernel, packet, { on });
    const { kind } = way.end;
    if (kind !== "delivered" && kind !== "sent" && kind !== "tunnel") continue;
    // The gateway itself answers pings from any address.
    if (kind === "delivered" && packet.protocol === echo) continue;
    const field = fieldOf(lastRule(firstPass(way)));
    // A redirect states its sources, also if it leads to a program on the gateway.
    if (field?.[1] === "redirect") continue;
    if (isNamed(context, packet, way.packet)) {
      if (field?.[1] === "allow" && (kind !== "sent" || way.end.on !== on)) {
        open.add(Number(field[2]), packet, on, kind === "delivered");
      }
      continue;
    }
    // One packet for each rule and each side is enough.
    const key = `${field} ${kind === "delivered"}`;
    if (said.has(key)) return;
    said.add(key);
    const skip = way.steps[0]?.decision?.by === "skip" ? skipOf(context.gateway, on) : undefined;
    context.report(
      skip?.path ?? field ?? ["firewall"],
      field?.[1] === "rules" ? "warning" : "error",
      `a stranger gets ${kind === "delivered" ? "to the gateway" : "behind the gateway"}: ` +
        `${packetWords(packet)}${skip ? `, by "${skip.text}"` : because(context, firstPass(way))}`,
      {
        rests: [["network"], ["firewall"], ["tunnels"]],
        ...(skip ? { character: skip.character } : {}),
      },
    );
    return;
  }
}

/** The trace up to its first step in pf, whose rule let the packet in. */
function firstPass(way: ReturnType<typeof trace>): ReturnType<typeof trace> {
  const at = way.steps.findIndex(({ decision }) => decision?.rule);
  return { ...way, steps: way.steps.slice(0, at + 1) };
}

/**
 * Whether a field of the description lets the packet in: an `allow`, or a redirect to its
 * destination.
 */
function isNamed(context: PromiseContext, packet: Packet, became: Packet): boolean {
  const { firewall } = context.gateway;
  if (packet.to.value !== became.to.value) return true;
  return firewall.allow.some((rule) => allows(rule, packet));
}

function allows(rule: AllowRule, packet: Packet): boolean {
  const within = (list: readonly string[], address: Prefix) =>
    list.length === 0 || list.some((text) => {
      // In a list of several, pf(4) makes a rule of each, so that the others match what it excludes.
      if (text.startsWith("!")) return list.length === 1 && !isWithin(text.slice(1), address);
      if (text === "any" || text.startsWith("<") || text.startsWith("(")) return true;
      return isWithin(text, address);
    });
  if (!within(rule.from, packet.from) || !within(rule.to, packet.to)) return false;
  if (rule.port.length === 0 || packet.toPort === undefined) return true;
  return rule.port.some((text) => {
    const [first, last] = portRange(text);
    return Number.isNaN(first) || packet.toPort! >= first && packet.toPort! <= last;
  });
}

function isWithin(text: string, address: Prefix): boolean {
  const prefix = parsePrefix(text.trim());
  return prefix !== undefined && overlaps(prefix, address);
}
