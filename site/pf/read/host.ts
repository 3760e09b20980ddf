/**
 * Parses addresses of rules, tables and pools.
 * @module
 */
import type { Host, Modifier } from "../model/host.ts";
import type { PoolHost } from "../model/rule.ts";
import { formatAddress, parseAddress } from "../address.ts";
import type { Cursor } from "./cursor.ts";
import type { Token } from "./token.ts";

const ALLOWED =
  "an address, a network, an interface's name, (interface), <table>, any, self, no-route or a list of them in { }";
const MODIFIERS: readonly string[] = ["network", "broadcast", "peer", "0"];

/** The argument of `from` or `to`; undefined for any. */
export function readHosts(cursor: Cursor): Host[] | undefined {
  if (cursor.keyword("any")) return undefined;
  if (!cursor.isSign("{")) return [readNegatable(cursor)];
  const lists = cursor.list(() => readHosts(cursor));
  // One `any` makes the whole list any.
  return lists.some((list) => list === undefined) ? undefined : lists.flatMap((list) => list ?? []);
}

/** The addresses of a table, with nested lists. The next token is the brace. */
export function readTableHosts(cursor: Cursor, mayBeEmpty = false): PoolHost[] {
  return cursor.list(() => {
    if (cursor.isSign("{")) return readTableHosts(cursor);
    const host = readNegatable(cursor);
    return [{ ...host, ...readWeight(cursor) }];
  }, mayBeEmpty).flat();
}

/** The targets of a translation or route. */
export function readPoolHosts(cursor: Cursor): PoolHost[] {
  const host = () => ({ ...readHost(cursor), ...readWeight(cursor) });
  if (!cursor.isSign("{")) return [host()];
  const open = cursor.peek();
  const hosts = cursor.list(host);
  if (hosts[0]!.kind !== "address" && hosts[0]!.kind !== "name") {
    cursor.refuse(open, "a list to translate or route to can contain addresses only", {
      next: "name the interface or the table alone, without { }",
    });
  }
  return hosts;
}

function readWeight(cursor: Cursor): { weight?: number } {
  return cursor.keyword("weight") ? { weight: cursor.number("a weight", 1, 65535) } : {};
}

function readNegatable(cursor: Cursor): Host {
  const not = cursor.sign("!") ? { not: true } : {};
  if (cursor.keyword("no-route")) return { kind: "no-route", ...not };
  if (cursor.keyword("urpf-failed")) return { kind: "urpf-failed", ...not };
  if ("not" in not) {
    const token = cursor.peek();
    if (cursor.isSign("{")) {
      cursor.refuse(token, "a list cannot be negated as a whole", {
        next: "put the addresses into a table and write ! <table>",
      });
    }
    if (cursor.isKeyword("any")) {
      cursor.refuse(token, "! any matches nothing", { next: "leave the rule out" });
    }
  }
  return { ...readHost(cursor), ...not };
}

/** One address, not negated. */
function readHost(cursor: Cursor): Host {
  const token = cursor.peek();
  if (cursor.isSign("(")) return readDynamic(cursor);
  if (cursor.sign("<")) return { kind: "table", name: readTableName(cursor) };
  if (cursor.keyword("route")) {
    const label = cursor.string("a route's label name");
    if (label.text.length > 31) cursor.refuse(label, "a route label of more than 31 characters");
    return { kind: "route", label: label.text };
  }
  if (token.kind === "number") {
    cursor.next();
    if (!cursor.sign("/")) {
      cursor.refuse(token, `found the number ${token.text}; allowed: ${ALLOWED}`, {
        next: `a network is written ${token.text}.0.0.0/8`,
      });
    }
    return classify(cursor, token, readLength(cursor));
  }
  if (token.kind !== "string") cursor.unexpected(ALLOWED);
  cursor.next();
  if (cursor.sign("-")) return readRange(cursor, token);
  if (cursor.sign("/")) return classify(cursor, token, readLength(cursor));
  return classify(cursor, token);
}

function readRange(cursor: Cursor, token: Token): Host {
  const end = cursor.string("the last address of the range");
  const [first, last] = [parseAddress(token.text), parseAddress(end.text)];
  if (!first || !last || first.family !== last.family) {
    cursor.refuse(token, `${token.text} - ${end.text} is not a range of addresses`, {
      next: "10.0.0.5 - 10.0.0.9, both of one family and without /",
    });
  }
  return { kind: "range", first: formatAddress(first), last: formatAddress(last) };
}

/** The name in `<name>`, after the `<`. */
export function readTableName(cursor: Cursor): string {
  const name = cursor.string("a table's name");
  if (name.text.length > 31) cursor.refuse(name, "a table's name of more than 31 characters");
  cursor.expect(">", "after the table's name");
  return name.text;
}

