/**
 * Promise: a redirect reaches its host, and NAT lets its networks out.
 * @module
 */
import { addressOnly, isPrivate, parsePrefix, type Prefix } from "../../gateway/address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import type { AddressWord, AllowRule, NatRule, RedirectRule } from "../../gateway/firewall.ts";
import { isMadeLater } from "../../gateway/check/firewall_view.ts";
import { linksOf } from "../../gateway/network/links.ts";
import { protocolNumber } from "../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../gateway/openbsd/services.ts";
import { addressesOf } from "../pf/evaluate/machine.ts";
import { type Packet, PROTOCOL } from "../pf/evaluate/packet.ts";
import { answerTo } from "../pf/evaluate/state.ts";
import { flowIn } from "../trace/flows.ts";
import { routeTo } from "../trace/machine.ts";
import { packetWords } from "../trace/packet_words.ts";
import { type Trace, trace, type TraceOptions } from "../trace/trace.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { checkRedirectTargets } from "./redirect_target.ts";
import {
  because,
  fieldOf,
  lastRule,
  mayHaveMoreRoutes,
  type PromiseContext,
  tcp,
} from "./promise.ts";

/** Reports each redirect and each NAT rule that has no effect. */
export function checkTranslations(context: PromiseContext): void {
  for (const [index, rule] of context.gateway.firewall.redirect.entries()) {
    redirects(context, rule, index);
  }
  for (const [index, rule] of context.gateway.firewall.nat.entries()) {
    translates(context, rule, index);
  }
}

/** The first port of a list; for a range, its first. */
function firstPort(list: readonly string[]): number | undefined {
  const [word] = (list[0] ?? "").split(":").filter(Boolean);
  return word === undefined ? undefined : portNumber(word) ?? Number(word);
}

/** The destination of packets for a redirect. */
function redirectedAddress(
  context: PromiseContext,
  rule: RedirectRule,
  family: 4 | 6,
): Prefix | undefined {
  const { prefixes } = addressesOf(context.kernel.machine, rule.on, ["0"]);
  return firstAddress(rule.address) ?? prefixes.find((one) => one.family === family);
}

function redirected(rule: RedirectRule, from: Prefix, own: Prefix): Packet {
  const protocol = protocolNumber(rule.proto[0] ?? "tcp") ?? PROTOCOL.tcp;
  return { ...tcp(from, addressOnly(own), firstPort(rule.port) ?? 80), protocol };
}

function redirects(context: PromiseContext, rule: RedirectRule, index: number): void {
  const target = parsePrefix(rule.to[0] ?? "");
  const stranger = target && sender(context, rule.from, target.family);
  const own = target && redirectedAddress(context, rule, target.family);
  if (!stranger || !own || own.family !== stranger.family || stranger.family !== target.family) {
    return;
  }
  const { machine } = context.kernel;
  const back = routeTo(machine.routes, stranger)?.on;
  if (back === undefined) return;
  // The sender uses another uplink than that of the default route, or is inside and uses the outer
  // address.
  const wires = aroundOf(context).wires(rule.on);
  const on = wires.has(machine.seenOn(back)) ? back : [...wires][0] ?? back;
  const neighbour = on === back ? undefined : neighbourOn(context, on, [own, target]);
  const packet = redirected(rule, neighbour ?? stranger, own);
  const way = trace(context.kernel, packet, { on });
  if (way.end.kind === "unknown") return;
  // It may be meant for a program on the gateway itself (ftp-proxy(8), relayd(8)).
  const arrived = ["sent", "tunnel", "delivered"].includes(way.end.kind);
  if (arrived && rule.to.some((text) => parsePrefix(text)?.value === way.packet.to.value)) {
    if (on !== back && !neighbour) answersElsewhere(context, index, way, on);
    checkRedirectTargets(context, rule, index, way);
    return;
  }
  complain(
    context,
    ["firewall", "redirect", index],
    "reaches no such host",
    packet,
    way,
  );
}

/** A host in the private network of an interface. */
function neighbourOn(
  { kernel }: PromiseContext,
  on: string,
  others: readonly Prefix[],
): Prefix | undefined {
  const network = kernel.machine.routes.find((one) =>
    one.on === on && one.via === undefined && isPrivate(one.to) &&
    one.to.family === others[0]?.family
  );
  return network && hostIn(network.to, others.map(addressOnly));
}

