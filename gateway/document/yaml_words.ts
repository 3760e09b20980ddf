/**
 * Errors of the YAML parser, reworded to say what to do.
 * @module
 */

/**
 * The parser's error code, a pattern of its message, and our message, in the order they are tried.
 * None contains text of the file, which may be an unquoted secret.
 */
const WORDS: readonly (readonly [code: string, message: RegExp, ours: string])[] = [
  [
    "TAB_AS_INDENT",
    /./,
    "a tab indents this line, and YAML takes blanks only; put blanks in its place",
  ],
  ["TAG_RESOLVE_FAILED", /./, "this YAML tag is unknown; put text that begins with ! in quotes"],
  [
    "BAD_INDENT",
    /same column/,
    "this line is not aligned with the other entries of its list or map; indent it like them",
  ],
  [
    "BAD_INDENT",
    /end with a \}/,
    "a { is not closed before this line; close it with }, or indent what is in it",
  ],
  [
    "BAD_INDENT",
    /end with a \]/,
    "a [ is not closed before this line; close it with ], or indent what is in it",
  ],
  [
    "BAD_INDENT",
    /./,
    "the indent of this line matches none above it; indent it like the field it belongs beside",
  ],
  ["MISSING_CHAR", /closing "quote/, 'a " is not closed; end the text with "'],
  ["MISSING_CHAR", /closing 'quote/, "a ' is not closed; end the text with '"],
  [
    "MISSING_CHAR",
    /followed by map values/,
    "a field without a colon and a value; write name: value",
  ],
  ["MISSING_CHAR", /Missing space after :/, "there is no blank after the colon; write name: value"],
  ["MISSING_CHAR", /Missing ,/, "a comma is missing between two entries; put one before this"],
  [
    "MISSING_CHAR",
    /Comments/,
    "there is no blank before the #; put one, or put the text in quotes",
  ],
  [
    "MISSING_CHAR",
    /without - indicator/,
    "an entry of a list without its dash; begin it with - and a blank",
  ],
  [
    "BLOCK_AS_IMPLICIT_KEY",
    /Nested mappings/,
    "a second name: on this line, or the next line is indented too far; put text with a colon and a blank in it in quotes, and each field on a line of its own",
  ],
  [
    "BLOCK_AS_IMPLICIT_KEY",
    /./,
    "a list cannot be the name of a field; begin the list on a line of its own",
  ],
  [
    "MULTILINE_IMPLICIT_KEY",
    /./,
    "the name of a field extends over several lines; look for a missing colon, or a wrong indent, on the lines before this",
  ],
  [
    "BLOCK_IN_FLOW",
    /./,
    "entries in { } or [ ] are written with dashes or indents; separate them by commas",
  ],
  [
    "BAD_DQ_ESCAPE",
    /./,
    "a backslash in \" \" begins an escape, and this one is not valid; write the text in ' '",
  ],
  [
    "KEY_OVER_1024_CHARS",
    /./,
    "the name of a field is longer than 1024 characters; look for a missing quote before it",
  ],
  ["MULTIPLE_DOCS", /./, "a second YAML document; one file describes one gateway"],
  ["BAD_ALIAS", /./, "text that begins with * or & names an anchor; put it in quotes"],
  ["UNEXPECTED_TOKEN", /empty item/, "there is nothing between two commas; remove one"],
  [
    "UNEXPECTED_TOKEN",
    /node end|^Unexpected [a-z-]+ token|^Unexpected \S+ in/,
    "this does not belong here; look for a missing comma, quote or bracket before it",
  ],
];

/** Our message for an error of the parser; its own if there is none. */
export function yamlWords(code: string, message: string): string {
  // The parser recurses for each bracket; this is V8's message when the stack is full.
  if (/call stack/.test(message)) return "mappings and lists are nested too deeply";
  const [, start] = /^Plain value cannot start with .*(\S)$/.exec(message) ?? [];
  if (code === "BAD_SCALAR_START" && start) {
    return `text cannot begin with ${start}; put it in quotes`;
  }
  const found = WORDS.find(([one, pattern]) => one === code && pattern.test(message));
  if (found) return found[2];
  const bare = message.replace(
    /(extra characters|Unexpected [a-z-]+ token[^:]*|Unresolved [^:]*):.*/s,
    "$1",
  );
  return `this is not YAML (${bare}); look at the quotes, brackets and indents here and on the line before`;
}
