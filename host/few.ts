/**
 * Shortening long lists in messages.
 * @module
 */

/** Characters shown of a line. */
const WIDEST = 200;

/** `text` cut to fit into a line of a message. */
export function clip(text: string, most: number = WIDEST): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 3).join("")}...`;
}

/**
 * The first of `lines`, each clipped, and how many more there are.
 *
 * @param where to see them all, such as `--json`
 */
export function few(lines: readonly string[], most: number, where?: string): string[] {
  // The line that counts the rest would take as much room as one line left out.
  if (lines.length <= most + 1) return lines.map((line) => clip(line));
  const more = `and ${lines.length - most} more${where === undefined ? "" : ` (${where})`}`;
  return [...lines.slice(0, most).map((line) => clip(line)), more];
}
