/**
 * Origins of parts of a rule set.
 * @module
 */

/** A place in a text that was read. */
export interface Place {
  /** The included file; absent for the main text. */
  file?: string;
  /** Line, from 1. */
  line: number;
  /** Column, from 1, in UTF-16 units. The text of a macro has the place where the macro is used. */
  column: number;
}

/** The origin of a statement: a field of the description, a place in a text, or both. */
export interface Origin {
  /** The path of the field in the description: `["firewall", "allow", 0]`. */
  field?: readonly (string | number)[];
  /** The place of the statement's first word. */
  place?: Place;
}
