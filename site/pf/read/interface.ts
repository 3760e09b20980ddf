/**
 * Parses interfaces after `on`.
 * @module
 */
import type { InterfaceMatch } from "../model/host.ts";
import type { Cursor } from "./cursor.ts";
import { checkInterfaceName } from "./host.ts";

/** `on vio0`, `on ! egress`, `on { vio0 rdomain 1 }`; undefined without `on`. */
export function readOn(cursor: Cursor): InterfaceMatch[] | undefined {
  if (!cursor.keyword("on")) return undefined;
  return cursor.oneOrList(() => {
    const not = cursor.sign("!") ? { not: true } : {};
    return { ...readInterface(cursor), ...not };
  });
}

/** One interface, group or routing domain. */
export function readInterface(cursor: Cursor): InterfaceMatch {
  if (cursor.keyword("any")) return { name: "any" };
  if (cursor.keyword("rdomain")) return { rdomain: cursor.number("a routing domain", 0, 255) };
  const token = cursor.peek();
  if (cursor.isSign("(")) {
    cursor.refuse(token, "an interface is written without parentheses here", {
      next: "write on vio0; parentheses belong to addresses",
    });
  }
  const name = cursor.string("an interface's name, a group's name, any, or rdomain with a number");
  checkInterfaceName(cursor, name, name.text);
  return { name: name.text };
}
