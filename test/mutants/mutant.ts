/**
 * A small mistake that the tests must notice.
 * @module
 */

/** One piece of source with a mistake put into it. */
export interface Mutant {
  /** The source file. */
  file: string;
  /** Occurs exactly once in it. */
  from: string;
  /** Takes its place. */
  to: string;
  /** Test files, one of which must fail. */
  tests: readonly string[];
}

/** The mutants of one source file, each with the tests that notice it or those of the file. */
export function of(
  file: string,
  tests: readonly string[],
  ...changes: readonly (readonly [from: string, to: string, tests?: readonly string[]])[]
): Mutant[] {
  return changes.map(([from, to, own]) => ({ file, from, to, tests: own ?? tests }));
}
