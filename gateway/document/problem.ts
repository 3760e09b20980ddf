/**
 * What is wrong with a description, and where.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { plain } from "../../host/printable.ts";

/** One complaint about a description. */
export interface Problem {
  /** As the user named it. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** `tunnels[0].phase1.enc`; empty for the whole file. */
  path: string;
  /** An error keeps the description from being used; a note asks for nothing, with --strict neither. */
  severity: "error" | "warning" | "note";
  /** What was found and what is allowed. */
  message: string;
  /** The nearest right word for a misspelt one. */
  suggestion?: string;
}

/** A weak choice that the description accepts. */
export interface Accepted extends Omit<Problem, "severity" | "suggestion"> {
  /** The last day: `2027-06-30`. */
  until: string;
  /** Why. */
  because: string;
}

/** A problem on one line, as compilers print them. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, path, message, suggestion } = problem;
  const where = path ? `${path}: ` : "";
  const hint = suggestion ? `; did you mean ${suggestion}?` : "";
  return plain(`${file}:${line}:${column}: ${severity}: ${where}${message}${hint}`);
}

/** A description that cannot be used; all that is wrong with it at once. */
export class DescriptionError extends GatewrightError {
  /** `DescriptionError`. */
  override name = "DescriptionError";
  /** Errors and warnings in the order of the file. */
  readonly problems: Problem[];

  /** Joins `problems` into one error. */
  constructor(problems: Problem[]) {
    super(problems.map(formatProblem).join("\n"), { kind: "description" });
    this.problems = problems;
  }

  /** The problems, a line for each. */
  override format(): string {
    return this.message;
  }

  /** The problems as data. */
  override toJSON(): Record<string, unknown> {
    return { error: this.message, exitCode: this.exitCode, problems: this.problems };
  }
}
