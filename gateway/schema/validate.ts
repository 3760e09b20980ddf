/**
 * Validates the data of a description against the schema.
 * @module
 */
import { complaint, meantField } from "./complaint.ts";
import type { DescriptionDocument } from "../document/document.ts";
import type { Problem } from "../document/problem.ts";
import { Refused } from "../document/refused.ts";
import { type RestOfDescription, withoutRefused } from "./without_refused.ts";
import type { GatewayDescription } from "./schema.ts";
import { type Fault, schemaFaults } from "./fault.ts";

/** The result of validation. */
export interface Validated {
  /** All differences from the schema; empty if valid. */
  problems: Problem[];
  /** Data for further checks; undefined if nothing is left. */
  rest: RestOfDescription | undefined;
}

/**
 * Finds all differences of `document` from the schema, and the part that can be checked further.
 *
 * @param incomplete a part of the document could not be read: missing fields are not reported
 */
export function validate(document: DescriptionDocument, incomplete = false): Validated {
  const faults = schemaFaults(document.data);
  if (faults.length === 0) {
    return {
      problems: [],
      rest: { data: document.data as GatewayDescription, refused: new Refused() },
    };
  }
  const seen = new Set<string>();
  const misspelt = misspeltFields(faults);
  const reported = incomplete ? faults.filter(({ keyword }) => keyword !== "required") : faults;
  const problems = reported.filter((fault) => !misspelt.has(missing(fault)))
    .map((fault) => complaint(document, fault))
    .filter((problem) => {
      const key = `${problem.line}:${problem.column}:${problem.message}`;
      return !seen.has(key) && seen.add(key);
    });
  return { problems, rest: withoutRefused(document.data, faults) };
}

/** Fields that are missing only because their names are misspelt, which is reported already. */
function misspeltFields(faults: Fault[]): Set<string | undefined> {
  return new Set(
    faults.filter(({ keyword }) => keyword === "additionalProperties").flatMap((fault) => {
      const meant = meantField(fault);
      return meant === undefined ? [] : [JSON.stringify([...fault.path, meant])];
    }),
  );
}

/** The path of a missing field; undefined for another fault. */
function missing({ keyword, path, params }: Fault): string | undefined {
  if (keyword !== "required") return undefined;
  return JSON.stringify([...path, params["missingProperty"]]);
}
