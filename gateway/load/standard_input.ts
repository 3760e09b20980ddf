/**
 * The word that stands for standard input where a description is named.
 * @module
 */

/** As in cat(1). A file of this name is `./-`. */
export const STANDARD_INPUT = "-";
