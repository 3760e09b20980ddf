/**
 * How the checks of two descriptions that belong together say what they found.
 * @module
 */
import type { Path } from "../document/document.ts";
import type { Problem } from "../document/problem.ts";

/** Takes a complaint about the later of the two, with a place of the earlier one. */
export type PairReport = (
  path: Path,
  other: Path,
  severity: Problem["severity"],
  /** What follows the place of the other: `a.yaml:3:1 has vhid 2`. */
  message: (place: string) => string,
) => void;
