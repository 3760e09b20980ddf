/**
 * Shortens the description of a field for lists.
 * @module
 */

/**
 * The beginning of `description`, up to a colon, semicolon or full stop outside brackets; the whole
 * sentence if that is a single word.
 */
export function shortText(description: string): string {
  const first = upTo(description, ".;:");
  return first.includes(" ") ? first : upTo(description, ".");
}

/** `text` before the first of `ends` that a space follows, outside brackets. */
function upTo(text: string, ends: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if ("({[".includes(letter)) depth++;
    else if (")}]".includes(letter)) depth--;
    else if (depth === 0 && ends.includes(letter) && text[at + 1] === " ") {
      return text.slice(0, at);
    }
  }
  return text.replace(/[.;:]$/, "");
}
