/**
 * Long lists in messages.
 * @module
 */

/** Characters of a line that are shown. */
const WIDEST = 200;

/** `text` cut to what fits into a line of a message. */
export function clip(text: string, most: number = WIDEST): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 3).join("")}...`;
}

/**
 * The first of many lines, each clipped, and how many more there are.
 *
 * @param where to see them all, such as `--json`
 */
export function few(lines: readonly string[], most: number, where?: string): string[] {
  // One that is left out would take as much room as the words that say so.
  if (lines.length <= most + 1) return lines.map((line) => clip(line));
  const more = `and ${lines.length - most} more${where === undefined ? "" : ` (${where})`}`;
  return [...lines.slice(0, most).map((line) => clip(line)), more];
}
