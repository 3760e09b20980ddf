/**
 * The tokens of a pf.conf(5).
 * @module
 */

/** A word, a sign or a newline. */
export interface Token {
  /**
   * - `keyword`: a keyword of the grammar; `text` is the keyword.
   * - `string`: any other word, or a quoted one; `text` is its value.
   * - `number`: digits; `text` is the number in decimal.
   * - `sign`: `{`, `!=`, `<`, or a character that is not allowed in a pf.conf; `text` is the sign.
   * - `newline`, `end`: the end of a line, of the file. A comment belongs to its newline.
   * - `broken`: the rest of the line cannot be parsed; `text` is the reason.
   */
  kind: "keyword" | "string" | "number" | "sign" | "newline" | "end" | "broken";
  text: string;
  /** Offset of its first character in the text; for text of a macro, of the macro use. */
  at: number;
  /** It was quoted. */
  quoted?: boolean;
  /** The comment before the newline. */
  comment?: string;
  /** What to type, for `broken`. */
  next?: string;
}

/** The token as shown in complaints. */
export function shown(token: Token): string {
  if (token.kind === "newline" || token.kind === "end") return "the end of the line";
  const text = token.text.length > 40 ? `${token.text.slice(0, 37)}...` : token.text;
  return token.kind === "sign" && /[^ -~]/.test(text)
    ? `the character U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`
    : JSON.stringify(text);
}
