/**
 * Finds the word that was probably meant.
 * @module
 */
import damerauLevenshtein from "damerau-levenshtein";

/** No word that is looked for has more letters. */
const LONGEST = 80;

/** Of a longer list only the first words are compared: a description may have thousands of names. */
const MOST_WORDS = 500;

/**
 * The one of `words` nearest to `given` by edit distance, if it is near enough to be meant: `most` edits
 * away, by default a third of its letters, and two unless it is short.
 */
export function nearest(
  given: string,
  words: Iterable<string>,
  most = given.length < 4 ? 1 : Math.max(2, Math.floor(given.length / 3)),
): string | undefined {
  // A long text is no misspelt word, and would be compared letter by letter with each.
  if (given.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = most + 1;
  let left = MOST_WORDS;
  for (const word of words) {
    if (left-- === 0) break;
    if (Math.abs(given.length - word.length) >= least) continue;
    // Two letters that changed places are one edit.
    const { steps: edits } = damerauLevenshtein(given.toLowerCase(), word.toLowerCase());
    if (edits < least) [best, least] = [word, edits];
  }
  return best;
}
