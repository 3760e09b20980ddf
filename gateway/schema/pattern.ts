/**
 * Patterns (ECMA 262 with the `u` flag) that several parts of the schema share.
 * @module
 */
import { HOST_PATTERN } from "../host_name.ts";

/**
 * Characters that are never allowed in a one-line value: controls, line separators of some programs
 * (U+0085, U+2028, U+2029), lone surrogates, and the two code points that XML excludes.
 */
const NEVER = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff";

/** Text on one line without control characters. */
export const LINE = `^[^${NEVER}]*$`;

/** A line that is copied to a file: a backslash at its end would join it with the next. */
export const RAW_LINE = `^([^${NEVER}]*[^${NEVER}\\\\])?$`;

/** Text that no configuration file interprets: no quotes, `$`, backticks, backslashes or control characters. */
export const PLAIN = `^[^${NEVER}"'\`$\\\\]*$`;

/** Text of several lines: anything that UTF-8 can encode. */
export const TEXT = "^[^\\ud800-\\udfff]*$";

/** {@linkcode PLAIN} without `#` and the characters of `more`. */
export function plainBut(more: string): string {
  return `^[^${NEVER}"'\`$\\\\#${more}]*$`;
}

/** Characters of a name that becomes part of a path or an unquoted word. */
export const NAME = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$";

/** Characters of an IPv4 or IPv6 address; not a full check. */
export const ADDRESS = "^[0-9A-Fa-f:.]+$";

/** OpenBSD's name of an interface. */
export const INTERFACE_NAME = "^[a-z]+[0-9]+$";

/** Characters of a router: an address, and optionally its interface; not a full check. */
export const ROUTER = "^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$";

/**
 * Text that is quoted in hostname.if(5) and read by sh(1): printable ASCII without quotes, `$`,
 * backticks, backslashes and `#`.
 */
export const QUOTED = "^[ !%&()*+,./0-9:;<=>?@A-Z\\[\\]^_a-z{|}~-]*$";

/** Characters of an address with or without prefix length; not a full check. */
export const NETWORK = "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$";

/** The name of a table of pf(4). */
export const TABLE = "[A-Za-z][A-Za-z0-9_-]{0,30}";

/** The name of an interface or of a group of interfaces. */
export const INTERFACE = "^[a-z][a-z0-9_]{0,14}$";

/** A tag of pf(4). */
export const TAG = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$";

/** Characters of a word of an address list; not a full check. */
export const ADDRESS_WORD = `^(any|self|(! ?)?(${
  NETWORK.slice(1, -1)
}|<${TABLE}>|${"\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)"}))$`;

/** Characters of an address with prefix length; not a full check. */
export const PREFIXED = "^[0-9A-Fa-f:.]+/[0-9]{1,3}$";

/** A size such as `6G` or `512M`. */
export const SIZE = "^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$";

/**
 * A URL with one of `schemes`, without characters that are special in a shell or a configuration
 * file.
 */
export function url(schemes: string): string {
  return `^(${schemes})://[^\\u0000-\\u0020"'\`$\\\\\\u007f-\\uffff]+$`;
}

/** A path of a file on the gateway. */
export const FILE_PATH = "^/[A-Za-z0-9_.+@/-]+$";

/** The name of a package. */
export const PACKAGE = "^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$";

/** What each pattern allows, in words, for complaints. */
const RULES: ReadonlyMap<string, string> = new Map([
  [HOST_PATTERN, "letters, digits, - and ., no part of it beginning or ending with -"],
  [LINE, "one line without control characters"],
  [PLAIN, "one line without quotes, $, ` and \\"],
  [NAME, "letters, digits, _, . and -, the first a letter or digit; 64 at most"],
  [TAG, "letters, digits, _, . and -, the first a letter or digit; 63 at most"],
  [INTERFACE_NAME, "lower-case letters and a number, such as vio0"],
  [SIZE, "a number followed by M, G or T, such as 6G"],
  [FILE_PATH, "an absolute path of letters, digits and _ . + @ -"],
  [PACKAGE, "letters, digits and _ . + , % -, the first a letter or digit"],
]);

/** What `pattern` allows, in words; undefined if the description of the field says it. */
export function ruleOf(pattern: string | undefined): string | undefined {
  return pattern === undefined ? undefined : RULES.get(pattern);
}
