/**
 * Words of hostname.if(5), whose lines netstart(8) splits at blanks, joins again, and has sh(1) read.
 * @module
 */

/** Why `text` cannot be a word of hostname.if(5); undefined if it can. Never holds the text itself. */
export function hostnameWordFault(text: string): string | undefined {
  if (text.includes("\\")) return "has a backslash, which netstart(8) takes for an escape";
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return "has control characters";
  if (/ {2}/.test(text)) return "has two blanks in a row, of which netstart(8) keeps one";
  return undefined;
}

/** `text` as one word of hostname.if(5), quoted where sh(1) would read it as something else. */
export function hostnameWord(text: string): string {
  if (/^[A-Za-z0-9_./:=+@%,^-]+$/.test(text)) return text;
  // There is no escape for a quote that netstart(8) of every release leaves alone.
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}
