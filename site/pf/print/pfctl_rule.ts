/**
 * Prints flat rules as `pfctl -sr` and `pfctl -nv` do.
 * @module
 */
import { formatAddress } from "../address.ts";
import { formatPrefix } from "../expand/host.ts";
import { isAny } from "../expand/label.ts";
import type { FlatEnd, FlatHost, FlatPool, FlatRule } from "../model/flat.ts";
import type { IdMatch, InterfaceMatch, Port } from "../model/host.ts";
import type { BlockReturn, StateOptions } from "../model/rule.ts";
import { icmpCodeName, icmpTypeName } from "../names/icmp.ts";
import { protocolName, TCP } from "../../../gateway/openbsd/protocols.ts";
import { printLog, printScrub, printStateOptions, printTos } from "./options.ts";

/** One rule, without the rules in an anchor. Not for parsing: labels and tags are not quoted. */
export function pfctlRule(rule: FlatRule): string {
  return [
    action(rule),
    rule.direction,
    rule.log && printLog(rule.log),
    rule.quick && "quick",
    rule.on && `on ${interfaceText(rule.on)}`,
    rule.family,
    rule.protocol !== undefined && `proto ${protocolName(rule.protocol) ?? rule.protocol}`,
    fromTo(rule),
    rule.receivedOn && `${rule.receivedOn.not ? "!" : ""}received-on ${rule.receivedOn.name}`,
    rule.user && `user ${idText(rule.user)}`,
    rule.group && `group ${idText(rule.group)}`,
    flags(rule),
    icmp(rule),
    rule.tos && `tos ${printTos(rule.tos)}`,
    rule.prio !== undefined && `prio ${rule.prio}`,
    rule.maxPktRate && `max-pkt-rate ${rule.maxPktRate.limit}/${rule.maxPktRate.seconds}`,
    assignments(rule),
    state(rule),
    rule.fragment && "fragment",
    ...(rule.scrub ? printScrub(rule.scrub) : []),
    rule.allowOpts && "allow-opts",
    rule.label && `label "${rule.label}"`,
    rule.once && "once",
    rule.tag && `tag ${rule.tag}`,
    rule.tagged && `${rule.tagged.not ? "! " : ""}tagged ${rule.tagged.tag}`,
    rule.rtable !== undefined && `rtable ${rule.rtable}`,
    divert(rule),
    translation(rule),
    rule.route && `${rule.route.kind} ${pool(rule.route.pool, "route")}`,
  ].filter((part) => typeof part === "string" && part !== "").join(" ");
}

function action(rule: FlatRule): string {
  if (rule.action === "anchor") {
    return rule.anchor?.name === undefined ? "anchor" : `anchor "${rule.anchor.name}"`;
  }
  return rule.action === "block" && rule.blockReturn
    ? `block ${blockReturn(rule.blockReturn, rule.family)}`
    : rule.action;
}

function blockReturn(one: BlockReturn, family: FlatRule["family"]): string {
  if (one.kind === "return-rst") return one.ttl ? `return-rst(ttl ${one.ttl})` : "return-rst";
  if (one.kind !== "return-icmp") return one.kind;
  const code = one.code ?? 3;
  const code6 = one.code6 ?? 4;
  const name = icmpCodeName("icmp", 3, code) ?? code;
  const name6 = icmpCodeName("icmp6", 1, code6) ?? code6;
  if (family === "inet") return `return-icmp(${name})`;
  return family === "inet6" ? `return-icmp6(${name6})` : `return-icmp(${name}, ${name6})`;
}

function interfaceText(on: InterfaceMatch): string {
  return `${on.not ? "! " : ""}${"rdomain" in on ? `rdomain ${on.rdomain}` : on.name}`;
}

function fromTo({ from, to }: FlatRule): string {
  const plain = (end: FlatEnd) =>
    isAny(end.host) && !("not" in end.host && end.host.not) && !end.port;
  if (plain(from) && plain(to) && from.os === undefined) return "all";
  const os = from.os === undefined ? "" : ` os "${from.os}"`;
  return `from ${endText(from)}${os} to ${endText(to)}`;
}

function endText({ host, port }: FlatEnd): string {
  const not = "not" in host && host.not ? "! " : "";
  return `${not}${hostText(host)}${port ? ` port ${compared(port)}` : ""}`;
}

