/**
 * Quotes for sh(1).
 * @module
 */

/** `text` as one word that no shell looks into. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The same in a command that a person reads: without quotes where none are needed. */
export function shownWord(text: string): string {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : shellWord(text);
}
