/**
 * The words that a pf.conf(5) is made of.
 * @module
 */

/** One word, sign or end of a line. */
export interface Token {
  /**
   * - `keyword`: a word of the grammar; `text` is the word.
   * - `string`: any other word, or one in quotes; `text` is what it stands for.
   * - `number`: digits; `text` is the number in decimal.
   * - `sign`: `{`, `!=`, `<`, or a character that has no place in a pf.conf; `text` is it.
   * - `newline`, `end`: of a line, of the file. A comment belongs to the end of its line.
   * - `broken`: nothing can be made of the rest of the line; `text` says why.
   */
  kind: "keyword" | "string" | "number" | "sign" | "newline" | "end" | "broken";
  text: string;
  /** Offset of its first character in the text; of the macro's use where a macro stands for it. */
  at: number;
  /** It stood in quotes. */
  quoted?: boolean;
  /** The comment before the end of the line. */
  comment?: string;
  /** What to type, for `broken`. */
  next?: string;
}

/** The token as a complaint shows it. */
export function shown(token: Token): string {
  if (token.kind === "newline" || token.kind === "end") return "the end of the line";
  const text = token.text.length > 40 ? `${token.text.slice(0, 37)}...` : token.text;
  return token.kind === "sign" && /[^ -~]/.test(text)
    ? `the character U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`
    : JSON.stringify(text);
}
