/**
 * Where a part of a rule set comes from.
 * @module
 */

/** A place in a text that was read. */
export interface Place {
  /** The file, for what an `include` brought in; absent for the text itself. */
  file?: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units. What a macro stands for has the place of the macro's use. */
  column: number;
}

/** Where a statement comes from: a field of the description, a place in a text, or both. */
export interface Origin {
  /** The path of the field in the description: `["firewall", "allow", 0]`. */
  field?: readonly (string | number)[];
  /** The place of the statement's first word. */
  place?: Place;
}
