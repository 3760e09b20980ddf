/**
 * Whether a flat rule matches a packet: the tests of pf_match_rule in sys/net/pf.c, in order.
 * @module
 */
import type { FlatRule } from "../model/flat.ts";
import type { IdMatch, InterfaceMatch, Port } from "../model/host.ts";
import { interfacesOfName } from "../model/interface_names.ts";
import type { TcpFlags } from "../model/rule.ts";
import { type HostContext, hostMatch, type Subject } from "./match_host.ts";
import { isInterface, type PfMachine } from "./machine.ts";
import { allOf, type Answer, icmpOf, type Packet, type Passage, PROTOCOL } from "./packet.ts";

/** A rule with its matchers prepared. */
export interface ReadyRule {
  rule: FlatRule;
  /** Called for packets that passed {@linkcode couldMatch}. */
  matches: (passage: Passage, from: Subject, to: Subject) => Answer;
  /** Rules of an anchor, if known. */
  inner?: readonly ReadyRule[];
}

/** Prepares a rule. */
export function readyRule(rule: FlatRule, context: HostContext): ReadyRule {
  const from = hostMatch(rule.from.host, context);
  const to = hostMatch(rule.to.host, context);
  const rest = rarelyAsked(rule, context.machine);
  const inner = rule.anchor?.rules?.map((one) => readyRule(one, context));
  return {
    rule,
    matches: (passage, source, destination) => {
      const near = from(source, passage.on);
      if (near === false) return false;
      const far = to(destination, passage.on);
      return far !== false && othersMatch(rule, passage, near, far, rest);
    },
    ...(inner ? { inner } : {}),
  };
}

/** Whether a rule can match such packets at all: interface, direction, family and protocol. */
export function couldMatch(rule: FlatRule, passage: Passage, machine: PfMachine): boolean {
  if (rule.on && !onMatches(rule.on, passage.on, machine)) return false;
  return isAbout(rule, passage);
}

/** The same without interface and direction. */
export function isAbout(rule: FlatRule, { packet, direction }: Passage): boolean {
  if (rule.direction && rule.direction !== direction) return false;
  if (rule.family && (rule.family === "inet" ? 4 : 6) !== packet.from.family) return false;
  return rule.protocol === undefined || rule.protocol === 0 || rule.protocol === packet.protocol;
}

function onMatches(match: InterfaceMatch, on: string, machine: PfMachine): boolean {
  const found = "rdomain" in match
    ? (interfacesOfName(machine.interfaces, on)[0]?.rdomain ?? 0) === match.rdomain
    : isInterface(machine, match.name, on);
  return found !== (match.not ?? false);
}

function othersMatch(
  rule: FlatRule,
  passage: Passage,
  source: Answer,
  destination: Answer,
  rest: ((passage: Passage) => Answer) | undefined,
): Answer {
  if (!protocolMatches(rule, passage.packet, passage)) return false;
  if (source === true && destination === true) return rest ? rest(passage) : true;
  return allOf(rest ? [source, destination, rest(passage)] : [source, destination]);
}

/** Ports, flags and icmp types. A later fragment never matches a rule with any of them. */
function protocolMatches(rule: FlatRule, packet: Packet, passage: Passage): boolean {
  if (packet.fragment) {
    return !rule.from.port && !rule.to.port && !rule.icmp && !rule.user && !rule.group &&
      !(packet.protocol === PROTOCOL.tcp && rule.flags && rule.flags.of !== "");
  }
  if (rule.fragment) return false;
  const { protocol } = packet;
  if (protocol === PROTOCOL.tcp || protocol === PROTOCOL.udp) {
    if (protocol === PROTOCOL.tcp && rule.flags && !flagsMatch(rule.flags, packet.flags ?? "S")) {
      return false;
    }
    return portMatches(rule.from.port, packet.fromPort) && portMatches(rule.to.port, packet.toPort);
  }
  if (protocol === PROTOCOL.icmp || protocol === PROTOCOL.icmp6) return icmpMatches(rule, passage);
  return true;
}

function flagsMatch({ set, of }: TcpFlags, flags: string): boolean {
  const seen = [...of].filter((one) => flags.includes(one)).sort().join("");
  return seen === [...set].filter((one) => of.includes(one)).sort().join("");
}

