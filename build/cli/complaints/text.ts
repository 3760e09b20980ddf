/**
 * Formats complaints as text.
 * @module
 */
import { formatProblem } from "../../../gateway/document/problem.ts";
import type { Complaint } from "./complaints.ts";

/**
 * One line per complaint, in the format of compilers; several for a file that could not be read.
 */
export function textLines(complaints: readonly Complaint[]): string[] {
  return complaints.map((one) =>
    "problem" in one ? formatProblem(one.problem) : one.error.format()
  );
}
