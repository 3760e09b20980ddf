/**
 * Shortens the description of a field to what has room in a list.
 * @module
 */

/**
 * What `description` begins with, up to a colon, semicolon or full stop that is not in brackets. Where that
 * is one word, such as a value that the rest tells about, the whole sentence.
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
