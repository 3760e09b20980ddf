/**
 * Finds the word that was probably meant.
 * @module
 */
import damerauLevenshtein from "damerau-levenshtein";

/** Longer words are not compared. */
const LONGEST = 80;

/**
 * Of a longer list only the first words are compared: a description may have thousands of names.
 */
const MOST_WORDS = 500;

/**
 * The one of `words` nearest to `given` by edit distance, at most `most` edits away. Default: a
 * third of the letters, but at least two unless `given` is short.
 */
export function nearest(
  given: string,
  words: Iterable<string>,
  most = given.length < 4 ? 1 : Math.max(2, Math.floor(given.length / 3)),
): string | undefined {
  // A long text is not a misspelt word, and comparing it with every name would be slow.
  if (given.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = most + 1;
  let left = MOST_WORDS;
  for (const word of words) {
    if (left-- === 0) break;
    if (Math.abs(given.length - word.length) >= least) continue;
    // Two swapped letters count as one edit.
    const { steps: edits } = damerauLevenshtein(given.toLowerCase(), word.toLowerCase());
    if (edits < least) [best, least] = [word, edits];
  }
  return best;
}
