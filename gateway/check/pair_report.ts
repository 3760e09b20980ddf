/**
 * How the checks of two related descriptions report.
 * @module
 */
import type { Path } from "../document/document.ts";
import type { Problem } from "../document/problem.ts";

/** Reports a problem of the later description, with the related place in the earlier one. */
export type PairReport = (
  path: Path,
  other: Path,
  severity: Problem["severity"],
  /** Text after the place of the other: `a.yaml:3:1 has vhid 2`. */
  message: (place: string) => string,
) => void;
