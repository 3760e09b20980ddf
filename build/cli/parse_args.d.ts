/**
 * The types of `@std/cli/parse-args`, whose npm package comes without.
 * @module
 */

/** What to make of the arguments. */
export interface ParseOptions {
  boolean?: string[];
  string?: string[];
  /** Flags that may be given several times; their value is an array. */
  collect?: string[];
  negatable?: string[];
  alias?: Record<string, string>;
  /** Called for every flag that is not named above, and for every word. */
  unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}

/** Flags by name; the words that are no flags are in `_`. */
export interface ParsedArgs {
  [flag: string]: unknown;
  _: (string | number)[];
}

/** Parses arguments as GNU programs do. */
export function parseArgs(args: string[], options?: ParseOptions): ParsedArgs;
