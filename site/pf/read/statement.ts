/**
 * Parses the statements of a pf.conf(5).
 * @module
 */
import type { Anchor, Include, LoadAnchor, Macro, Statement } from "../model/rule_set.ts";
import { type Cursor, Refused } from "./cursor.ts";
import { readAntispoof, readQueue, readTable } from "./definitions.ts";
import type { Draft } from "./draft.ts";
import type { RuleDraft } from "./filter_options.ts";
import { endOfRule, readDirection, readMatches, readRule } from "./rule.ts";
import { readSetting } from "./settings.ts";
import type { Token } from "./token.ts";

/** Context of statements. */
export interface Context {
  /** Values of macros, by name. */
  macros: Map<string, string>;
  /** The statements of an included file; undefined if it cannot be read. */
  include: (file: string, at: Cursor, inAnchor: boolean) => readonly Statement[] | undefined;
  /** The text from one offset to another. */
  slice: (from: number, to: number) => string;
  /** Number of open anchors. */
  depth: number;
}

/** Limit: macros of macros can double with each line. */
const LONGEST_MACRO = 65536;

/** Keywords that start a statement. */
const STARTS: ReadonlySet<string> = new Set([
  "anchor",
  "antispoof",
  "block",
  "include",
  "load",
  "match",
  "pass",
  "queue",
  "set",
  "table",
]);
const IN_ANCHORS = ["pass", "block", "match", "anchor", "table", "include"];

/** All statements up to the end of the text, or to the brace that closes an anchor. */
export function readStatements(cursor: Cursor, context: Context): Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    const token = cursor.peek();
    if (token.kind === "end") return statements;
    if (context.depth > 0 && token.kind === "sign" && token.text === "}") return statements;
    if (token.kind === "newline") {
      cursor.next();
      // The end of the text counts as an empty last line.
      if (cursor.peek().kind !== "end" || token.comment !== undefined) {
        statements.push({
          kind: "comment",
          text: token.comment ?? "",
          origin: { place: cursor.place(token) },
        });
      }
      continue;
    }
    statements.push(readLine(cursor, context, token));
  }
}