/** Reports replies that leave through the default route, with an address of another uplink. */
function answersElsewhere(
  { kernel, report }: PromiseContext,
  index: number,
  there: Trace,
  on: string,
): void {
  const start = there.end.kind === "sent" ? { on: there.end.on } : {};
  const { end } = trace(kernel, answerTo(there.packet), { ...start, states: there.states });
  if (end.kind !== "sent" || kernel.machine.seenOn(end.on) === on) return;
  report(
    ["firewall", "redirect", index, "on"],
    "warning",
    `connections that come in on ${on} get answers that leave by ${end.on}, with an address of ${on}, which the provider there may drop; write it as a line of firewall.rules: pass in on ${on} ... rdr-to ... reply-to ADDRESS of the router there`,
    { rests: [["network"], ["firewall"]] },
  );
}

function translates(context: PromiseContext, rule: NatRule, index: number): void {
  let first: { packet: Packet; way: Trace; on?: string | undefined } | undefined;
  for (const packet of translated(context, rule)) {
    for (const start of startsOf(context, packet)) {
      const way = trace(context.kernel, packet, start);
      // Unknown hosts, and those behind a tunnel, may be intended.
      if (way.end.kind === "unknown" || way.end.kind === "tunnel") return;
      if (way.end.kind === "sent" && way.packet.from.value !== packet.from.value) {
        if (aroundOf(context).wires(rule.on).has(context.kernel.machine.seenOn(way.end.on))) return;
      }
      first ??= { packet, way, on: start.on };
    }
  }
  if (!first) return;
  const { packet, way, on } = first;
  // Blocked where it comes in, and not by a rule of the description.
  const unnamed = fieldOf(lastRule(way))?.[0] !== "firewall" && on !== undefined && on !== "enc0";
  const closed = way.end.kind === "blocked" && way.steps[0]?.decision?.result === "block" &&
    unnamed;
  const hint = closed
    ? `; let it in by firewall.allow: {on: ${on}, from: ${rule.from[0] ?? "any"}, to: any}`
    : "";
  complain(context, ["firewall", "nat", index], "translates nothing", packet, way, hint);
}

/**
 * Where a packet may come in: out of a tunnel, by the route back to it, or by a route that is added
 * later.
 */
function startsOf({ gateway, kernel }: PromiseContext, packet: Packet): TraceOptions[] {
  const { machine } = kernel;
  const tunnel = flowIn(machine.flows, packet)?.tunnel;
  if (tunnel) return [{ on: "enc0", from: tunnel }];
  const route = routeTo(machine.routes, packet.from);
  const starts = route ? [{ on: route.on }] : [];
  if (route && route.to.length > 0) return starts;
  const named = [
    ...gateway.firewall.allow.flatMap(({ on }) => on ?? []),
    ...gateway.firewall.rules.flatMap((line) => line.split(/[^\w]+/)),
  ];
  const later = new Set(named.filter(isMadeLater));
  const learned = mayHaveMoreRoutes(gateway) ? machine.interfaces.map(({ name }) => name) : [];
  return [...starts, ...[...later, ...learned].map((on) => ({ on }))];
}

/** Limit of packets that are tried per rule. */
const MOST_PACKETS = 400;

/** Data for the packets of all rules, computed once: thousands of rules need it. */
interface Around {
  /** A host that is not in the description. */
  stranger: (family: 4 | 6) => Prefix | undefined;
  /** Hosts behind tunnels and clients. */
  behind: readonly Prefix[];
  /** Hosts that rules pass packets to. */
  allowed: readonly Prefix[];
  /** Where pf(4) sees packets of an interface or group. */
  wires: (on: string) => ReadonlySet<string>;
  /** Hosts in the networks of an interface, and in all others. */
  sides: (on: string) => { inside: readonly Prefix[]; beyond: readonly Prefix[] };
}

const around = new WeakMap<PromiseContext, Around>();

