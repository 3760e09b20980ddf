/**
 * Limits complaints to a readable number, and counts the rest.
 * @module
 */
import type { Problem } from "./problem.ts";

/** Limit of complaints; thousands are mostly one mistake repeated. */
export const MOST_PROBLEMS = 50;

/** `problems` without duplicates. */
function different(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ file, line, column, path, severity, message }) => {
    const key = JSON.stringify([file, line, column, path, severity, message]);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * `problems` in the order of the file, at most {@linkcode MOST_PROBLEMS}: if there are more, errors
 * take precedence over warnings and notes. An extra last one counts those left out.
 */
export function firstProblems(problems: readonly Problem[]): Problem[] {
  const ordered = different(problems)
    .sort((a, b) => a.line - b.line || a.column - b.column);
  if (ordered.length <= MOST_PROBLEMS) return ordered;
  const errors = ordered.filter(({ severity }) => severity === "error");
  const shown = new Set(errors.slice(0, MOST_PROBLEMS));
  for (const one of ordered) if (shown.size < MOST_PROBLEMS) shown.add(one);
  const left = ordered.filter((one) => !shown.has(one));
  const worst = left.find(({ severity }) => severity === "error") ??
    left.find(({ severity }) => severity === "warning") ?? left[0]!;
  const leftErrors = left.filter(({ severity }) => severity === "error").length;
  return [...ordered.filter((one) => shown.has(one)), {
    file: worst.file,
    line: worst.line,
    column: worst.column,
    path: "",
    severity: worst.severity,
    message: `and ${left.length} more` +
      (leftErrors > 0 ? `, ${leftErrors} of them errors` : "") +
      `; correct the first ${MOST_PROBLEMS}, then check again`,
  }];
}