/** An address without its negation. */
function hostText(host: FlatHost): string {
  switch (host.kind) {
    case "network":
      return isAny(host) ? "any" : formatPrefix(host.prefix);
    case "range":
      return `${formatAddress(host.first)} - ${formatAddress(host.last)}`;
    case "dynamic": {
      const modifiers = host.modifiers.map((one) => `:${one}`).join("");
      return `(${host.name}${modifiers})${host.length === undefined ? "" : `/${host.length}`}`;
    }
    case "table":
      return `<${host.name}>`;
    case "route":
      return `route "${host.label}"`;
    default:
      return host.kind;
  }
}

function compared(port: Port): string {
  if ("port" in port) return `${port.op} ${port.port}`;
  return port.op === ":" ? `${port.first}:${port.last}` : `${port.first} ${port.op} ${port.last}`;
}

function idText(match: IdMatch): string {
  return "id" in match ? `${match.op} ${match.id}` : `${match.first} ${match.op} ${match.last}`;
}

function flags(rule: FlatRule): string {
  if (rule.flags && rule.flags.of !== "") return `flags ${rule.flags.set}/${rule.flags.of}`;
  const stateful = rule.state !== undefined && rule.state.kind !== "no";
  const tcp = rule.protocol === undefined || rule.protocol === TCP;
  return stateful && tcp && !rule.fragment ? "flags any" : "";
}

function icmp({ icmp, family }: FlatRule): string {
  if (!icmp) return "";
  const kind = family === "inet6" ? "icmp6" : "icmp";
  const type = `${kind}-type ${icmpTypeName(kind, icmp.type) ?? icmp.type}`;
  if (icmp.code === undefined) return type;
  return `${type} code ${icmpCodeName(kind, icmp.type, icmp.code) ?? icmp.code}`;
}

function assignments({ set }: FlatRule): string {
  if (!set) return "";
  const { prio, queue, tos, delay } = set;
  const parts = [
    prio && (prio[0] === prio[1] ? `prio ${prio[0]}` : `prio(${prio[0]}, ${prio[1]})`),
    queue && (queue.length === 1 ? `queue ${queue[0]}` : `queue(${queue.join(", ")})`),
    tos !== undefined && `tos ${printTos(tos)}`,
    delay !== undefined && `delay ${delay}`,
  ];
  return `set (${parts.filter(Boolean).join(", ")})`;
}

function state(rule: FlatRule): string {
  const share = rule.probability === undefined ? [] : [`probability ${rule.probability}%`];
  if (!rule.state) return share.join(" ");
  const { kind } = rule.state;
  if (kind === "no") return ["no state", ...share].join(" ");
  const options = stateOptions(rule.state.options);
  return [
    ...(kind !== "keep" || options.length > 0 ? [`${kind} state`] : []),
    ...share,
    ...(options.length > 0 ? [`(${options.join(", ")})`] : []),
  ].join(" ");
}

/** In pf.conf syntax, without the default locking. */
function stateOptions({ lock, ...options }: StateOptions): string[] {
  return printStateOptions(lock === "if-bound" ? { ...options, lock } : options);
}

function divert({ divert }: FlatRule): string {
  if (!divert) return "";
  if (divert.kind === "reply") return "divert-reply";
  return divert.kind === "packet"
    ? `divert-packet port ${divert.port}`
    : `divert-to ${divert.address} port ${divert.port}`;
}

function translation({ afTo, natTo, rdrTo }: FlatRule): string {
  if (afTo) {
    const to = afTo.to ? ` to ${pool(afTo.to, "rdr")}` : "";
    return `af-to ${afTo.family} from ${pool(afTo.from, "nat")}${to}`;
  }
  return natTo ? `nat-to ${pool(natTo, "nat")}` : rdrTo ? `rdr-to ${pool(rdrTo, "rdr")}` : "";
}

function pool(one: FlatPool, use: "nat" | "rdr" | "route"): string {
  const { port, type } = one;
  const first = one.hosts[0]!;
  const host = one.table === undefined ? hostText(first) : `<${one.table}>`;
  return [
    host,
    ...(port && use !== "route"
      ? [`port ${port.first}${port.last === port.first ? "" : `:${port.last}`}`]
      : []),
    // The key is random if none is given, and a hash of one that is not a number.
    ...(type
      ? [type.kind === "source-hash" ? `source-hash ${type.key ?? ""}`.trim() : type.kind]
      : []),
    ...(one.sticky ? ["sticky-address"] : []),
    ...(one.staticPort ? ["static-port"] : []),
  ].join(" ");
}
