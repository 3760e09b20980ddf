/**
 * Makes text safe to show. Names on disks, output of guests and mirrors, and descriptions may be
 * hostile: a terminal obeys control characters (ECMA-48), and reorders text after bidirectional
 * ones (UAX 9).
 * @module
 */

/**
 * Control characters (C0, DEL, C1), bidirectional and other format characters, line and paragraph
 * separators, and characters that are invisible by default; except the variation selectors of emoji
 * (U+FE00 to U+FE0F), which are harmless.
 */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\uFE00-\uFE0F]]/gv;

/** A character as a JSON escape, so that JSON text keeps its meaning: `\u001b`. */
function escaped(character: string): string {
  return character.split("").map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/**
 * `text` with control and invisible characters as JSON escapes; newlines and tabs stay. All output
 * goes through this, in build/cli/terminal.ts.
 *
 * @example
 * ```ts
 * printable("a\x1b[2Jb\n"); // "a\\u001b[2Jb\n"
 * ```
 */
export function printable(text: string): string {
  return text.replace(UNSEEN, (one) => one === "\n" || one === "\t" ? one : escaped(one));
}

/** As {@linkcode printable}, on one line: a name with a newline in it must not forge a line. */
export function plain(text: string): string {
  return text.replace(UNSEEN, escaped);
}
