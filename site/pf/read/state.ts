/**
 * Parses `keep state` and its options in parentheses.
 * @module
 */
import type { State, StateOptions } from "../model/rule.ts";
import { TIMEOUTS } from "../names/words.ts";
import type { Cursor } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { readTableName } from "./host.ts";
import type { Token } from "./token.ts";

/** The largest 32-bit number. */
export const UINT_MAX = 4294967295;

const ALLOWED =
  "max, max-src-conn, max-src-conn-rate, max-src-nodes, max-src-states, source-track, overload, if-bound, floating, sloppy, no-sync, pflow, or a timeout such as tcp.established";

/** The text after `keep` and the like. */
export function readState(cursor: Cursor, kind: State["kind"]): State {
  cursor.expectKeyword("state", { next: `${kind} state` });
  if (kind === "no" || !cursor.isSign("(")) return { kind };
  const open = cursor.next();
  const options = readStateOptions(cursor);
  if (!cursor.sign(")")) {
    cursor.unexpected(`${ALLOWED}, or ) for the one in line ${cursor.place(open).line}`);
  }
  return { kind, options };
}

/** One option or several, with or without commas. */
export function readStateOptions(cursor: Cursor): StateOptions {
  const options: Draft<StateOptions> = {};
  readOption(cursor, options);
  for (;;) {
    if (cursor.sign(",")) readOption(cursor, options);
    else if (cursor.peek().kind === "keyword" || cursor.peek().kind === "string") {
      readOption(cursor, options);
    } else break;
  }
  if (options.sourceTrack === "global") checkGlobal(cursor, options);
  return options;
}

function checkGlobal(cursor: Cursor, options: StateOptions): void {
  for (
    const [field, word] of [
      ["maxSrcNodes", "max-src-nodes"],
      ["maxSrcConn", "max-src-conn"],
      ["maxSrcConnRate", "max-src-conn-rate"],
    ] as const
  ) {
    if (options[field] === undefined) continue;
    cursor.refuse(cursor.peek(), `${word} and source-track global cannot be combined`, {
      next: "write source-track rule",
    });
  }
}

const NUMBERS = new Map(
  [
    ["max", ["max", 0]],
    ["max-src-conn", ["maxSrcConn", 1]],
    ["max-src-nodes", ["maxSrcNodes", 1]],
    ["max-src-states", ["maxSrcStates", 1]],
  ] as const,
);

const FLAGS = new Map([["no-sync", "noSync"], ["sloppy", "sloppy"], ["pflow", "pflow"]] as const);

function readOption(cursor: Cursor, options: Draft<StateOptions>): void {
  const token = cursor.peek();
  const once = (given: unknown) => {
    if (given !== undefined) cursor.refuse(token, `${token.text} is given twice`);
  };
  const word = token.kind === "keyword" ? token.text : "";
  const number = NUMBERS.get(word as never);
  const flag = FLAGS.get(word as never);
  if (number) {
    cursor.next();
    once(options[number[0]]);
    options[number[0]] = cursor.number(`a count of ${word}`, number[1], UINT_MAX);
    return;
  }
  if (flag) {
    cursor.next();
    once(options[flag]);
    options[flag] = true;
    return;
  }
  if (cursor.isKeyword("if-bound") || cursor.isKeyword("floating")) {
    once(options.lock);
    options.lock = cursor.next().text as "if-bound" | "floating";
  } else if (cursor.keyword("source-track")) {
    once(options.sourceTrack);
    options.sourceTrack = cursor.keyword("rule")
      ? "rule"
      : cursor.keyword("global")
      ? "global"
      : "default";
  } else if (cursor.keyword("max-src-conn-rate")) {
    once(options.maxSrcConnRate);
    const limit = cursor.number("a count of connections", 1, 4294967);
    cursor.expect("/", "and the seconds in which so many may come");
    options.maxSrcConnRate = { limit, seconds: cursor.number("seconds", 1, UINT_MAX) };
  } else if (cursor.keyword("overload")) {
    once(options.overload);
    cursor.expect("<", "before the name of a table");
    const table = readTableName(cursor);
    if (!cursor.keyword("flush")) options.overload = { table };
    else options.overload = { table, flush: cursor.keyword("global") ? "global" : "rule" };
  } else if (token.kind === "string") readTimeout(cursor, options, token);
  else cursor.unexpected(ALLOWED);
}

function readTimeout(cursor: Cursor, options: Draft<StateOptions>, token: Token): void {
  const names = TIMEOUTS.filter((name) => name.includes("."));
  if (!names.includes(token.text)) {
    cursor.unexpected(ALLOWED, {
      words: [...names, ...NUMBERS.keys(), ...FLAGS.keys(), "if-bound", "floating"],
    });
  }
  cursor.next();
  const seconds = cursor.number("seconds", 0, UINT_MAX);
  if (options.timeouts?.some(([name]) => name === token.text)) {
    cursor.refuse(token, `${token.text} is given twice`);
  }
  options.timeouts = [...options.timeouts ?? [], [token.text, seconds]];
}