/** One statement with its newline; a refused one is kept as unknown. */
function readLine(cursor: Cursor, context: Context, token: Token): Statement {
  const origin = { place: cursor.place(token) };
  const depth = cursor.depth;
  cursor.depth = 0;
  try {
    const statement = readStatement(cursor, context, token);
    const end = cursor.peek();
    if (end.kind !== "newline" && end.kind !== "end") {
      if (statement.kind === "rule" || statement.kind === "anchor") endOfRule(cursor);
      cursor.unexpected("the end of the line");
    }
    if (end.kind === "newline") cursor.next();
    return {
      ...statement,
      origin,
      ...(end.comment === undefined ? {} : { comment: end.comment }),
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    cursor.skipStatement(STARTS);
    return { kind: "unknown", text: context.slice(token.at, cursor.peek().at).trimEnd(), origin };
  } finally {
    cursor.depth = depth;
  }
}

function readStatement(cursor: Cursor, context: Context, token: Token): Statement {
  if (token.kind === "string" && context.depth === 0) return readMacro(cursor, context);
  if (token.kind !== "keyword" || !STARTS.has(token.text)) notAStatement(cursor, context);
  if (context.depth > 0 && !IN_ANCHORS.includes(token.text)) {
    cursor.refuse(token, `${token.text} cannot be used in an anchor's braces`, {
      next: `write it outside; inside are allowed ${IN_ANCHORS.join(", ")}`,
    });
  }
  if (token.text === "pass" || token.text === "block" || token.text === "match") {
    return { kind: "rule", ...readRule(cursor) };
  }
  cursor.next();
  switch (token.text) {
    case "set":
      return { kind: "set", option: readSetting(cursor) };
    case "table":
      return readTable(cursor);
    case "queue":
      return readQueue(cursor);
    case "antispoof":
      return readAntispoof(cursor);
    case "anchor":
      return readAnchor(cursor, context);
    case "load":
      return readLoad(cursor);
    default:
      return readInclude(cursor, context);
  }
}

/** Statements of OpenBSD before 4.7 and of other systems' pf, and their current form. */
const FORMER: ReadonlyMap<string, string> = new Map([
  ["nat", "match out on vio0 from 10.0.0.0/24 nat-to (vio0)"],
  ["rdr", "pass in on vio0 proto tcp to port 80 rdr-to 10.0.0.5"],
  ["binat", "match on vio0 from 10.0.0.5 binat-to 192.0.2.5"],
  ["scrub", "match in all scrub (no-df)"],
  ["altq", "queue std on vio0 bandwidth 100M"],
  ["nat-anchor", 'anchor "name"'],
  ["rdr-anchor", 'anchor "name"'],
]);

function refuseFormer(cursor: Cursor, token: Token): void {
  const next = token.quoted ? undefined : FORMER.get(token.text);
  if (next === undefined) return;
  cursor.refuse(token, `${token.text} begins no statement in OpenBSD's pf.conf`, { next });
}

function notAStatement(cursor: Cursor, context: Context): never {
  refuseFormer(cursor, cursor.peek());
  if (cursor.isSign("}")) cursor.refuse(cursor.peek(), "found }, but no anchor is open here");
  const words = context.depth > 0 ? IN_ANCHORS : [...STARTS];
  const allowed = context.depth > 0
    ? `${IN_ANCHORS.join(", ")}, or the } of the anchor`
    : `${words.join(", ")}, or a macro: name = "value"`;
  cursor.unexpected(`a statement, that is ${allowed}`, { words });
}

function readMacro(cursor: Cursor, context: Context): Macro {
  const name = cursor.next();
  if (!cursor.isSign("=")) {
    refuseFormer(cursor, name);
    const words = [...STARTS];
    cursor.refuse(
      name,
      `${JSON.stringify(name.text)} does not begin a statement; allowed: ${words.join(", ")}`,
      {
        words,
      },
    );
  }
  cursor.next();
  const values: string[] = [];
  while (cursor.peek().kind === "string" || cursor.peek().kind === "number") {
    values.push(cursor.next().text);
  }
  if (values.length === 0) cursor.unexpected("the value of the macro, text in quotes");
  if (/\s/.test(name.text.slice(1))) {
    cursor.refuse(name, "the name of a macro has a blank in it");
  }
  const end = cursor.peek();
  if (end.kind !== "newline" && end.kind !== "end") {
    cursor.unexpected("the end of the line", {
      next: `put the whole value in quotes: ${name.text} = "..."`,
    });
  }
  const value = values.join(" ");
  if (value.length > LONGEST_MACRO) {
    cursor.refuse(name, `the value of the macro has more than ${LONGEST_MACRO} characters`, {
      next: "a table for a long list of addresses",
    });
  }
  context.macros.set(name.text, value);
  return { kind: "macro", name: name.text, value };
}

function readAnchor(cursor: Cursor, context: Context): Anchor {
  const token = cursor.peek();
  const name = token.kind === "string" ? cursor.next().text : undefined;
  const reason = name === undefined ? undefined : wrongName(name);
  if (reason) cursor.refuse(token, reason);
  if (name !== undefined && cursor.isSign("/")) {
    cursor.refuse(cursor.peek(), "the name of an anchor with a / in it must be in quotes", {
      next: `anchor "${name}/..."`,
    });
  }
  const rule: RuleDraft = { action: "match" };
  readDirection(cursor, rule);
  if (cursor.keyword("quick")) rule.quick = true;
  readMatches(cursor, rule);
  const { action: _, ...matches } = rule;
  const anchor: Draft<Anchor> = { kind: "anchor", ...matches };
  if (name !== undefined) anchor.name = name;
  if (cursor.isSign("{")) {
    if (name?.includes("/")) {
      cursor.refuse(token, "the name of an anchor with rules in braces cannot have a / in it");
    }
    anchor.body = readBody(cursor, context);
  } else if (name === undefined) {
    cursor.refuse(token, "an anchor has neither a name nor rules in braces", {
      next: 'anchor "name", or anchor in on vio0 { on one line and the rules on the next',
    });
  }
  if (rule.state) cursor.refuse(token, "an anchor cannot have state options; its rules can");
  if (rule.route) {
    cursor.refuse(token, "an anchor cannot have route-to, reply-to or dup-to; its rules can");
  }
  return anchor;
}

function wrongName(name: string): string | undefined {
  if (name === "") return "the name of an anchor is empty";
  if (name.length > 1023) return "the name of an anchor has more than 1023 characters";
  if (/^_|\/_/.test(name)) return "names of anchors that begin with _ are pfctl's own";
  return name.endsWith("/") ? "the name of an anchor ends in /" : undefined;
}

function readBody(cursor: Cursor, context: Context): readonly Statement[] {
  const open = cursor.next();
  if (context.depth >= 62) cursor.refuse(open, "more than 62 nested anchors");
  if (cursor.peek().kind !== "newline") {
    cursor.unexpected("the end of the line after the { of an anchor");
  }
  cursor.next();
  const body = readStatements(cursor, { ...context, depth: context.depth + 1 });
  if (!cursor.sign("}")) cursor.refuse(open, "the { of this anchor is not closed");
  return body;
}

function readLoad(cursor: Cursor): LoadAnchor {
  cursor.expectKeyword("anchor", { next: 'load anchor NAME from "/etc/FILE"' });
  const name = cursor.string("an anchor's name");
  const reason = wrongName(name.text);
  if (reason) cursor.refuse(name, reason);
  cursor.expectKeyword("from", { next: `load anchor ${name.text} from "/etc/FILE"` });
  return { kind: "load", anchor: name.text, file: cursor.strings("a file's name in quotes").text };
}

function readInclude(cursor: Cursor, context: Context): Include {
  const file = cursor.string("a file's name in quotes").text;
  const statements = context.include(file, cursor, context.depth > 0);
  return { kind: "include", file, ...(statements === undefined ? {} : { statements }) };
}
