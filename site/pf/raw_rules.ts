/**
 * Parses the raw rules of a description (`firewall.rules`).
 * @module
 */
import type { PfComplaint } from "./model/complaint.ts";
import type { Origin } from "./model/place.ts";
import { writtenIn } from "./model/written_in.ts";
import type { Statement } from "./model/rule_set.ts";
import { type ReadOptions, readPfConf } from "./read/read_pf_conf.ts";

/** Raw rules as statements, and complaints about their text. */
export interface RawRules {
  /**
   * Their origin has the path of the entry as its field, and a place in the entry, whose first
   * character is line 1, column 1.
   */
  statements: Statement[];
  /** With origin and place as in `statements`. */
  complaints: PfComplaint[];
}

/**
 * Parses the entries of `firewall.rules`, of one or several lines each, as one text: an anchor may
 * start in one entry and end in another, and a macro applies to later entries. `options.macros` are
 * those defined before them. Never throws.
 *
 * Whatever depends on the machine is checked by `expand`; its complaints have the same origins and
 * places.
 */
export function readRawRules(
  entries: readonly string[],
  options: ReadOptions = {},
  field: readonly (string | number)[] = ["firewall", "rules"],
): RawRules {
  const text = entries.map((entry) => `${entry}\n`).join("");
  const { ruleSet, complaints } = readPfConf(text, options);
  const origin = origins(entries, field);
  return {
    statements: ruleSet.statements.map((one) => moved(one, origin)),
    complaints: complaints.map((one) => {
      if (!one.place || one.place.file !== undefined) return one;
      const at = origin({ place: one.place });
      return { ...one, ...at, origin: at };
    }),
  };
}

/** Converts a place in the joined text to an entry and a place in that. */
function origins(entries: readonly string[], field: readonly (string | number)[]) {
  const first: number[] = [];
  let line = 1;
  for (const entry of entries) {
    first.push(line);
    line += entry.split("\n").length;
  }
  return ({ place }: Origin): Origin => {
    if (!place || place.file !== undefined) return place ? { place } : {};
    // The end of the text belongs to the last entry.
    const index = Math.max(0, first.findLastIndex((start) => start <= place.line));
    const within = { line: place.line - (first[index] ?? 1) + 1, column: place.column };
    return { field: [...field, index], place: within };
  };
}

function moved<T extends Statement>(statement: T, origin: (one: Origin) => Origin): T {
  const own = statement.origin ? { origin: origin(statement.origin) } : {};
  const body = statement.kind === "anchor" && statement.body
    ? { body: statement.body.map((one) => moved(one, origin)) }
    : statement.kind === "include" && statement.statements
    ? { statements: statement.statements.map((one) => writtenIn(one, own.origin)) }
    : {};
  return { ...statement, ...body, ...own };
}
