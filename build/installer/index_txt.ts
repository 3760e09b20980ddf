/**
 * The `index.txt` of a mirror folder, where the installer finds the names of sets.
 * @module
 */

/**
 * The text for `files` in the format of `ls -l`; the installer reads the last word of each line.
 */
export function indexTxt(files: { name: string; size: number }[]): string {
  return [...files].sort((a, b) => a.name < b.name ? -1 : 1)
    .map(({ name, size }) =>
      `-rw-r--r--  1 0  0  ${String(size).padStart(12)} Jan  1 00:00:00 2000 ${name}\n`
    ).join("");
}
