/**
 * Holds the data of a description against the schema.
 * @module
 */
import { complaint, meantField } from "./complaint.ts";
import type { DescriptionDocument } from "../document/document.ts";
import type { Problem } from "../document/problem.ts";
import { Refused } from "../document/refused.ts";
import { salvage, type Salvaged } from "./without_refused.ts";
import type { GatewayDescription } from "./schema.ts";
import { type Fault, schemaFaults } from "./fault.ts";

/** What the schema says of a document. */
export interface Validated {
  /** Everything in which it differs from the schema; empty if nothing. */
  problems: Problem[];
  /** What can be judged further; undefined if nothing can. */
  rest: Salvaged | undefined;
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
  const problems = faults.filter((fault) => !misspelt(fault, faults))
    .map((fault) => complaint(document, fault))
    .filter((problem) => {
      const key = `${problem.line}:${problem.column}:${problem.message}`;
      return !seen.has(key) && seen.add(key);
    });
  return { problems, rest: salvage(document.data, faults) };
}

/** Whether a field is missing only because its name is misspelt, which is said already. */
function misspelt(fault: Fault, faults: Fault[]): boolean {
  return fault.keyword === "required" &&
    faults.some((other) =>
      other.keyword === "additionalProperties" &&
      String(other.path) === String(fault.path) &&
      meantField(other) === fault.params["missingProperty"]
    );
}
