/**
 * Parses `set`.
 * @module
 */
import type { InterfaceName } from "../model/host.ts";
import type { Option } from "../model/rule_set.ts";
import { cNumber } from "../../../gateway/openbsd/services.ts";
import {
  DEBUG_LEVELS,
  LIMITS,
  OPTIMIZATIONS,
  RULESET_OPTIMIZATIONS,
  TIMEOUTS,
} from "../names/words.ts";
import type { Cursor } from "./cursor.ts";
import { readOn } from "./interface.ts";
import { readStateOptions, UINT_MAX } from "./state.ts";

const READERS: ReadonlyMap<string, (cursor: Cursor) => Option> = new Map<
  string,
  (cursor: Cursor) => Option
>([
  ["block-policy", readBlockPolicy],
  ["state-policy", readStatePolicy],
  ["state-defaults", (cursor) => ({ name: "state-defaults", value: readStateOptions(cursor) })],
  ["skip", readSkip],
  ["reassemble", readReassemble],
  ["timeout", (cursor) => ({
    name: "timeout",
    values: readPairs(cursor, "timeout", TIMEOUTS),
  })],
  ["limit", (cursor) => ({ name: "limit", values: readPairs(cursor, "limit", LIMITS) })],
  ["hostid", readHostId],
  ["syncookies", readSyncookies],
  ["optimization", (cursor) => readWord(cursor, "optimization", OPTIMIZATIONS)],
  [
    "ruleset-optimization",
    (cursor) => readWord(cursor, "ruleset-optimization", RULESET_OPTIMIZATIONS),
  ],
  ["loginterface", (cursor) => ({
    name: "loginterface",
    value: cursor.keyword("all") ? "all" : cursor.string("an interface's name, or none").text,
  })],
  ["fingerprints", (cursor) => ({
    name: "fingerprints",
    value: cursor.string("a file's name in quotes").text,
  })],
  [
    "debug",
    (cursor) =>
      cursor.keyword("debug")
        ? { name: "debug", value: "debug" }
        : readWord(cursor, "debug", DEBUG_LEVELS),
  ],
]);

/** The rest of a `set` statement. */
export function readSetting(cursor: Cursor): Option {
  const token = cursor.peek();
  const reader = token.kind === "keyword" ? READERS.get(token.text) : undefined;
  if (!reader) {
    const words = [...READERS.keys()];
    cursor.unexpected(words.join(", "), { words });
  }
  cursor.next();
  return reader(cursor);
}

function readBlockPolicy(cursor: Cursor): Option {
  if (cursor.keyword("drop")) return { name: "block-policy", value: "drop" };
  if (cursor.keyword("return")) return { name: "block-policy", value: "return" };
  cursor.unexpected("drop or return");
}

function readStatePolicy(cursor: Cursor): Option {
  if (cursor.keyword("if-bound")) return { name: "state-policy", value: "if-bound" };
  if (cursor.keyword("floating")) return { name: "state-policy", value: "floating" };
  cursor.unexpected("if-bound or floating", { words: ["if-bound", "floating"] });
}

function readWord(
  cursor: Cursor,
  name: "optimization" | "ruleset-optimization" | "debug",
  words: readonly string[],
): Option {
  const token = cursor.peek();
  const value = cursor.string(words.join(", "), { words }).text.toLowerCase();
  if (!words.includes(value)) {
    cursor.refuse(token, `found ${token.text}; allowed: ${words.join(", ")}`, { words });
  }
  return { name, value };
}

function readSkip(cursor: Cursor): Option {
  const token = cursor.peek();
  const on = readOn(cursor) ?? [];
  for (const one of on) {
    if (one.not || "rdomain" in one) {
      cursor.refuse(token, "set skip names interfaces and groups, without ! and rdomain");
    }
  }
  const names = on as InterfaceName[];
  return { name: "skip", on: names.length === 1 && names[0]!.name === "none" ? [] : names };
}

function readReassemble(cursor: Cursor): Option {
  const token = cursor.peek();
  let value = false;
  if (!cursor.keyword("no")) {
    if (cursor.string("yes or no").text !== "yes") {
      cursor.refuse(token, `found ${token.text}; allowed: yes or no`);
    }
    value = true;
  }
  return cursor.keyword("no-df")
    ? { name: "reassemble", value, noDf: true }
    : { name: "reassemble", value };
}

function readPairs(
  cursor: Cursor,
  what: string,
  words: readonly string[],
): (readonly [string, number])[] {
  return cursor.oneOrList(() => {
    const token = cursor.peek();
    const name = cursor.string(`the name of a ${what}`, { words }).text.toLowerCase();
    if (!words.includes(name)) {
      cursor.refuse(token, `found ${token.text}; allowed: ${words.join(", ")}`, { words });
    }
    return [name, cursor.number(`the value of ${name}`, 0, UINT_MAX)] as const;
  });
}

function readHostId(cursor: Cursor): Option {
  const token = cursor.peek();
  if (token.kind === "number") cursor.next();
  else cursor.string("a number");
  const value = token.kind === "number" ? Number(token.text) : cNumber(token.text);
  if (value === undefined || value < 1 || value > UINT_MAX) {
    cursor.refuse(token, `found ${token.text}; allowed: a number, 1 to ${UINT_MAX}`);
  }
  return { name: "hostid", value };
}

function readSyncookies(cursor: Cursor): Option {
  const token = cursor.peek();
  const value = cursor.string("never, always or adaptive").text;
  if (value !== "never" && value !== "always" && value !== "adaptive") {
    cursor.refuse(token, `found ${value}; allowed: never, always or adaptive`);
  }
  if (!cursor.isSign("(")) return { name: "syncookies", value };
  if (value !== "adaptive") cursor.refuse(cursor.peek(), "only adaptive has a start and an end");
  cursor.next();
  const marks: { start?: number; end?: number } = {};
  do {
    const word = cursor.string("start or end");
    if (word.text !== "start" && word.text !== "end") {
      cursor.refuse(word, `found ${word.text}; allowed: start or end`);
    }
    const percent = cursor.string("a percentage, as 25%");
    const number = /^[0-9.]+%$/.test(percent.text)
      ? Math.trunc(Number(percent.text.slice(0, -1)))
      : 0;
    if (!(number > 0 && number <= 100)) {
      cursor.refuse(percent, `found ${percent.text}; allowed: a percentage, as 25%`);
    }
    marks[word.text] = number;
  } while (cursor.sign(",") || !cursor.isSign(")"));
  cursor.next();
  const start = marks.start ?? 25;
  if ((marks.end ?? Math.trunc(start / 2)) >= start) {
    cursor.refuse(token, "the end of syncookies is not below their start");
  }
  return { name: "syncookies", value, ...marks };
}
