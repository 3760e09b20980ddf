/**
 * The name of standard input where a description is expected.
 * @module
 */

/** As for cat(1). A file of this name is `./-`. */
export const STANDARD_INPUT = "-";
