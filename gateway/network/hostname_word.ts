/**
 * Words of hostname.if(5). netstart(8) splits lines at blanks, joins the words again, and passes
 * them to sh(1).
 * @module
 */

/**
 * Why `text` cannot be a word of hostname.if(5); undefined if it can. Never contains the text
 * itself.
 */
export function hostnameWordFault(text: string): string | undefined {
  if (text.includes("\\")) return "has a backslash, which netstart(8) takes for an escape";
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return "has control characters";
  if (/ {2}/.test(text)) return "has two blanks in a row, of which netstart(8) keeps one";
  return undefined;
}

/** `text` as one word of hostname.if(5), quoted if sh(1) would interpret it. */
export function hostnameWord(text: string): string {
  if (/^[A-Za-z0-9_./:=+@%,^-]+$/.test(text)) return text;
  // No escape for a quote works with netstart(8) of every release.
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}
