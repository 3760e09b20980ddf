/**
 * Escapes text for XML.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";

const ENTITIES: ReadonlyMap<string, string> = new Map(Object.entries({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
}));

// Control characters (a parser would replace those that XML allows by blanks), lone surrogates, and
// the two code points that XML 1.0 excludes.
// deno-lint-ignore no-control-regex
const REFUSED = /[\u0000-\u001f\u007f-\u009f\p{Cs}\ufffe\uffff]/u;

/**
 * `text` escaped for XML, as content or in quotes of either kind.
 *
 * @param field source of the text, for the error: `domain.description`
 * @throws {GatewrightError} if the text contains a character that XML cannot represent unchanged.
 *
 * @example
 * ```ts
 * escapeXml("R&D <lab>", "domain.description"); // R&amp;D &lt;lab&gt;
 * ```
 */
export function escapeXml(text: string, field: string): string {
  const bad = REFUSED.exec(text);
  if (bad) {
    const code = bad[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    throw new GatewrightError("a value holds a character that XML cannot carry", {
      kind: "description",
      where: field,
      why: `character U+${code}`,
      next: `take it out of ${field}`,
    });
  }
  return text.replace(/[&<>"']/g, (character) => ENTITIES.get(character)!)
    // Invisible characters are written by number.
    .replace(/[\p{Cf}\u2028\u2029]/gu, (one) => `&#x${one.codePointAt(0)!.toString(16)};`);
}
