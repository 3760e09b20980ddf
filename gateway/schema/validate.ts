/**
 * Holds the data of a description against the schema.
 * @module
 */
import { complaint, meantField } from "./complaint.ts";
import type { DescriptionDocument } from "../document/document.ts";
import type { Problem } from "../document/problem.ts";
import { Refused } from "../document/refused.ts";
import { type RestOfDescription, withoutRefused } from "./without_refused.ts";
import type { GatewayDescription } from "./schema.ts";
import { type Fault, schemaFaults } from "./fault.ts";

/** What the schema says of a document. */
export interface Validated {
  /** Everything in which it differs from the schema; empty if nothing. */
  problems: Problem[];
  /** What can be checked further; undefined if nothing can. */
  rest: RestOfDescription | undefined;
}

/** Tells everything in which `document` differs from the schema, and what is left besides. */
export function validate(document: DescriptionDocument): Validated {
  const faults = schemaFaults(document.data);
  if (faults.length === 0) {
    return {
      problems: [],
      rest: { data: document.data as GatewayDescription, refused: new Refused() },
    };
  }
  const seen = new Set<string>();
  const misspelt = misspeltFields(faults);
  const problems = faults.filter((fault) => !misspelt.has(missing(fault)))
    .map((fault) => complaint(document, fault))
    .filter((problem) => {
      const key = `${problem.line}:${problem.column}:${problem.message}`;
      return !seen.has(key) && seen.add(key);
    });
  return { problems, rest: withoutRefused(document.data, faults) };
}

/** Fields that are missing only because their names are misspelt, which is said already. */
function misspeltFields(faults: Fault[]): Set<string | undefined> {
  return new Set(
    faults.filter(({ keyword }) => keyword === "additionalProperties").flatMap((fault) => {
      const meant = meantField(fault);
      return meant === undefined ? [] : [JSON.stringify([...fault.path, meant])];
    }),
  );
}

/** The place of a missing field; undefined for another fault. */
function missing({ keyword, path, params }: Fault): string | undefined {
  if (keyword !== "required") return undefined;
  return JSON.stringify([...path, params["missingProperty"]]);
}
