/**
 * The types of a command of `gatewright`.
 * @module
 */

import type { Attached } from "./terminal.ts";

/** Settings for tests only: no argument, flag or variable sets them. */
export interface Testing {
  /** Prefix of every path on a gateway that is reached by ssh. */
  base?: string;
  /** The name of a fault of a rehearsal. */
  fault?: string;
}

/** A flag of a command. */
export interface Flag {
  /** Name without dashes: `no-verify`. */
  name: string;
  /** One line for the help. */
  summary: string;
  /**
   * Its value: a placeholder such as `URI`, or alternatives such as `kvm|tcg`; absent: a switch.
   */
  value?: string;
  /** The name that it had, which scripts may use. */
  formerly?: string;
}

/** Context of a command. */
export interface Context {
  /** Arguments that are not flags. */
  words: string[];
  /** Values of the given flags, by name. */
  // deno-lint-ignore house/lookup -- main.ts makes it without a prototype
  flags: Readonly<Record<string, string | true | undefined>>;
  /** Write results as JSON. */
  json: boolean;
  /** Aborted by SIGINT and SIGTERM. */
  signal: AbortSignal;
  /** Writes a line of results to standard output. */
  print(line: string): void;
  /**
   * As `print`, for text to copy, such as a key: whatever looks like the password of a URL is kept.
   */
  printExact(lines: string): void;
  /** Writes a message to standard error. */
  note(line: string): void;
  /**
   * Writes a part of a file to standard output: unchanged to a program, made printable on a
   * terminal.
   */
  content(bytes: Uint8Array): Promise<void>;
  /** Asks a yes-or-no question; undefined if there is no terminal. */
  ask: ((question: string) => boolean) | undefined;
  /** Asks for a line, with a default for an empty one; undefined if there is no terminal. */
  answer: ((question: string, initial: string) => string) | undefined;
  /** Passes the terminal to another machine; undefined if there is none. */
  attach: (() => Attached) | undefined;
  /** Standard error is a terminal, so that {@linkcode status} is displayed. */
  live: boolean;
  /** Replaces the status lines, cut to the width of the terminal; an empty text removes them. */
  status(...lines: string[]): void;
  /** Empty except in tests. */
  testing: Testing;
}

/** A command. */
export interface Command {
  /** Its name after `gatewright`. */
  name: string;
  /** Its arguments: `FILE...`. */
  usage: string;
  /** Alternatives of arguments, by position; for `undefined` and all later positions: files. */
  words?: readonly (readonly string[] | undefined)[];
  /** A complete example. */
  example: string;
  /** Its flags, in the order of the help; every command also has `--help`. */
  flags: readonly Flag[];
  /**
   * Runs the command and returns the exit code. Throws a GatewrightError for anything a user can
   * act on.
   */
  run(context: Context): Promise<number>;
}

/** A command with its line in the table of `commands.ts`. */
export interface ListedCommand extends Command {
  /** One line for the list of commands. */
  summary: string;
}

/** The alternatives of a flag's value; `undefined` if it is free or a switch. */
export function choices({ value }: Flag): string[] | undefined {
  return value?.includes("|") ? value.split("|") : undefined;
}

/** The flag that makes a command print JSON. */
export const JSON_FLAG: Flag = { name: "json", summary: "print results and errors as JSON" };
