/**
 * How the installer matches answers to questions (`_autorespond` in install.sub, unchanged since
 * 5.6).
 * @module
 */

/** One valid line of a response file. */
export interface ResponseLine {
  /** Text before the first `=`, without leading and trailing blanks. */
  key: string;
  /** Text after it, without leading and trailing blanks; never empty. */
  value: string;
}

/**
 * The valid lines of a response file, in order. Comments and lines without a key or a value are
 * skipped. There is no quoting: quotes, `#` and further `=` are part of the value.
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
 * Whether a line with `key` answers `question`: the key must be a sequence of whole words in it,
 * case-insensitive. A word starts at the beginning or after a blank and ends at a blank, at `?`, or
 * at the end.
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

/** The answer to `question`: the first line that matches, which is removed from `lines`. */
export function consume(lines: ResponseLine[], question: string): ResponseLine | undefined {
  const at = lines.findIndex((line) => answers(line.key, question));
  return at < 0 ? undefined : lines.splice(at, 1)[0];
}