function readLength(cursor: Cursor): number {
  return cursor.number("a prefix length", 0, 128);
}

function readDynamic(cursor: Cursor): Host {
  cursor.next();
  const token = cursor.string("the name of an interface or of a group");
  const { name, modifiers } = splitModifiers(token.text);
  if (!/^[A-Za-z][^:]*$/.test(name)) {
    const bad = name.includes(":") ? `${token.text} has an unknown modifier` : undefined;
    cursor.refuse(token, bad ?? `${token.text} is not the name of an interface`, {
      next: "(vio0), (vio0:network), (vio0:broadcast), (vio0:peer) or (vio0:0)",
    });
  }
  checkModifiers(cursor, token, modifiers);
  checkInterfaceName(cursor, token, name);
  const { kind, text } = cursor.peek();
  if (kind === "string" && modifiers.length === 0) {
    cursor.refuse(
      token,
      `found (${name} ${text}); since OpenBSD 6.9 an address to route to is written alone`,
      {
        next: text,
      },
    );
  }
  cursor.expect(")", "after the interface");
  const length = cursor.sign("/") ? { length: readLength(cursor) } : {};
  return { kind: "dynamic", name, ...(modifiers.length > 0 ? { modifiers } : {}), ...length };
}

/** Names of interfaces and groups have at most 15 characters. */
export function checkInterfaceName(cursor: Cursor, token: Token, name: string): void {
  if (name.length > 15) {
    cursor.refuse(token, `${name} is too long for an interface or a group: at most 15 characters`);
  }
}

function checkModifiers(cursor: Cursor, token: Token, modifiers: readonly Modifier[]): void {
  if (new Set(modifiers.filter((one) => one !== "0")).size > 1) {
    cursor.refuse(token, `${token.text} has modifiers that cannot be combined`);
  }
}

function splitModifiers(text: string): { name: string; modifiers: Modifier[] } {
  const parts = text.split(":");
  const found = new Set<string>();
  while (parts.length > 1 && MODIFIERS.includes(parts.at(-1)!)) found.add(parts.pop()!);
  return {
    name: parts.join(":"),
    modifiers: MODIFIERS.filter((one) => found.has(one)) as Modifier[],
  };
}

/** The meaning of a word: a numeric address, or a name to resolve. */
function classify(cursor: Cursor, token: Token, given?: number): Host {
  const slash = token.text.indexOf("/");
  let length = given;
  let text = token.text;
  if (slash !== -1) {
    text = token.text.slice(0, slash);
    const rest = token.text.slice(slash + 1) + (given === undefined ? "" : `/${given}`);
    if (!/^[0-9]{1,3}$/.test(rest) || Number(rest) > 128) {
      cursor.refuse(token, `found ${rest}; allowed: a prefix length, 0 to 128`);
    }
    length = Number(rest);
  }
  const bits = length === undefined ? {} : { length };
  const percent = text.indexOf("%");
  const address = parseAddress(percent === -1 ? text : text.slice(0, percent));
  if (address) {
    if (address.family === 4 && (length ?? 0) > 32) {
      cursor.refuse(token, `found /${length}; allowed: a prefix length, 0 to 32`);
    }
    const scope = percent === -1 ? {} : { scope: text.slice(percent + 1) };
    return { kind: "address", address: formatAddress(address), ...bits, ...scope };
  }
  if (length !== undefined && /^[0-9]{1,3}(\.[0-9]{1,3}){0,2}$/.test(text)) {
    const whole = parseAddress(`${text}${".0".repeat(4 - text.split(".").length)}`);
    if (whole && length <= 32) return { kind: "address", address: formatAddress(whole), length };
  }
  return lookedUp(cursor, token, text, bits);
}

function lookedUp(cursor: Cursor, token: Token, text: string, bits: { length?: number }): Host {
  const { name, modifiers } = splitModifiers(text);
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name) || /^[0-9.-]+$/.test(name)) {
    cursor.refuse(token, `${JSON.stringify(token.text)} is not an address`, {
      next: text.includes("-")
        ? "a range has blanks around the dash: 10.0.0.5 - 10.0.0.9"
        : "10.0.0.1, 10.0.0.0/24, 2001:db8::/32, or the name of an interface",
    });
  }
  checkModifiers(cursor, token, modifiers);
  const masked = modifiers.some((one) => one === "network" || one === "broadcast");
  if (masked && bits.length !== undefined) {
    cursor.refuse(token, `${text} has a prefix length of its own`, { next: `write ${text} alone` });
  }
  return { kind: "name", name, ...(modifiers.length > 0 ? { modifiers } : {}), ...bits };
}
