/**
 * Parses `pass`, `block`, `match` and `anchor`.
 * @module
 */
import type { Draft } from "./draft.ts";
import type { End } from "../model/host.ts";
import type { BlockReturn, Log, RuleBody } from "../model/rule.ts";
import { icmpCode, icmpCodeNames, type IcmpKind } from "../names/icmp.ts";
import {
  PROTOCOL_NAMES,
  protocolNumber,
  protocolWord,
} from "../../../gateway/openbsd/protocols.ts";
import { cNumber } from "../../../gateway/openbsd/services.ts";
import { readPorts } from "./compare.ts";
import type { Cursor } from "./cursor.ts";
import { FILTER_WORDS, readFilterOptions, type RuleDraft } from "./filter_options.ts";
import { readHosts } from "./host.ts";
import { readOn } from "./interface.ts";

/** A whole `pass`, `block` or `match` rule; the next token is the action. */
export function readRule(cursor: Cursor): RuleBody {
  const action = cursor.next().text as RuleBody["action"];
  const rule: RuleDraft = { action };
  if (action === "block") {
    const blockReturn = readBlockReturn(cursor);
    if (blockReturn) rule.blockReturn = blockReturn;
  }
  readDirection(cursor, rule);
  readLogQuick(cursor, rule);
  readMatches(cursor, rule);
  return rule;
}

/** Everything from `on` to the last option; the rest of the line is left to the caller. */
export function readMatches(cursor: Cursor, rule: RuleDraft): void {
  const on = readOn(cursor);
  if (on) rule.on = on;
  const family = readFamily(cursor);
  if (family) rule.family = family;
  if (cursor.keyword("proto")) rule.protocols = cursor.oneOrList(() => readProtocol(cursor));
  readFromTo(cursor, rule);
  readFilterOptions(cursor, rule);
}

/** `in` or `out`, if present. */
export function readDirection(cursor: Cursor, rule: RuleDraft): void {
  if (cursor.keyword("in")) rule.direction = "in";
  else if (cursor.keyword("out")) rule.direction = "out";
}

/** `inet` or `inet6`, if present. */
export function readFamily(cursor: Cursor): "inet" | "inet6" | undefined {
  return cursor.keyword("inet") ? "inet" : cursor.keyword("inet6") ? "inet6" : undefined;
}

/** `log` and `quick`, in either order, if present. */
export function readLogQuick(cursor: Cursor, rule: { log?: Log; quick?: boolean }): void {
  if (cursor.keyword("quick")) rule.quick = true;
  if (cursor.keyword("log")) rule.log = readLog(cursor);
  if (!rule.quick && cursor.keyword("quick")) rule.quick = true;
}

function readLog(cursor: Cursor): Log {
  const log: Draft<Log> = {};
  if (!cursor.sign("(")) return log;
  do {
    if (cursor.keyword("all")) log.all = true;
    else if (cursor.keyword("matches")) log.matches = true;
    else if (cursor.keyword("user")) log.user = true;
    else if (cursor.keyword("to")) {
      const to = cursor.strings("a pflog(4) interface's name");
      const [, number = ""] = /^pflog([0-9]{1,3})$/.exec(to.text) ?? [];
      if (number === "" || Number(number) > 255) {
        cursor.refuse(to, `found ${to.text}; allowed: pflog0 to pflog255`);
      }
      log.to = Number(number);
    } else cursor.unexpected("all, matches, user or to with a pflog(4) interface");
  } while (cursor.sign(",") || !cursor.isSign(")"));
  cursor.next();
  return log;
}

