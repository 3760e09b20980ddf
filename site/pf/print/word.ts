/**
 * Prints words so that pfctl(8) reads them back unchanged.
 * @module
 */
import { GatewrightError } from "../../../host/error.ts";
import { KEYWORDS } from "../names/words.ts";

/** A name: unquoted if possible, quoted if it is a keyword or has other characters. */
export function word(text: string): string {
  // A token that starts with a digit is a word if it has other characters, and a number otherwise.
  return /^[A-Za-z0-9_:][A-Za-z0-9_:.*%+@-]*$/.test(text) && !/^[0-9]+$/.test(text) &&
      !KEYWORDS.has(text)
    ? text
    : quoted(text);
}

/** Quoted text. Throws if pf.conf(5) cannot express it. */
export function quoted(text: string): string {
  if (/[\n\0]|\\$/.test(text)) {
    throw new GatewrightError(`${JSON.stringify(text)} cannot be written in pf.conf(5)`, {
      why: "text in quotes has no newline and no NUL, and does not end with a backslash",
      next: "use other characters",
    });
  }
  return `"${text.replace(/"|(?<=\\)[ \t]/g, "\\$&")}"`;
}

/** A comment after `# `: on one line, and not continued on the next. */
export function commented(text: string): string {
  // deno-lint-ignore no-control-regex
  const line = text.replace(/[\x00-\x1f\x7f]/g, " ").replace(/[\\\s]+$/, "");
  return line === "" ? "#" : `# ${line}`;
}

/** A single element, or several in braces. */
export function listed(items: readonly string[]): string {
  return items.length === 1 ? items[0]! : `{ ${items.join(" ")} }`;
}
