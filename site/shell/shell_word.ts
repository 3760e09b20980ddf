/**
 * Quotes for sh(1).
 * @module
 */

/** `text` as one word that no shell looks into. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