function readBlockReturn(cursor: Cursor): BlockReturn | undefined {
  if (cursor.keyword("drop")) return { kind: "drop" };
  if (cursor.keyword("return")) return { kind: "return" };
  if (cursor.keyword("return-rst")) {
    if (!cursor.sign("(")) return { kind: "return-rst" };
    cursor.expectKeyword("ttl", { next: "return-rst (ttl 64)" });
    const ttl = cursor.number("a ttl", 0, 255);
    cursor.expect(")", "after the ttl");
    return { kind: "return-rst", ttl };
  }
  if (cursor.keyword("return-icmp")) {
    if (!cursor.sign("(")) return { kind: "return-icmp" };
    const code = readCode(cursor, "icmp");
    cursor.sign(",");
    const code6 = cursor.isSign(")") ? {} : { code6: readCode(cursor, "icmp6") };
    cursor.expect(")", "after the codes");
    return { kind: "return-icmp", code, ...code6 };
  }
  if (cursor.keyword("return-icmp6")) {
    if (!cursor.sign("(")) return { kind: "return-icmp" };
    const code6 = readCode(cursor, "icmp6");
    cursor.expect(")", "after the code");
    return { kind: "return-icmp", code6 };
  }
  return undefined;
}

/** A code of "destination unreachable". */
function readCode(cursor: Cursor, kind: IcmpKind): number {
  const token = cursor.peek();
  if (token.kind === "number") return cursor.number("a code", 0, 255);
  cursor.string(`a code of ${kind} unreach`);
  const type = kind === "icmp" ? 3 : 1;
  const code = icmpCode(kind, type, token.text) ?? cNumber(token.text);
  if (code === undefined || code > 255) {
    cursor.refuse(token, `${token.text} is not a code of ${kind} unreach`, {
      words: icmpCodeNames(kind, type),
    });
  }
  return code;
}

function readProtocol(cursor: Cursor): string {
  const token = cursor.peek();
  if (token.kind !== "number") cursor.string("a protocol's name or number");
  else cursor.next();
  const number = protocolNumber(token.text);
  if (number === undefined) {
    const zero = token.text === "0" || token.text.toLowerCase() === "ip";
    cursor.refuse(
      token,
      zero
        ? `protocol ${token.text} cannot be filtered`
        : `${token.text} is not a protocol of protocols(5)`,
      zero ? { next: "leave proto out for all protocols" } : { words: PROTOCOL_NAMES },
    );
  }
  return protocolWord(number);
}

function readFromTo(cursor: Cursor, rule: RuleDraft): void {
  if (cursor.keyword("all")) return;
  const from: Draft<End> = cursor.keyword("from") ? readEnd(cursor) : {};
  if (cursor.keyword("os")) {
    from.os = cursor.oneOrList(() => cursor.string("the name of a fingerprint of pf.os(5)").text);
  }
  if (Object.keys(from).length > 0) rule.from = from;
  if (!cursor.keyword("to")) return;
  const token = cursor.peek();
  const to = readEnd(cursor);
  if (to.hosts?.some((host) => host.kind === "urpf-failed")) {
    cursor.refuse(token, "urpf-failed is for sources and cannot come after to");
  }
  if (Object.keys(to).length > 0) rule.to = to;
}

function readEnd(cursor: Cursor): End {
  const end: Draft<End> = {};
  if (!cursor.isKeyword("port")) {
    const hosts = readHosts(cursor);
    if (hosts) end.hosts = hosts;
  }
  if (cursor.keyword("port")) end.ports = readPorts(cursor);
  return end;
}

/** Keywords of a rule that must come before others, in order. */
const ORDER = [
  "in",
  "out",
  "log",
  "quick",
  "on",
  "inet",
  "inet6",
  "proto",
  "all",
  "from",
  "os",
  "to",
];

/** Refuses the rest of a rule's line, if there is any. */
export function endOfRule(cursor: Cursor): void {
  const token = cursor.peek();
  if (token.kind === "newline" || token.kind === "end") return;
  if (token.kind === "keyword" && token.text === "port") {
    cursor.refuse(token, "port without from or to before it", { next: "write to port 22" });
  }
  if (token.kind === "keyword" && ORDER.includes(token.text)) {
    cursor.refuse(token, `${token.text} is too late in the rule, or given twice`, {
      next:
        "the order is: pass in log quick on vio0 inet proto tcp from any to any, then flags, state and the rest",
    });
  }
  cursor.unexpected("flags, keep state, tag or another option of a rule, or the end of the line", {
    words: [...FILTER_WORDS, ...ORDER],
  });
}
