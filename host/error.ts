/**
 * The error that users see.
 * @module
 */

import type { ErrorCode } from "./error_codes.ts";
import { plain } from "./printable.ts";

/** Exit codes of the command line; they are part of the interface. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  description: 3,
  verification: 4,
  timeout: 5,
  interrupted: 130,
} as const;

/** A name of {@linkcode EXIT}. */
export type ExitKind = Exclude<keyof typeof EXIT, "done">;

export { ERROR_CODES, type ErrorCode } from "./error_codes.ts";

/** What a {@linkcode GatewrightError} carries besides its message. */
export interface ErrorDetails {
  /** Decides the exit code. Default: `failed`. */
  kind?: ExitKind;
  /** For programs that act on it. */
  code?: ErrorCode;
  /** `hq.yaml:23:7`, a file, a URL, or the console line. */
  where?: string;
  /** Why it happened, if known; the output of the program that failed. */
  why?: string;
  /** What to type or change next. */
  next?: string;
  /** The error that led to this one, for a stack trace. */
  cause?: unknown;
}

/**
 * An error that a user can act on: what, where, why and what to do next. Never put a secret in any
 * of its fields.
 *
 * @example
 * ```ts
 * throw new GatewrightError("no disk space for the image", {
 *   where: "/srv/out",
 *   why: "6144 MiB wanted, 812 MiB free",
 *   next: "free some space",
 * });
 * ```
 */
export class GatewrightError extends Error {
  /** `GatewrightError`. */
  override name = "GatewrightError";
  /** Decides {@linkcode GatewrightError.exitCode}. */
  readonly kind: ExitKind;
  /** For programs that act on it. */
  readonly code: ErrorCode | undefined;
  /** `hq.yaml:23:7`, a file, a URL, or the console line. */
  readonly where: string | undefined;
  /** Why it happened, if known. */
  readonly why: string | undefined;
  /** What to type or change next. */
  readonly next: string | undefined;

  /** `message` says what went wrong, in one line, without a full stop. */
  constructor(message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = details.kind ?? "failed";
    this.code = details.code;
    this.where = details.where;
    this.why = details.why;
    this.next = details.next;
  }

  /** The exit code of a command that ends with this error. */
  get exitCode(): number {
    return EXIT[this.kind];
  }

  /** The error as text for a terminal: one line of what and where, then why and what next. */
  format(): string {
    const lines = [plain(this.where ? `${this.where}: ${this.message}` : this.message)];
    if (this.why) lines.push(`  why: ${this.why.replaceAll("\n", "\n       ")}`);
    if (this.next) lines.push(`  next: ${this.next.replaceAll("\n", "\n        ")}`);
    return lines.join("\n");
  }

  /** The error as data, for `--json`. */
  toJSON(): Record<string, unknown> {
    const out: Record<string, unknown> = { error: this.message, exitCode: this.exitCode };
    if (this.code) out.code = this.code;
    if (this.where) out.where = this.where;
    if (this.why) out.why = this.why;
    if (this.next) out.next = this.next;
    return out;
  }
}

/** The fields of `error` without its message, for an error that words it differently. */
export function detailsOf(
  { kind, code, where, why, next, cause }: GatewrightError,
): ErrorDetails {
  return {
    kind,
    ...(code === undefined ? {} : { code }),
    ...(where === undefined ? {} : { where }),
    ...(why === undefined ? {} : { why }),
    ...(next === undefined ? {} : { next }),
    ...(cause === undefined ? {} : { cause }),
  };
}
