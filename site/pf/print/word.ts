/**
 * Writes words so that pfctl(8) reads them as they are.
 * @module
 */
import { GatewrightError } from "../../../host/error.ts";
import { KEYWORDS } from "../names/words.ts";

/** A name: bare where it can be, in quotes where it is a word of the grammar or has other characters. */
export function word(text: string): string {
  // What begins with a digit and ends in other characters is a word, digits alone are a number.
  return /^[A-Za-z0-9_:][A-Za-z0-9_:.*%+@-]*$/.test(text) && !/^[0-9]+$/.test(text) &&
      !KEYWORDS.has(text)
    ? text
    : quoted(text);
}

/** Text in quotes. Throws where pf.conf(5) has no way to write it. */
export function quoted(text: string): string {
  if (/[\n\0]|\\$/.test(text)) {
    throw new GatewrightError(`${JSON.stringify(text)} cannot be written in pf.conf(5)`, {
      why: "text in quotes has no newline and no NUL, and does not end with a backslash",
      next: "use other characters",
    });
  }
  return `"${text.replace(/"|(?<=\\)[ \t]/g, "\\$&")}"`;
}

/** A comment behind `# `: one line that does not make the next one part of it. */
export function commented(text: string): string {
  // deno-lint-ignore no-control-regex
  const line = text.replace(/[\x00-\x1f\x7f]/g, " ").replace(/[\\\s]+$/, "");
  return line === "" ? "#" : `# ${line}`;
}

/** One element alone, several in braces. */
export function listed(items: readonly string[]): string {
  return items.length === 1 ? items[0]! : `{ ${items.join(" ")} }`;
}
