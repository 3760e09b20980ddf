/**
 * Parses the options after `from` and `to` in a rule, in any order.
 * @module
 */
import type { RuleBody, Scrub, State, TcpFlags } from "../model/rule.ts";
import type { IcmpKind } from "../names/icmp.ts";
import { readAssignments } from "./assignments.ts";
import { readIds, readPlainPort } from "./compare.ts";
import type { Cursor } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { readInterface } from "./interface.ts";
import { readFamilyTranslation, readPool } from "./pool.ts";
import { readState, UINT_MAX } from "./state.ts";
import type { Token } from "./token.ts";
import { readFlagLetters, readIcmp, readProbability, readTos } from "./values.ts";

/** A rule that is being parsed. */
export type RuleDraft = Draft<RuleBody>;

type Reader = (cursor: Cursor, rule: RuleDraft, token: Token) => void;

/** Refuses a duplicate option. */
function once(cursor: Cursor, token: Token, given: unknown): void {
  if (given !== undefined) cursor.refuse(token, `${token.text} is given twice`);
}

function flag(field: "fragment" | "allowOpts" | "once"): Reader {
  return (_cursor, rule) => void (rule[field] = true);
}

function id(what: "user" | "group"): Reader {
  return (cursor, rule) => {
    // pfctl puts those of a second `user` before those of the first.
    rule[what] = [...readIds(cursor, what), ...rule[what] ?? []];
  };
}

function icmp(kind: IcmpKind): Reader {
  return (cursor, rule, token) => {
    once(cursor, token, rule.icmp);
    const types = cursor.oneOrList(() => readIcmp(cursor, kind));
    rule.icmp = kind === "icmp6" ? { icmp6: true, types } : { types };
  };
}

function state(kind: State["kind"]): Reader {
  return (cursor, rule, token) => {
    once(cursor, { ...token, text: "state handling" }, rule.state);
    rule.state = readState(cursor, kind);
  };
}

function route(kind: "route-to" | "reply-to" | "dup-to"): Reader {
  return (cursor, rule, token) => {
    if (rule.route) {
      cursor.refuse(
        token,
        "route-to, reply-to and dup-to cannot be combined, and each can be given once",
      );
    }
    rule.route = { kind, pool: readPool(cursor, false) };
  };
}

function translation(field: "natTo" | "binatTo"): Reader {
  return (cursor, rule, token) => {
    if (rule.natTo ?? rule.binatTo ?? rule.afTo) {
      cursor.refuse(
        token,
        "nat-to, binat-to and af-to cannot be combined, and each can be given once",
      );
    }
    rule[field] = readPool(cursor, true);
  };
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["user", id("user")],
  ["group", id("group")],
  ["icmp-type", icmp("icmp")],
  ["icmp6-type", icmp("icmp6")],
  ["fragment", flag("fragment")],
  ["allow-opts", flag("allowOpts")],
  ["once", flag("once")],
  ["route-to", route("route-to")],
  ["reply-to", route("reply-to")],
  ["dup-to", route("dup-to")],
  ["nat-to", translation("natTo")],
  ["binat-to", translation("binatTo")],
  ["flags", readFlags],
  ["prio", (cursor, rule, token) => {
    once(cursor, token, rule.prio);
    rule.prio = cursor.number("a priority", 0, 7);
  }],
  ["tos", (cursor, rule, token) => {
    once(cursor, token, rule.tos);
    rule.tos = readTos(cursor);
  }],
  ["label", (cursor, rule, token) => {
    once(cursor, token, rule.label);
    rule.label = readLabel(cursor);
  }],
  ["tag", (cursor, rule) => void (rule.tag = readTag(cursor))],
  ["tagged", (cursor, rule) => void (rule.tagged = { tag: readTag(cursor) })],
  ["received-on", readReceivedOn],
  ["probability", (cursor, rule) => void (rule.probability = readProbability(cursor))],
  ["rtable", (cursor, rule) => void (rule.rtable = cursor.number("a routing table", 0, 255))],
  ["max-pkt-rate", (cursor, rule, token) => {
    once(cursor, token, rule.maxPktRate);
    const limit = cursor.number("a count of packets", 0, UINT_MAX);
    cursor.expect("/", "and the seconds in which so many may come");
    rule.maxPktRate = { limit, seconds: cursor.number("seconds", 0, UINT_MAX) };
  }],
  ["scrub", readScrub],
  ["rdr-to", (cursor, rule, token) => {
    once(cursor, token, rule.rdrTo ?? rule.afTo);
    rule.rdrTo = readPool(cursor, true);
  }],
  ["af-to", (cursor, rule, token) => {
    if (rule.natTo ?? rule.binatTo ?? rule.afTo) {
      cursor.refuse(
        token,
        "nat-to, binat-to and af-to cannot be combined, and each can be given once",
      );
    }
    rule.afTo = readFamilyTranslation(cursor);
  }],
  ["divert-to", readDivertTo],
  ["divert-reply", (cursor, rule, token) => {
    once(cursor, token, rule.divert);
    rule.divert = { kind: "reply" };
  }],
  ["divert-packet", (cursor, rule, token) => {
    once(cursor, token, rule.divert);
    cursor.expectKeyword("port", { next: "divert-packet port 700" });
    rule.divert = { kind: "packet", port: readDivertPort(cursor) };
  }],
  ["keep", state("keep")],
  ["modulate", state("modulate")],
  ["synproxy", state("synproxy")],
  ["no", state("no")],
  ["set", (cursor, rule) => void (rule.set = readAssignments(cursor, rule.set))],
  ["queue", (cursor, rule) => void (rule.set = readAssignments(cursor, rule.set, "queue"))],
]);