function aroundOf(context: PromiseContext): Around {
  const known = around.get(context);
  if (known) return known;
  const { gateway, kernel } = context;
  const links = linksOf(gateway);
  const connected = kernel.machine.routes
    .filter(({ via, to }) => via === undefined && to.length > 0)
    .flatMap(({ to, on }) => {
      const host = hostIn(to);
      return host ? [{ host, on }] : [];
    });
  const networks = namedNetworks(gateway);
  const strangers = new Map(
    ([4, 6] as const).map((family) => [family, strangerTo(networks, family)]),
  );
  const sides = new Map<string, ReturnType<Around["sides"]>>();
  const wires = (on: string) =>
    new Set(
      links.filter(({ name, groups }) => name === on || groups.includes(on))
        .map(({ seenOn }) => seenOn),
    );
  const made: Around = {
    stranger: (family) => strangers.get(family),
    wires,
    behind: [...gateway.tunnels, ...gateway.clients.map(asTunnel)]
      .flatMap(({ remote }) => hostsOf(remote)),
    allowed: gateway.firewall.allow.flatMap(({ to }) => hostsOf(to)),
    sides: (on) => {
      const found = sides.get(on);
      if (found) return found;
      const own = wires(on);
      const of = (isOwn: boolean) =>
        connected.filter((one) => own.has(one.on) === isOwn).map(({ host }) => host);
      const both = { inside: of(false), beyond: of(true) };
      sides.set(on, both);
      return both;
    },
  };
  around.set(context, made);
  return made;
}

/** A host of each network in `words`. */
function hostsOf(words: readonly AddressWord[]): Prefix[] {
  return words.flatMap((word) => {
    const prefix = parsePrefix(word);
    return prefix ? hostIn(prefix) ?? [] : [];
  });
}

/** Packets that `rule` may match, the likeliest first. */
function* translated(context: PromiseContext, rule: NatRule): Generator<Packet> {
  const { allow, redirect } = context.gateway.firewall;
  const { stranger, behind, allowed, sides } = aroundOf(context);
  const { inside, beyond } = sides(rule.on);
  const strangers = ([4, 6] as const).flatMap((family) => stranger(family) ?? []);
  const isOpen = (words: readonly AddressWord[]) =>
    words.length === 0 || words.some((word) => parsePrefix(word) === undefined);
  const sources = [
    ...hostsOf(rule.from),
    ...(isOpen(rule.from) ? [...inside, ...behind, ...strangers] : []),
  ];
  const targets = [
    ...hostsOf(rule.to),
    ...(isOpen(rule.to) ? [...strangers, ...beyond, ...allowed] : []),
  ];
  let count = 0;
  for (const make of [wanted, ...allow.map(wantedBy)]) {
    for (const from of sources) {
      for (const to of targets) {
        if (from.family !== to.family) continue;
        if (count++ === MOST_PACKETS) return;
        yield make(from, to);
      }
    }
  }
  // A redirect sends strangers back out of the same interface.
  for (const one of redirect) {
    for (const from of sources) {
      for (const packet of redirectedBy(context, one, from)) {
        if (count++ === MOST_PACKETS) return;
        yield packet;
      }
    }
  }
}

function wanted(from: Prefix, to: Prefix): Packet {
  return tcp(from, to, 443);
}

/** Packets with a protocol and port that a rule passes. */
function wantedBy({ proto, port }: AllowRule): (from: Prefix, to: Prefix) => Packet {
  const protocol = protocolNumber(proto[0] ?? "tcp") ?? PROTOCOL.tcp;
  const hasPorts = protocol === PROTOCOL.tcp || protocol === PROTOCOL.udp;
  const toPort = firstPort(port) ?? 443;
  return (from, to) => hasPorts ? { ...tcp(from, to, toPort), protocol } : { from, to, protocol };
}

function redirectedBy(context: PromiseContext, rule: RedirectRule, from: Prefix): Packet[] {
  const own = redirectedAddress(context, rule, from.family);
  return own ? [redirected(rule, from, own)] : [];
}

/** A source that `from` lets in; a stranger if it is empty. */
function sender(
  context: PromiseContext,
  from: readonly AddressWord[],
  family: 4 | 6,
): Prefix | undefined {
  return from.length === 0 || from.includes("any")
    ? aroundOf(context).stranger(family)
    : firstAddress(from);
}

/** A host of the first network in `words`. */
function firstAddress(words: readonly AddressWord[]): Prefix | undefined {
  for (const word of words) {
    const prefix = parsePrefix(word);
    if (prefix) return hostIn(prefix);
  }
  return undefined;
}

function complain(
  context: PromiseContext,
  path: (string | number)[],
  what: string,
  packet: Packet,
  way: Trace,
  hint = "",
): void {
  context.report(
    path,
    "error",
    `it ${what}: ${packetWords(packet)}${because(context, way)}${hint}`,
    {
      rests: [["network"], ["firewall"], ["tunnels"]],
    },
  );
}
