/**
 * A unified diff of two short texts, for people.
 * @module
 */

const MAX_LINES = 2000;
const CONTEXT = 3;

/** The lines of a text; a last one without its newline carries diff's mark and so differs from one with it. */
function linesOf(text: string): string[] {
  const lines = text.split("\n");
  const last = lines.pop();
  return last ? [...lines, `${last}\n\\ No newline at end of file`] : lines;
}

/** Lines of both texts in order: kept, only in the first, only in the second. */
function script(a: string[], b: string[]): { mark: " " | "-" | "+"; line: string }[] {
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j]
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const out: { mark: " " | "-" | "+"; line: string }[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ mark: " ", line: a[i++] as string });
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      out.push({ mark: "-", line: a[i++] as string });
    } else out.push({ mark: "+", line: b[j++] as string });
  }
  return out;
}

/**
 * The difference of two texts in the form of `diff -u`; empty if there is none. Texts of more than
 * 2000 lines are only said to differ.
 *
 * @param names of the two sides
 */
export function unifiedDiff(before: string, after: string, names: [string, string]): string {
  if (before === after) return "";
  const a = linesOf(before);
  const b = linesOf(after);
  const head = `--- ${names[0]}\n+++ ${names[1]}\n`;
  if (a.length > MAX_LINES || b.length > MAX_LINES) {
    return `${head}(${a.length} and ${b.length} lines: too long to show)\n`;
  }
  const lines = script(a, b);
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ mark }) => mark !== " ")
  );
  let out = head;
  let [oldLine, newLine] = [1, 1];
  for (let i = 0; i < lines.length;) {
    if (!near[i]) {
      oldLine++, newLine++, i++;
      continue;
    }
    let end = i;
    while (end < lines.length && near[end]) end++;
    const hunk = lines.slice(i, end);
    const count = (other: string) => hunk.filter(({ mark }) => mark !== other).length;
    const [olds, news] = [count("+"), count("-")];
    out += `@@ -${olds ? oldLine : 0},${olds} +${news ? newLine : 0},${news} @@\n`;
    for (const { mark, line } of hunk) out += `${mark}${line}\n`;
    [oldLine, newLine, i] = [oldLine + olds, newLine + news, end];
  }
  return out;
}
