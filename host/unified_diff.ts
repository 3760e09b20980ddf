/**
 * A unified diff of two short texts, for people.
 * @module
 */
import { createTwoFilesPatch } from "diff";

const MAX_LINES = 2000;

/**
 * The difference of two texts in the form of `diff -u`; empty if there is none. Texts of more than
 * 2000 lines are only said to differ.
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
  // The line above the names is only of use to programs.
  return patch.replace(/^=+\n/, "");
}
