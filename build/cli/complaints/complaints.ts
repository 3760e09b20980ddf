/**
 * The complaints of `check` without duplicates: a shared file is read for every description that
 * extends it.
 * @module
 */
import { DescriptionError, type Problem } from "../../../gateway/document/problem.ts";
import type { Outcome } from "../../../gateway/load/load_together.ts";
import type { GatewrightError } from "../../../host/error.ts";

/** A complaint: about a place in a description, or about a file that could not be read. */
export type Complaint = { problem: Problem } | { error: GatewrightError; file: string };

/** All complaints about `outcomes`, in order, without duplicates. */
export function complaintsOf(outcomes: readonly Outcome[]): Complaint[] {
  const seen = new Set<string>();
  const fresh = (problem: Problem) => {
    const key = JSON.stringify(problem);
    return !seen.has(key) && seen.add(key);
  };
  return outcomes.flatMap(({ file, error, problems }): Complaint[] =>
    error && !(error instanceof DescriptionError)
      ? [{ error, file }]
      : problems.filter(fresh).map((problem) => ({ problem }))
  );
}

/** The message without the place. */
export function saying({ path, message, suggestion }: Problem): string {
  return `${path ? `${path}: ` : ""}${message}${suggestion ? `; did you mean ${suggestion}?` : ""}`;
}

/** The same for an error without a place: what, why and what next. */
export function sayingOf({ message, why, next }: GatewrightError): string {
  return [message, ...(why ? [`why: ${why}`] : []), ...(next ? [`next: ${next}`] : [])].join("\n");
}
