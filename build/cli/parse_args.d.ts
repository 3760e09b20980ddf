/**
 * Types of `@std/cli/parse-args`, whose npm package has none.
 * @module
 */

/** Options of the parser. */
export interface ParseOptions {
  /** Flags without a value. */
  boolean?: string[];
  /** Flags with a value. */
  string?: string[];
  /** Flags that may be repeated; their value is an array. */
  collect?: string[];
  /** Flags that `--no-NAME` turns off. */
  negatable?: string[];
  /** Aliases of flags, by name. */
  alias?: Record<string, string>;
  /** Called for every unknown flag, and for every argument. */
  unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}

/** Flags by name; arguments are in `_`. */
export interface ParsedArgs {
  /** The value of a flag. */
  [flag: string]: unknown;
  /** Arguments that are not flags. */
  _: (string | number)[];
}

/** Parses the command line in GNU style. */
export function parseArgs(args: string[], options?: ParseOptions): ParsedArgs;
