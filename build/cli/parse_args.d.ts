/**
 * The types of `@std/cli/parse-args`, whose npm package comes without.
 * @module
 */

/** What to make of the arguments. */
export interface ParseOptions {
  /** Switches. */
  boolean?: string[];
  /** Flags with a value. */
  string?: string[];
  /** Flags that may be given several times; their value is an array. */
  collect?: string[];
  /** Switches that `--no-NAME` turns off. */
  negatable?: string[];
  /** Other names of flags, by name. */
  alias?: Record<string, string>;
  /** Called for every flag that is not named above, and for every word. */
  unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}

/** Flags by name; the words that are no flags are in `_`. */
export interface ParsedArgs {
  /** The value of a flag. */
  [flag: string]: unknown;
  /** The words that are no flags. */
  _: (string | number)[];
}

/** Parses arguments as GNU programs do. */
export function parseArgs(args: string[], options?: ParseOptions): ParsedArgs;
