/**
 * How the installer finds the answer to a question (`_autorespond` in install.sub, the same from
 * 5.6 to now).
 * @module
 */

/** One usable line of a response file. */
export interface ResponseLine {
  key: string;
  value: string;
}

/** The usable lines of a response file; comments and lines without key or value are no answers. */
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
 * Whether a line with `key` answers `question`: the key is a run of whole words in it, where a word
 * ends only at a blank, at `?`, or at the end.
 */
export function answers(key: string, question: string): boolean {
  const [wanted, asked] = [key.toLowerCase(), question.toLowerCase()];
  for (let at = asked.indexOf(wanted); wanted && at >= 0; at = asked.indexOf(wanted, at + 1)) {
    const before = at === 0 || asked[at - 1] === " ";
    const after = asked[at + wanted.length];
    if (before && (after === undefined || after === " " || after === "?")) return true;
  }
  return false;
}

/** The answer to `question`: the first matching line, which is removed from `lines`. */
export function consume(lines: ResponseLine[], question: string): ResponseLine | undefined {
  const at = lines.findIndex((line) => answers(line.key, question));
  return at < 0 ? undefined : lines.splice(at, 1)[0];
}
