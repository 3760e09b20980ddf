/**
 * Text files made of lines.
 * @module
 */

/** The lines, each with a newline after it, the last too: OpenBSD's rc(8) appends to such files. */
export function lines(list: string[]): string {
  return list.map((line) => `${line}\n`).join("");
}
