/**
 * A unified diff of two short texts, for messages.
 * @module
 */
import { createTwoFilesPatch } from "diff";

const MAX_LINES = 2000;

/**
 * The difference of two texts as `diff -u` prints it; empty if they are equal. For texts of more
 * than 2000 lines it only says that they differ.
 *
 * @param names of the two sides
 */
export function unifiedDiff(before: string, after: string, names: [string, string]): string {
  if (before === after) return "";
  const [olds, news] = [before, after].map((text) => text.split("\n").length - 1) as [
    number,
    number,
  ];
  if (olds > MAX_LINES || news > MAX_LINES) {
    return `--- ${names[0]}\n+++ ${names[1]}\n(${olds} and ${news} lines: too long to show)\n`;
  }
  const patch = createTwoFilesPatch(names[0], names[1], before, after, undefined, undefined, {
    context: 3,
  });
  // The line above the names is of use to programs only.
  return patch.replace(/^=+\n/, "");
}
