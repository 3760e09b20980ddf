/**
 * Parses the assignments of `set` in a rule.
 * @module
 */
import type { Assignments } from "../model/rule.ts";
import type { Cursor } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { readTos } from "./values.ts";

/**
 * One assignment, or several in parentheses; with `only`, the text after a `queue` without `set`.
 * `before` has the rule's earlier assignments.
 */
export function readAssignments(
  cursor: Cursor,
  before: Assignments | undefined,
  only?: "queue",
): Assignments {
  const set: Draft<Assignments> = { ...before };
  if (only) readQueue(cursor, set);
  else if (cursor.sign("(")) {
    do readOne(cursor, set); while (cursor.sign(",") || !cursor.isSign(")"));
    cursor.next();
  } else readOne(cursor, set);
  return set;
}

function readOne(cursor: Cursor, set: Draft<Assignments>): void {
  const token = cursor.peek();
  const once = (given: unknown) => {
    if (given !== undefined) cursor.refuse(token, `set ${token.text} is given twice`);
  };
  if (cursor.keyword("prio")) {
    once(set.prio);
    if (cursor.sign("(")) {
      const first = cursor.number("a priority", 0, 7);
      cursor.sign(",");
      set.prio = [first, cursor.number("a priority", 0, 7)];
      cursor.expect(")", "after two priorities");
    } else {
      const prio = cursor.number("a priority", 0, 7);
      set.prio = [prio, prio];
    }
  } else if (cursor.keyword("queue")) readQueue(cursor, set);
  else if (cursor.keyword("tos")) {
    once(set.tos);
    set.tos = readTos(cursor);
  } else if (cursor.keyword("delay")) {
    once(set.delay);
    set.delay = cursor.number("milliseconds", 0, 65535);
  } else {
    cursor.unexpected("prio, queue, tos or delay", { words: ["prio", "queue", "tos", "delay"] });
  }
}

function readQueue(cursor: Cursor, set: Draft<Assignments>): void {
  const token = cursor.peek();
  if (set.queue) cursor.refuse(token, "queue is given twice");
  if (!cursor.sign("(")) {
    set.queue = [cursor.string("a queue's name").text];
    return;
  }
  const first = cursor.string("a queue's name").text;
  cursor.sign(",");
  set.queue = cursor.isSign(")") ? [first] : [first, cursor.string("a queue's name").text];
  cursor.expect(")", "after the queues");
}
