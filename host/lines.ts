/**
 * Text files made of lines.
 * @module
 */

/** The lines with a newline behind each, also behind the last: OpenBSD's rc(8) appends to such files. */
export function lines(list: string[]): string {
  return list.map((line) => `${line}\n`).join("");
}
