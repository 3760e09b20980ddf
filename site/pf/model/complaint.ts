/**
 * What is wrong with a pf.conf(5).
 * @module
 */
import type { Origin, Place } from "./place.ts";

/** One complaint about a text or a rule set. */
export interface PfComplaint {
  /** An error: pfctl(8) would refuse the whole file. */
  severity: "error" | "warning";
  /** What is wrong, in one line, without a full stop. */
  reason: string;
  /** What to type in its place. */
  next?: string;
  /** The nearest right word for a misspelt one. */
  suggestion?: string;
  /** Where, in a text that was read. */
  place?: Place;
  /** Where the statement comes from. */
  origin?: Origin;
}
