/**
 * Parses ports, users and groups: numbers with an operator.
 * @module
 */
import type { BinaryOperator, Id, IdMatch, Port, UnaryOperator } from "../model/host.ts";
import { portNumber, SERVICE_NAMES } from "../../../gateway/openbsd/services.ts";
import type { Cursor } from "./cursor.ts";
import type { Token } from "./token.ts";

const UNARY: readonly string[] = ["=", "!=", "<", "<=", ">", ">="];

function readUnary(cursor: Cursor): UnaryOperator | undefined {
  const { kind, text } = cursor.peek();
  if (kind !== "sign" || !UNARY.includes(text)) return undefined;
  return cursor.next().text as UnaryOperator;
}

function readBinary(cursor: Cursor): "><" | "<>" | undefined {
  return cursor.sign("><") ? "><" : cursor.sign("<>") ? "<>" : undefined;
}

/** The argument of `port` in `from` and `to`. */
export function readPorts(cursor: Cursor): Port[] {
  return cursor.oneOrList(() => readPort(cursor));
}

/** A port, or a range with `:`; `last` is absent for a single port. */
type PortRange = { first: number; last?: number | "*" };

function readPort(cursor: Cursor): Port {
  const token = cursor.peek();
  const op = readUnary(cursor);
  if (op) return { op, port: single(cursor, readRange(cursor, ":")) };
  const { first, last } = readRange(cursor, ":");
  const between = readBinary(cursor);
  if (between) {
    const end = single(cursor, readRange(cursor, ":"));
    return ordered(
      cursor,
      token,
      between,
      single(cursor, { first, ...(last === undefined ? {} : { last }) }),
      end,
    );
  }
  if (last === undefined) return { op: "=", port: first };
  return ordered(cursor, token, ":", first, last as number);

  function single(cursor: Cursor, range: PortRange): number {
    if (range.last === undefined) return range.first;
    cursor.refuse(token, "a range with : and another operator cannot be combined", {
      next: "write the range alone: port 1024:2047",
    });
  }
}

function ordered(
  cursor: Cursor,
  token: Token,
  op: BinaryOperator,
  first: number,
  last: number,
): Port {
  if (first > last || (op === "><" && first === last)) {
    cursor.refuse(token, `the range ${first} ${op} ${last} ends before it begins`);
  }
  return { op, first, last };
}

/** The port after `rdr-to ADDRESS port`: one, a range, or `8000:*`. */
export function readPoolPort(cursor: Cursor): PortRange {
  return readRange(cursor, ":*");
}

/** One port, without an operator. */
export function readPlainPort(cursor: Cursor): number {
  return readRange(cursor, "").first;
}

function readRange(cursor: Cursor, allowed: "" | ":" | ":*"): PortRange {
  const token = cursor.peek();
  if (token.kind !== "number" && token.kind !== "string") {
    cursor.unexpected(
      "a port: a number, a name of services(5), 1024:2047, or a list of them in { }",
    );
  }
  cursor.next();
  const colon = token.text.indexOf(":");
  if (colon === -1) return { first: port(cursor, token, token.text) };
  const [first, last] = [token.text.slice(0, colon), token.text.slice(colon + 1)];
  if (allowed === ":*" && last === "*") return { first: port(cursor, token, first), last: "*" };
  if (allowed === "") cursor.refuse(token, `found ${token.text}; allowed: one port`);
  const ends = { first: port(cursor, token, first), last: port(cursor, token, last) };
  return ends.first === ends.last ? { first: ends.first } : ends;
}

function port(cursor: Cursor, token: Token, text: string): number {
  const number = token.kind === "number" ? Number(text) : portNumber(text);
  if (number === undefined) {
    cursor.refuse({ ...token, text }, `${JSON.stringify(text)} is not a port of services(5)`, {
      words: SERVICE_NAMES,
      next: "write the number of the port",
    });
  }
  if (number < 0 || number > 65535) {
    cursor.refuse(token, `found ${text}; allowed: a port, 0 to 65535`);
  }
  return number;
}

/** The argument of `user` or `group`. */
export function readIds(cursor: Cursor, what: "user" | "group"): IdMatch[] {
  return cursor.oneOrList(() => readIdMatch(cursor, what));
}

function readIdMatch(cursor: Cursor, what: "user" | "group"): IdMatch {
  const token = cursor.peek();
  const op = readUnary(cursor);
  const id = readId(cursor, what);
  if (op) {
    if (id === "unknown" && op !== "=" && op !== "!=") {
      cursor.refuse(token, `${what} unknown can only be compared with = or !=`);
    }
    return { op, id };
  }
  const between = readBinary(cursor);
  if (!between) return { op: "=", id };
  const last = readId(cursor, what);
  if (id === "unknown" || last === "unknown") {
    cursor.refuse(token, `${what} unknown can only be compared with = or !=`);
  }
  return { op: between, first: id, last };
}

function readId(cursor: Cursor, what: "user" | "group"): Id {
  const token = cursor.peek();
  if (token.kind === "number") return cursor.number(`the number of a ${what}`, 0, 4294967294);
  return cursor.string(`a ${what}'s name, its number, or unknown`).text;
}
