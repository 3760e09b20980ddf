/**
 * Complaints about a pf.conf(5).
 * @module
 */
import type { Origin, Place } from "./place.ts";

/** A complaint about a text or a rule set. */
export interface PfComplaint {
  /** An error: pfctl(8) would refuse the whole file. */
  severity: "error" | "warning";
  /** The message, on one line, without a full stop. */
  reason: string;
  /** What to type instead. */
  next?: string;
  /** The nearest valid word for a misspelt one. */
  suggestion?: string;
  /** Place in the text, if it was read from one. */
  place?: Place;
  /** Origin of the statement. */
  origin?: Origin;
}
