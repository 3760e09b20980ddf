/**
 * Text made safe to show. Names on disks, words of guests, mirrors and descriptions are hostile: a
 * terminal obeys controls (ECMA-48), and shows text in another order after bidirectional ones (UAX 9).
 * @module
 */

/**
 * Controls (C0, DEL, C1), bidirectional and other format characters, separators that end a line, and
 * what is invisible by default; without the selectors of emoji (U+FE00 to U+FE0F), which do no harm.
 */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\uFE00-\uFE0F]]/gv;

/** A character as JSON writes it, so that JSON stays what it was: `\u001b`. */
function escaped(character: string): string {
  return character.split("").map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/**
 * `text` with everything that a terminal would obey or not show written as JSON does; ends of lines
 * and tabs stay. All that people see goes through here, at the one door of output
 * (build/cli/terminal.ts).
 *
 * @example
 * ```ts
 * printable("a\x1b[2Jb\n"); // "a\\u001b[2Jb\n"
 * ```
 */
export function printable(text: string): string {
  return text.replace(UNSEEN, (one) => one === "\n" || one === "\t" ? one : escaped(one));
}

/** As {@linkcode printable}, on one line: a name with an end of line in it must not forge a line. */
export function plain(text: string): string {
  return text.replace(UNSEEN, escaped);
}