/** Keywords that start an option of a rule. */
export const FILTER_WORDS: readonly string[] = [...READERS.keys()];

/** Parses options up to the first token that is not one. */
export function readFilterOptions(cursor: Cursor, rule: RuleDraft): void {
  for (;;) {
    const token = cursor.peek();
    if (token.kind === "sign" && token.text === "!") {
      cursor.next();
      readNegated(cursor, rule);
      continue;
    }
    if (token.kind !== "keyword") return;
    const reader = READERS.get(token.text);
    if (!reader) return;
    cursor.next();
    reader(cursor, rule, token);
  }
}

function readNegated(cursor: Cursor, rule: RuleDraft): void {
  const token = cursor.peek();
  if (cursor.keyword("tagged")) rule.tagged = { tag: readTag(cursor), not: true };
  else if (cursor.keyword("received-on")) {
    readReceivedOn(cursor, rule, token);
    rule.receivedOn = { ...rule.receivedOn!, not: true };
  } else cursor.unexpected("tagged or received-on after !");
}

function readReceivedOn(cursor: Cursor, rule: RuleDraft, token: Token): void {
  once(cursor, token, rule.receivedOn);
  const at = cursor.peek();
  const given = readInterface(cursor);
  if ("rdomain" in given) {
    cursor.refuse(at, "received-on needs an interface or a group, not a routing domain");
  }
  rule.receivedOn = given;
}

function readTag(cursor: Cursor): string {
  const tag = cursor.strings("a tag's name");
  if (tag.text.length > 63) cursor.refuse(tag, "a tag of more than 63 characters");
  return tag.text;
}

/** The argument of `label`. */
export function readLabel(cursor: Cursor): string {
  const label = cursor.string("a label's text");
  if (label.text.length > 63) cursor.refuse(label, "a label of more than 63 characters");
  return label.text;
}

function readFlags(cursor: Cursor, rule: RuleDraft, token: Token): void {
  once(cursor, token, rule.flags);
  if (cursor.keyword("any")) {
    rule.flags = "any";
    return;
  }
  const set = cursor.isSign("/") ? "" : readFlagLetters(cursor);
  cursor.expect("/", "and the flags that are looked at, as in S/SA");
  const flags: TcpFlags = { set, of: readFlagLetters(cursor) };
  if ([...flags.set].some((one) => !flags.of.includes(one))) {
    cursor.refuse(
      token,
      `flags ${flags.set}/${flags.of} can never be true: the flags looked at come after /`,
    );
  }
  rule.flags = flags;
}

function readScrub(cursor: Cursor, rule: RuleDraft): void {
  const scrub: Draft<Scrub> = {};
  cursor.expect("(", "as in scrub (no-df max-mss 1440)");
  do {
    const token = cursor.peek();
    if (cursor.keyword("no-df")) once(cursor, token, scrub.noDf), scrub.noDf = true;
    else if (cursor.keyword("random-id")) {
      once(cursor, token, scrub.randomId), scrub.randomId = true;
    } else if (cursor.keyword("min-ttl")) {
      once(cursor, token, scrub.minTtl);
      scrub.minTtl = cursor.number("a ttl", 0, 255);
    } else if (cursor.keyword("max-mss")) {
      once(cursor, token, scrub.maxMss);
      scrub.maxMss = cursor.number("a segment size", 0, 65535);
    } else if (cursor.keyword("reassemble")) {
      const what = cursor.string("tcp");
      if (what.text.toLowerCase() !== "tcp") {
        cursor.refuse(what, `found ${what.text}; allowed: tcp`);
      }
      once(cursor, token, scrub.reassembleTcp);
      scrub.reassembleTcp = true;
    } else {
      cursor.unexpected("no-df, random-id, min-ttl, max-mss or reassemble tcp", {
        words: ["no-df", "random-id", "min-ttl", "max-mss", "reassemble"],
      });
    }
  } while (cursor.sign(",") || !cursor.isSign(")"));
  cursor.next();
  rule.scrub = scrub;
}

function readDivertTo(cursor: Cursor, rule: RuleDraft, token: Token): void {
  once(cursor, token, rule.divert);
  const to = cursor.string("an address of this machine");
  cursor.expectKeyword("port", { next: `divert-to ${to.text} port 8021` });
  rule.divert = { kind: "to", address: to.text, port: readDivertPort(cursor) };
}

function readDivertPort(cursor: Cursor): number {
  const token = cursor.peek();
  const port = readPlainPort(cursor);
  if (port === 0) cursor.refuse(token, "found 0; allowed: a port, 1 to 65535");
  return port;
}
