/**
 * Parses targets of translations and routes.
 * @module
 */
import type { FamilyTranslation, Pool, PoolType } from "../model/rule.ts";
import { readPoolPort } from "./compare.ts";
import type { Cursor } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { readPoolHosts } from "./host.ts";

/** The argument of `nat-to`, `rdr-to` and `binat-to`; that of `route-to` has no port. */
export function readPool(cursor: Cursor, ports: boolean): Pool {
  const pool: Draft<Pool> = { hosts: readPoolHosts(cursor) };
  if (cursor.isKeyword("port")) {
    if (!ports) {
      cursor.refuse(cursor.peek(), "packets are routed without a change of the port", {
        next: "leave the port out",
      });
    }
    cursor.next();
    pool.port = readPoolPort(cursor);
  }
  for (;;) {
    const token = cursor.peek();
    const type = readType(cursor);
    if (type) {
      if (pool.type) cursor.refuse(token, `${token.text} is a second type of the pool`);
      pool.type = type;
    } else if (cursor.keyword("sticky-address")) {
      if (pool.sticky) cursor.refuse(token, "sticky-address is given twice");
      pool.sticky = true;
    } else if (cursor.keyword("static-port")) {
      if (pool.staticPort) cursor.refuse(token, "static-port is given twice");
      pool.staticPort = true;
    } else return pool;
  }
}

function readType(cursor: Cursor): PoolType | undefined {
  for (const kind of ["bitmask", "random", "round-robin", "least-states"] as const) {
    if (cursor.keyword(kind)) return { kind };
  }
  if (!cursor.keyword("source-hash")) return undefined;
  if (cursor.peek().kind !== "string") return { kind: "source-hash" };
  const key = cursor.strings("a key");
  if (key.text.startsWith("0x") && !/^0x[0-9a-fA-F]{32}$/.test(key.text)) {
    cursor.refuse(key, "a key that begins with 0x needs 32 hexadecimal digits");
  }
  return {
    kind: "source-hash",
    key: key.text.startsWith("0x") ? key.text.toLowerCase() : key.text,
  };
}

/** The argument of `af-to`. */
export function readFamilyTranslation(cursor: Cursor): FamilyTranslation {
  const family = cursor.keyword("inet") ? "inet" : cursor.keyword("inet6") ? "inet6" : undefined;
  if (!family) cursor.unexpected("inet or inet6, the family to translate to");
  cursor.expectKeyword("from", { next: `af-to ${family} from ADDRESS` });
  const from = readPool(cursor, true);
  return cursor.keyword("to") ? { family, from, to: readPool(cursor, true) } : { family, from };
}
