/**
 * Quotes for sh(1).
 * @module
 */

/** `text` as one word that a shell does not interpret. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The same for a command that is shown: without quotes where none are needed. */
export function shownWord(text: string): string {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : shellWord(text);
}
