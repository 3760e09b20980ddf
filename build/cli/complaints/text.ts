/**
 * Complaints as people read them.
 * @module
 */
import { formatProblem } from "../../../gateway/document/problem.ts";
import type { Complaint } from "./complaints.ts";

/** A line for each complaint, as compilers print them; more for a file that could not be read. */
export function textLines(complaints: readonly Complaint[]): string[] {
  return complaints.map((one) =>
    "problem" in one ? formatProblem(one.problem) : one.error.format()
  );
}
