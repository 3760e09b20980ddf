/**
 * What a command of `gatewright` is.
 * @module
 */

import type { Attached } from "./terminal.ts";

/** What only tests give: no word, flag or variable of a user's sets it. */
export interface Testing {
  /** Put before every path of a gateway that is spoken to over ssh. */
  base?: string;
  /** The name of a fault that a rehearsal has. */
  fault?: string;
}

/** A flag of a command. */
export interface Flag {
  /** Without dashes: `no-verify`. */
  name: string;
  /** One line for the help. */
  summary: string;
  /** Its value: a name such as `URI`, or words to choose from, `kvm|tcg`; a flag without one is a switch. */
  value?: string;
}

/** What a command is given. */
export interface Context {
  /** The words that are no flags. */
  words: string[];
  /** Values of the flags that were given, by name. */
  // deno-lint-ignore house/lookup -- main.ts makes it without a prototype
  flags: Readonly<Record<string, string | true | undefined>>;
  /** Write results as JSON. */
  json: boolean;
  /** Aborted by SIGINT and SIGTERM. */
  signal: AbortSignal;
  /** Writes a line of results to standard output. */
  print(line: string): void;
  /** As `print`, for what a person copies, a key in it: what looks like the password of a URL stays. */
  printExact(lines: string): void;
  /** Writes a line about the work to standard error. */
  note(line: string): void;
  /** Writes a piece of a file to standard output: bytes for programs, text for a person. */
  content(bytes: Uint8Array): Promise<void>;
  /** Asks a person for yes or no; undefined where nobody is there to answer. */
  ask: ((question: string) => boolean) | undefined;
  /** Asks a person for a line, with what is taken for an empty one; undefined where nobody is there. */
  answer: ((question: string, initial: string) => string) | undefined;
  /** Gives the terminal to another machine for a while; undefined where there is none. */
  attach: (() => Attached) | undefined;
  /** Standard error is a terminal: {@linkcode status} is seen. */
  live: boolean;
  /** Replaces the lines below all others, cut to the width of the terminal; empty: removes them. */
  status(...lines: string[]): void;
  /** Empty but in tests. */
  testing: Testing;
}

/** A command. */
export interface Command {
  /** The word after `gatewright`. */
  name: string;
  /** The words after the name: `FILE...`. */
  usage: string;
  /** Fixed words to choose from, by place after the name; `undefined`, and all later places: files. */
  words?: readonly (readonly string[] | undefined)[];
  /** A whole command line that works. */
  example: string;
  /** Its flags, in the order of the help; `--help` is understood by all. */
  flags: readonly Flag[];
  /** Does the work; the number is the exit code. Throws GatewrightError for all a user can act on. */
  run(context: Context): Promise<number>;
}

/** A command with its line of the table in `commands.ts`. */
export interface ListedCommand extends Command {
  /** One line for the list of commands. */
  summary: string;
}

/** The words a flag's value is chosen from; `undefined` if it is free or there is none. */
export function choices({ value }: Flag): string[] | undefined {
  return value?.includes("|") ? value.split("|") : undefined;
}

/** The flag that makes a command print JSON. */
export const JSON_FLAG: Flag = { name: "json", summary: "print results and errors as JSON" };
