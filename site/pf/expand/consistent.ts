/**
 * Checks the parts of a rule for consistency, as pfctl(8) does.
 * @module
 */
import type { FlatRule } from "../model/flat.ts";
import type { RuleBody } from "../model/rule.ts";
import type { Anchor, Rule } from "../model/rule_set.ts";
import { ICMP, ICMP6, TCP, UDP } from "../../../gateway/openbsd/protocols.ts";
import type { Complainer } from "./context.ts";

/** Faults of a rule regardless of its lists. */
export function checkRule(rule: Rule | Anchor, complain: Complainer): void {
  const { protocols = [], flags, from } = rule;
  if (protocols.length > 0 && !protocols.includes("tcp")) {
    if (flags !== undefined && flags !== "any") {
      complain.error("flags are for tcp only", "proto tcp");
    }
    if (from?.os?.length) complain.error("fingerprints (os) are for tcp only", "proto tcp");
  }
  if (rule.kind === "anchor") {
    if (rule.once) complain.error("once is for pass and block rules only");
    if (rule.natTo ?? rule.rdrTo ?? rule.binatTo ?? rule.afTo ?? rule.divert) {
      complain.warning(
        "an anchor translates and diverts nothing",
        "write it in the anchor's rules",
      );
    }
  } else if (rule.once && rule.action === "match") {
    complain.error("once is for pass and block rules only");
  }
  if (rule.afTo && rule.direction !== "in") {
    complain.error("af-to needs the direction in", "pass in");
  }
  if (rule.afTo && rule.route) {
    complain.error("af-to and route-to, reply-to or dup-to cannot be combined");
  }
  if (rule.route && rule.route.kind !== "dup-to" && !rule.direction) {
    complain.error(`${rule.route.kind} needs a direction`, "pass in or pass out");
  }
  if (rule.divert?.kind === "to" && rule.direction === "out") {
    complain.error("divert-to is for incoming packets", "pass in");
  }
  if (rule.divert?.kind === "reply" && rule.direction === "in") {
    complain.error("divert-reply is for outgoing packets", "pass out");
  }
}

/** Faults of one of the rules that lists expand to. */
export function checkFlat(flat: FlatRule, body: RuleBody, complain: Complainer): void {
  checkProtocol(flat, complain);
  checkFamily(flat, complain);
  if (flat.allowOpts && flat.action !== "pass" && flat.action !== "anchor") {
    complain.error("allow-opts is for pass rules only");
  }
  if (
    flat.fragment &&
    (flat.from.port || flat.to.port || flat.icmp || (flat.flags && flat.flags.of !== ""))
  ) complain.error("fragments have no ports, flags or icmp types to look at");
  const stateful = flat.state !== undefined && flat.state.kind !== "no";
  if (flat.route && !stateful && flat.action === "pass") {
    complain.error("route-to, reply-to and dup-to need state", "leave no state out");
  }
  const translated = flat.natTo ?? flat.rdrTo ?? flat.afTo;
  if (translated && flat.action !== "match" && !stateful) {
    complain.error(
      "nat-to, rdr-to and af-to need state",
      flat.action === "block" ? "pass in place of block" : "leave no state out",
    );
  }
  if (translated && !flat.direction) {
    complain.error(
      "nat-to and rdr-to need a direction",
      "match out for nat-to, pass in for rdr-to",
    );
  }
  if (
    flat.state?.options.sloppy && (flat.state.kind === "modulate" || flat.state.kind === "synproxy")
  ) {
    complain.error(`sloppy and ${flat.state.kind} state cannot be combined`);
  }
  if (flat.state?.kind === "synproxy" && flat.direction !== "in") {
    complain.warning("synproxy state has no effect on outgoing packets", "pass in");
  }
  checkAction(flat, body, complain);
}

function checkProtocol(flat: FlatRule, complain: Complainer): void {
  const { protocol } = flat;
  const ports = protocol === TCP || protocol === UDP;
  if (flat.from.os !== undefined && protocol !== TCP) {
    complain.error("fingerprints (os) are for tcp only", "proto tcp");
  }
  if (!ports && (flat.from.port || flat.to.port)) {
    complain.error("ports are for tcp and udp only", "proto tcp, proto udp or proto { tcp udp }");
  }
  if (!ports && flat.user) complain.error("user is for tcp and udp only", "proto { tcp udp }");
  if (!ports && flat.group) complain.error("group is for tcp and udp only", "proto { tcp udp }");
  if (flat.icmp && protocol !== ICMP && protocol !== ICMP6) {
    complain.error("types of icmp need proto icmp, those of icmp6 need proto icmp6");
  }
  if (flat.blockReturn?.kind === "return-rst" && protocol !== TCP) {
    complain.error("return-rst is for tcp only", "proto tcp, or block return");
  }
}

function checkFamily(flat: FlatRule, complain: Complainer): void {
  const { family, protocol, scrub } = flat;
  if (flat.icmp && !family) {
    complain.error("types of icmp need a family", "inet for icmp, inet6 for icmp6");
  }
  if (flat.afTo && flat.afTo.family === family) {
    complain.error(`af-to translates ${family} to the same family`);
  }
  if ((protocol === ICMP && family === "inet6") || (protocol === ICMP6 && family === "inet")) {
    const name = protocol === ICMP ? "icmp" : "icmp6";
    complain.error(
      `proto ${name} and the family ${family} cannot be combined`,
      protocol === ICMP ? "proto icmp6" : "proto icmp",
    );
  }
  if (family === "inet6" && (scrub?.noDf || scrub?.randomId)) {
    complain.error("scrub's no-df and random-id are for inet", "inet in the rule");
  }
}

function checkAction(flat: FlatRule, body: RuleBody, complain: Complainer): void {
  if (flat.action === "match") {
    if (flat.divert) complain.error("match rules cannot divert", "pass in place of match");
    if (body.route) complain.error("match rules cannot route", "pass in place of match");
    if (flat.afTo) complain.error("match rules cannot have af-to", "pass in place of match");
  }
  if (flat.action === "block" && body.route) {
    complain.error("block rules cannot route", "pass in place of block");
  }
}
