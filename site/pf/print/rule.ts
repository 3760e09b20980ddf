/**
 * Prints rules.
 * @module
 */
import type { Actions, BlockReturn, Matches, RuleBody } from "../model/rule.ts";
import { icmpCodeName } from "../names/icmp.ts";
import { printEnd, printId, printInterface, printOn } from "./host.ts";
import {
  printAssignments,
  printDivert,
  printIcmp,
  printLog,
  printPool,
  printScrub,
  printState,
  printTos,
} from "./options.ts";
import { listed, quoted, word } from "./word.ts";

/** A `pass`, `block` or `match` rule on one line. Throws if a name cannot be written. */
export function printRule(rule: RuleBody): string {
  return [
    rule.action,
    ...(rule.action === "block" && rule.blockReturn ? [printBlockReturn(rule.blockReturn)] : []),
    ...(rule.direction ? [rule.direction] : []),
    ...(rule.log ? [printLog(rule.log)] : []),
    ...(rule.quick ? ["quick"] : []),
    ...printMatches(rule),
  ].join(" ");
}

function printBlockReturn(one: BlockReturn): string {
  if (one.kind === "return-rst") return one.ttl ? `return-rst (ttl ${one.ttl})` : "return-rst";
  if (one.kind !== "return-icmp") return one.kind;
  const { code, code6 } = one;
  const name6 = code6 === undefined ? undefined : icmpCodeName("icmp6", 1, code6) ?? code6;
  if (code === undefined) return name6 === undefined ? "return-icmp" : `return-icmp6 (${name6})`;
  const name = icmpCodeName("icmp", 3, code) ?? code;
  return name6 === undefined ? `return-icmp (${name})` : `return-icmp (${name}, ${name6})`;
}

/** Everything after `quick`. */
export function printMatches(rule: Matches & Actions): string[] {
  const ends = [...printEnd("from", rule.from, false), ...printEnd("to", rule.to, false)];
  return [
    ...printOn(rule.on),
    ...(rule.family ? [rule.family] : []),
    ...list("proto", rule.protocols),
    ...(ends.length === 0
      ? ["all"]
      : [...printEnd("from", rule.from, true), ...printEnd("to", rule.to, true)]),
    ...filterOptions(rule),
    ...(rule.state ? [printState(rule.state)] : []),
    ...(rule.probability === undefined ? [] : [`probability ${rule.probability}%`]),
    ...(rule.fragment ? ["fragment"] : []),
    ...(rule.scrub ? printScrub(rule.scrub) : []),
    ...(rule.allowOpts ? ["allow-opts"] : []),
    ...(rule.label === undefined ? [] : [`label ${quoted(rule.label)}`]),
    ...(rule.once ? ["once"] : []),
    ...(rule.tag === undefined ? [] : [`tag ${word(rule.tag)}`]),
    ...(rule.tagged ? [`${rule.tagged.not ? "! " : ""}tagged ${word(rule.tagged.tag)}`] : []),
    ...(rule.rtable === undefined ? [] : [`rtable ${rule.rtable}`]),
    ...(rule.divert ? [printDivert(rule.divert)] : []),
    ...translations(rule),
  ];
}

function list(keyword: string, items: readonly string[] | undefined): string[] {
  return items && items.length > 0 ? [`${keyword} ${listed(items)}`] : [];
}

function filterOptions(rule: Matches & Actions): string[] {
  const { receivedOn, flags, icmp } = rule;
  const kind = icmp?.icmp6 ? "icmp6" : "icmp";
  return [
    ...(receivedOn
      ? [
        `${receivedOn.not ? "! " : ""}received-on ${printInterface({ ...receivedOn, not: false })}`,
      ]
      : []),
    ...list("user", rule.user?.map(printId)),
    ...list("group", rule.group?.map(printId)),
    ...(flags === undefined
      ? []
      : [`flags ${flags === "any" ? "any" : `${flags.set}/${flags.of}`}`]),
    ...list(`${kind}-type`, icmp?.types.map((one) => printIcmp(kind, one))),
    ...(rule.tos === undefined ? [] : [`tos ${printTos(rule.tos)}`]),
    ...(rule.prio === undefined ? [] : [`prio ${rule.prio}`]),
    ...(rule.maxPktRate
      ? [`max-pkt-rate ${rule.maxPktRate.limit}/${rule.maxPktRate.seconds}`]
      : []),
    ...(rule.set ? printAssignments(rule.set) : []),
  ];
}

function translations(rule: Actions): string[] {
  const { afTo, route } = rule;
  return [
    ...(rule.natTo ? [`nat-to ${printPool(rule.natTo)}`] : []),
    ...(rule.binatTo ? [`binat-to ${printPool(rule.binatTo)}`] : []),
    ...(rule.rdrTo ? [`rdr-to ${printPool(rule.rdrTo)}`] : []),
    ...(afTo
      ? [
        `af-to ${afTo.family} from ${printPool(afTo.from)}${
          afTo.to ? ` to ${printPool(afTo.to)}` : ""
        }`,
      ]
      : []),
    ...(route ? [`${route.kind} ${printPool(route.pool)}`] : []),
  ];
}
