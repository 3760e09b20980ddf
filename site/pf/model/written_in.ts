/**
 * Statements of an included or loaded file.
 * @module
 */
import type { Origin } from "./place.ts";
import type { Statement } from "./rule_set.ts";

/**
 * `statement` of a file, and all statements in it, with the field of `line`, which includes or
 * loads the file.
 */
export function writtenIn<T extends Statement>(statement: T, line: Origin | undefined): T {
  const origin = { ...(line?.field ? { field: line.field } : {}), ...statement.origin };
  const within = (all: readonly Statement[]) => all.map((one) => writtenIn(one, line));
  const inside = statement.kind === "anchor" && statement.body
    ? { body: within(statement.body) }
    : statement.kind === "include" && statement.statements
    ? { statements: within(statement.statements) }
    : {};
  return { ...statement, ...inside, origin };
}
