/**
 * What is wrong with a description, and where.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { plain } from "../../host/printable.ts";

/** One complaint about a description. */
export interface Problem {
  /** File, as the user named it. */
  file: string;
  /** Line, from 1. */
  line: number;
  /** Column, from 1. */
  column: number;
  /** `tunnels[0].phase1.enc`; empty for the whole file. */
  path: string;
  /** An error makes the description unusable; a note is never an error, not even with --strict. */
  severity: "error" | "warning" | "note";
  /** What was found and what is allowed. */
  message: string;
  /** The nearest valid word for a misspelt one. */
  suggestion?: string;
}

/** A weak choice that the description accepts. */
export interface Accepted extends Omit<Problem, "severity" | "suggestion"> {
  /** Last day: `2027-06-30`. */
  until: string;
  /** The reason. */
  because: string;
}

/** A problem on one line, in the format of compilers. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, path, message, suggestion } = problem;
  const where = path ? `${path}: ` : "";
  const hint = suggestion ? `; did you mean ${suggestion}?` : "";
  return plain(`${file}:${line}:${column}: ${severity}: ${where}${message}${hint}`);
}

/** A description that cannot be used, with everything that is wrong with it. */
export class DescriptionError extends GatewrightError {
  /** `DescriptionError`. */
  override name = "DescriptionError";
  /** Errors and warnings in the order of the file. */
  readonly problems: Problem[];

  /** Joins `problems` into one error, whose message has the errors first. */
  constructor(problems: Problem[]) {
    const late = (one: Problem) => one.severity === "error" ? 0 : 1;
    const shown = problems.toSorted((a, b) => late(a) - late(b));
    super(shown.map(formatProblem).join("\n"), { kind: "description" });
    this.problems = problems;
  }

  /** The problems, one per line. */
  override format(): string {
    return this.message;
  }

  /** The problems as data. */
  override toJSON(): Record<string, unknown> {
    return { error: this.message, exitCode: this.exitCode, problems: this.problems };
  }
}
