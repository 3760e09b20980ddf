/**
 * Patterns (ECMA 262 with the `u` flag) that several parts of the schema share.
 * @module
 */
import { HOST_PATTERN } from "../host_name.ts";

/**
 * Characters that no value on one line may have: controls, what some programs take for the end of a
 * line (U+0085, U+2028, U+2029), halves of surrogate pairs, and the two that XML excludes.
 */
const NEVER = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff";

/** Text on one line without control characters. */
export const LINE = `^[^${NEVER}]*$`;

/** A line that is put into a file as it is: a backslash at its end would join the next one. */
export const RAW_LINE = `^([^${NEVER}]*[^${NEVER}\\\\])?$`;

/** Text that no configuration file interprets: no quotes, `$`, backticks, backslashes or control characters. */
export const PLAIN = `^[^${NEVER}"'\`$\\\\]*$`;

/** Text of many lines: anything that UTF-8 can carry. */
export const TEXT = "^[^\\ud800-\\udfff]*$";

/** {@linkcode PLAIN} without `#` and the characters of `more`. */
export function plainBut(more: string): string {
  return `^[^${NEVER}"'\`$\\\\#${more}]*$`;
}

/** Characters of a name that becomes part of a path or an unquoted word. */
export const NAME = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$";

/** An IPv4 or IPv6 address by its characters only. */
export const ADDRESS = "^[0-9A-Fa-f:.]+$";

/** OpenBSD's name of an interface. */
export const INTERFACE_NAME = "^[a-z]+[0-9]+$";

/** A router by its characters only: an address, and the interface that it is on. */
export const ROUTER = "^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$";

/**
 * Text that hostname.if(5) has in quotes, which sh(1) reads: printable ASCII without quotes, `$`,
 * backticks, backslashes and `#`.
 */
export const QUOTED = "^[ !%&()*+,./0-9:;<=>?@A-Z\\[\\]^_a-z{|}~-]*$";

/** An address with or without prefix length, by its characters only. */
export const NETWORK = "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$";

/** The name of a table of pf(4). */
export const TABLE = "[A-Za-z][A-Za-z0-9_-]{0,30}";

/** The name of an interface or of a group of interfaces. */
export const INTERFACE = "^[a-z][a-z0-9_]{0,14}$";

/** A tag of pf(4). */
export const TAG = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$";

/** A word of an address list, by its characters only. */
export const ADDRESS_WORD = `^(any|self|(! ?)?(${
  NETWORK.slice(1, -1)
}|<${TABLE}>|${"\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)"}))$`;

/** An address with prefix length, by its characters only. */
export const PREFIXED = "^[0-9A-Fa-f:.]+/[0-9]{1,3}$";

/** A size such as `6G` or `512M`. */
export const SIZE = "^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$";

/** A URL of one of `schemes`, without anything that a shell or a configuration file would read. */
export function url(schemes: string): string {
  return `^(${schemes})://[^\\u0000-\\u0020"'\`$\\\\\\u007f-\\uffff]+$`;
}

/** A path of a file on the gateway. */
export const FILE_PATH = "^/[A-Za-z0-9_.+@/-]+$";

/** The name of a package. */
export const PACKAGE = "^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$";

/** What the patterns allow, in words: what somebody reads whose text does not match. */
const RULES: ReadonlyMap<string, string> = new Map([
  [HOST_PATTERN, "letters, digits, - and ., no part of it beginning or ending with -"],
  [LINE, "one line without control characters"],
  [PLAIN, "one line without quotes, $, ` and \\"],
  [NAME, "letters, digits, _, . and -, the first a letter or digit; 64 at most"],
  [TAG, "letters, digits, _, . and -, the first a letter or digit; 63 at most"],
  [INTERFACE_NAME, "lower-case letters and a number, such as vio0"],
  [SIZE, "a number with M, G or T behind it, such as 6G"],
  [FILE_PATH, "an absolute path of letters, digits and _ . + @ -"],
  [PACKAGE, "letters, digits and _ . + , % -, the first a letter or digit"],
]);

/** What `pattern` allows, in words; undefined where the description of the field says it. */
export function ruleOf(pattern: string | undefined): string | undefined {
  return pattern === undefined ? undefined : RULES.get(pattern);
}