/** icmp types whose packets never create a state: pf_icmp_mapping. */
const REPLIES = new Map<number, ReadonlySet<number>>([
  [PROTOCOL.icmp, new Set([0, 14, 16, 18])],
  [PROTOCOL.icmp6, new Set([129])],
]);
/** icmp types that belong to a state of another protocol. */
const ERRORS = new Map<number, ReadonlySet<number>>([
  [PROTOCOL.icmp, new Set([3, 4, 5, 11, 12])],
  [PROTOCOL.icmp6, new Set([1, 2, 3, 4])],
]);

/** Whether a packet is an icmp error, which belongs to the state of another packet. */
export function isIcmpError(packet: Packet): boolean {
  return ERRORS.get(packet.protocol)?.has(icmpOf(packet).type) ?? false;
}

function icmpMatches(rule: FlatRule, { packet }: Passage): boolean {
  const { type, code } = icmpOf(packet);
  if (rule.icmp) {
    if (rule.icmp.type !== type) return false;
    if (rule.icmp.code !== undefined && rule.icmp.code !== code) return false;
  }
  const keeps = rule.state !== undefined && rule.state.kind !== "no";
  return !(keeps && !rule.state?.options.sloppy && REPLIES.get(packet.protocol)?.has(type));
}

/** Whether `port` matches that of a rule; a packet without ports matches only rules without one. */
export function portMatches(match: Port | undefined, port: number | undefined): boolean {
  if (!match) return true;
  const number = port ?? 0;
  switch (match.op) {
    case "=":
      return number === match.port;
    case "!=":
      return number !== match.port;
    case "<":
      return number < match.port;
    case "<=":
      return number <= match.port;
    case ">":
      return number > match.port;
    case ">=":
      return number >= match.port;
    case ":":
      return number >= match.first && number <= match.last;
    case "><":
      return number > match.first && number < match.last;
    case "<>":
      return number < match.first || number > match.last;
  }
}

/**
 * For tcp and udp only. A forwarded packet has no local socket, which matches only `unknown` and
 * `!=` (pf_match_uid).
 */
function socketMatch(what: string, match: IdMatch): (passage: Passage) => Answer {
  return ({ packet: { protocol }, receivedOn }) => {
    if (protocol !== PROTOCOL.tcp && protocol !== PROTOCOL.udp) return true;
    if (receivedOn === undefined) return { notKnown: `the ${what} of the socket is not known` };
    if (!("id" in match)) return false;
    if (match.op === "=") return match.id === "unknown";
    return match.op === "!=" && match.id !== "unknown";
  };
}

/** Conditions that few rules have; undefined if this one has none. */
function rarelyAsked(
  rule: FlatRule,
  machine: PfMachine,
): ((passage: Passage) => Answer) | undefined {
  const asked: ((passage: Passage) => Answer)[] = [];
  const { tagged, receivedOn, user, group, probability } = rule;
  if (tagged) asked.push(({ tag }) => (tag === tagged.tag) !== tagged.not);
  if (receivedOn) {
    asked.push(({ receivedOn: came }) =>
      (came !== undefined && isInterface(machine, receivedOn.name, came)) !==
        (receivedOn.not ?? false)
    );
  }
  if (user) asked.push(socketMatch("user", user));
  if (group) asked.push(socketMatch("group", group));
  if (probability !== undefined) asked.push(() => ({ notKnown: "the rule has a probability" }));
  if (rule.maxPktRate) asked.push(() => ({ notKnown: "the rule has a packet rate" }));
  if (rule.tos !== undefined) asked.push(() => ({ notKnown: "the packet's tos is not known" }));
  if (rule.prio !== undefined) asked.push(() => ({ notKnown: "the packet's prio is not known" }));
  if (rule.from.os) asked.push(() => ({ notKnown: "the sender's operating system is not known" }));
  if (rule.once) asked.push(() => ({ notKnown: "the rule is removed after its first match" }));
  return asked.length === 0 ? undefined : (passage) => allOf(asked.map((ask) => ask(passage)));
}
