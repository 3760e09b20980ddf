/**
 * Parses `table`, `queue` and `antispoof`.
 * @module
 */
import type { Draft } from "./draft.ts";
import type { Host } from "../model/host.ts";
import type { Antispoof, Bandwidth, Queue, Table } from "../model/rule_set.ts";
import type { Cursor } from "./cursor.ts";
import { readLabel } from "./filter_options.ts";
import { readTableHosts, readTableName } from "./host.ts";
import { readInterface, readOn } from "./interface.ts";
import { readFamily, readLogQuick } from "./rule.ts";

const NOT_IN_TABLES: ReadonlyMap<Host["kind"], string> = new Map([
  ["range", "a range of addresses"],
  ["dynamic", "an interface in parentheses"],
  ["table", "another table"],
  ["no-route", "no-route"],
  ["urpf-failed", "urpf-failed"],
  ["route", "a route label"],
]);

/** The rest of a `table` statement. */
export function readTable(cursor: Cursor): Table {
  cursor.expect("<", "before the name of a table");
  const table: Draft<Table> = { kind: "table", name: readTableName(cursor) };
  const sources: Exclude<Table["sources"], undefined>[number][] = [];
  for (;;) {
    const token = cursor.peek();
    if (token.kind === "string") {
      const word = cursor.next().text;
      if (word !== "const" && word !== "persist" && word !== "counters") {
        cursor.refuse(token, `found ${word}; allowed: const, persist, counters, file or { }`, {
          words: ["const", "persist", "counters", "file"],
        });
      }
      table[word] = true;
    } else if (cursor.keyword("file")) {
      sources.push({ file: cursor.string("a file's name in quotes").text });
    } else if (cursor.isSign("{")) sources.push({ hosts: readTableList(cursor) });
    else break;
  }
  if (sources.length > 0) table.sources = sources;
  return table;
}

function readTableList(cursor: Cursor) {
  const token = cursor.peek();
  const hosts = readTableHosts(cursor, true);
  for (const host of hosts) {
    const what = NOT_IN_TABLES.get(host.kind);
    if (what) cursor.refuse(token, `a table cannot have ${what} in it`);
  }
  return hosts;
}

/** The rest of a `queue` statement. */
export function readQueue(cursor: Cursor): Queue {
  const token = cursor.peek();
  const name = cursor.string("a queue's name");
  if (name.text.length > 63) cursor.refuse(name, "a queue's name of more than 63 characters");
  const queue: Draft<Queue> = { kind: "queue", name: name.text };
  const on = readOn(cursor);
  if (on) queue.on = on;
  while (readQueueOption(cursor, queue));
  if (!queue.on && queue.parent === undefined) {
    cursor.refuse(token, `the queue ${queue.name} has neither an interface nor a parent`, {
      next:
        `queue ${queue.name} on vio0 bandwidth 100M, or queue ${queue.name} parent std bandwidth 10M`,
    });
  }
  if (!queue.bandwidth && queue.flows === undefined) {
    cursor.refuse(token, `the queue ${queue.name} has neither bandwidth nor flows`);
  }
  return queue;
}

function readQueueOption(cursor: Cursor, queue: Draft<Queue>): boolean {
  const token = cursor.peek();
  const once = (given: unknown) => {
    if (given !== undefined) cursor.refuse(token, `${token.text} is given twice`);
  };
  if (cursor.keyword("bandwidth")) {
    once(queue.bandwidth);
    queue.bandwidth = readBandwidth(cursor);
    readLimits(cursor, queue);
  } else if (cursor.keyword("parent")) {
    once(queue.parent);
    queue.parent = cursor.string("a queue's name").text;
  } else if (cursor.keyword("default")) {
    once(queue.default);
    queue.default = true;
  } else if (cursor.keyword("qlimit")) {
    once(queue.qlimit);
    queue.qlimit = cursor.number("a length", 0, 65535);
  } else if (cursor.keyword("flows")) {
    once(queue.flows);
    queue.flows = cursor.number("a count of flows", 1, 32767);
  } else if (cursor.keyword("quantum")) {
    once(queue.quantum);
    queue.quantum = cursor.number("bytes", 1, 65535);
  } else return false;
  return true;
}

/** `min` and `max`, each at most once, after the bandwidth, with or without a comma. */
function readLimits(cursor: Cursor, queue: Draft<Queue>): void {
  for (;;) {
    const comma = cursor.sign(",");
    const token = cursor.peek();
    if (cursor.isKeyword("min") || cursor.isKeyword("max")) {
      const word = cursor.next().text as "min" | "max";
      if (queue[word]) cursor.refuse(token, `${word} is given twice`);
      queue[word] = readBandwidth(cursor);
    } else if (comma) cursor.unexpected("min or max");
    else return;
  }
}

function readBandwidth(cursor: Cursor): Bandwidth {
  const bits = readBits(cursor);
  if (!cursor.keyword("burst")) return { bits };
  const burst = readBits(cursor);
  cursor.expectKeyword("for", { next: "burst 20M for 100ms" });
  const time = cursor.string("milliseconds, as 100ms");
  if (!/^[0-9]{1,9}ms$/.test(time.text)) {
    cursor.refuse(time, `found ${time.text}; allowed: milliseconds, as 100ms`);
  }
  return { bits, burst: { bits: burst, milliseconds: Number(time.text.slice(0, -2)) } };
}

const UNITS: ReadonlyMap<string, number> = new Map([["b", 1], ["K", 1e3], ["M", 1e6], ["G", 1e9]]);

function readBits(cursor: Cursor): number {
  const token = cursor.peek();
  if (token.kind === "number") return cursor.number("bits a second", 0, Number.MAX_SAFE_INTEGER);
  cursor.string("a bandwidth, as 100M");
  const [, digits = "", unit] = /^([0-9]*\.?[0-9]*)([bKMG])(?:[Bb](?:it)?)?$/.exec(token.text) ??
    [];
  const factor = UNITS.get(unit ?? "");
  if (factor === undefined || digits === "" || digits === ".") {
    cursor.refuse(token, `found ${token.text}; allowed: bits a second, as 100M, 10K or 1G`);
  }
  return Math.trunc(Number(digits) * factor);
}

/** The rest of an `antispoof` statement. */
export function readAntispoof(cursor: Cursor): Antispoof {
  const antispoof: Draft<Antispoof> = { kind: "antispoof", interfaces: [] };
  readLogQuick(cursor, antispoof);
  cursor.expectKeyword("for", { next: "antispoof quick for vio0" });
  antispoof.interfaces = cursor.oneOrList(() => {
    if (!cursor.sign("(")) return readInterface(cursor);
    const one = readInterface(cursor);
    cursor.expect(")", "after the interface");
    return { ...one, dynamic: true };
  });
  const family = readFamily(cursor);
  if (family) antispoof.family = family;
  for (;;) {
    const token = cursor.peek();
    if (cursor.keyword("label")) {
      if (antispoof.label !== undefined) cursor.refuse(token, "label is given twice");
      antispoof.label = readLabel(cursor);
    } else if (cursor.keyword("rtable")) {
      antispoof.rtable = cursor.number("a routing table", 0, 255);
    } else return antispoof;
  }
}
