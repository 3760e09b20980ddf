/**
 * How the installer finds the answer to a question (`_autorespond` in install.sub, the same from
 * 5.6 to now).
 * @module
 */

/** One usable line of a response file. */
export interface ResponseLine {
  /** What stands before the first `=`, without the blanks around it. */
  key: string;
  /** What stands after it, without the blanks around it; never empty. */
  value: string;
}

/**
 * The usable lines of a response file, in order. Comments and lines without key or value are no
 * answers. Nothing is quoted: quotes, `#` and further `=` belong to the value.
 */
export function parseResponse(text: string): ResponseLine[] {
  return text.split("\n").flatMap((raw) => {
    const line = raw.replace(/^[ \t]+|[ \t]+$/g, "");
    const at = line.indexOf("=");
    if (line.startsWith("#") || at < 1 || at === line.length - 1) return [];
    return [{
      key: line.slice(0, at).replace(/[ \t]+$/, ""),
      value: line.slice(at + 1).replace(/^[ \t]+/, ""),
    }];
  });
}

/**
 * Whether a line with `key` answers `question`: the key is a run of whole words in it, whatever the
 * case. A word begins at the beginning or after a blank and ends at a blank, at `?`, or at the end.
 *
 * @example
 * ```ts
 * answers("Password for root", "Password for root account?"); // true
 * answers("Start sshd", "Start sshd(8) by default?"); // false: a word does not end at (
 * ```
 */
export function answers(key: string, question: string): boolean {
  const [wanted, asked] = [key.toLowerCase(), question.toLowerCase()];
  if (!wanted) return false;
  for (let at = asked.indexOf(wanted); at >= 0; at = asked.indexOf(wanted, at + 1)) {
    const before = asked[at - 1];
    const after = asked[at + wanted.length];
    if (
      (before === undefined || before === " " || before === "\t") &&
      (after === undefined || after === " " || after === "\t" || after === "?")
    ) return true;
  }
  return false;
}

/** The answer to `question`: the first line that fits, which is removed from `lines`. */
export function consume(lines: ResponseLine[], question: string): ResponseLine | undefined {
  const at = lines.findIndex((line) => answers(line.key, question));
  return at < 0 ? undefined : lines.splice(at, 1)[0];
}
