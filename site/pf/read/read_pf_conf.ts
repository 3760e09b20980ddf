/**
 * Parses pf.conf(5).
 * @module
 */
import type { PfComplaint } from "../model/complaint.ts";
import type { RuleSet, Statement } from "../model/rule_set.ts";
import { Cursor } from "./cursor.ts";
import { Lexer } from "./lexer.ts";
import { Lines } from "./lines.ts";
import { type Context, readStatements } from "./statement.ts";

/** Options of parsing. */
export interface ReadOptions {
  /** Macros defined beforehand. */
  macros?: Iterable<readonly [name: string, value: string]>;
  /** The file name of the text, for places. */
  name?: string;
  /** The text of an included file; null if it does not exist, undefined if unknown. */
  file?: (name: string) => string | null | undefined;
}

/** Statements and complaints. */
export interface Read {
  ruleSet: RuleSet;
  /** In the order of the text. If one is an error, pfctl(8) would refuse the whole file. */
  complaints: PfComplaint[];
}

/** Limit of included files: pfctl(8) has none, and a file may include itself. */
const DEEPEST_INCLUDE = 16;
const MOST_FILES = 256;

/**
 * Parses the text of a pf.conf(5). Never throws: a refused statement gives a complaint with its
 * place, and is kept as `unknown`. Whatever depends on the machine (interfaces, names, conflicting
 * families) is checked by `expand`.
 */
export function readPfConf(text: string, options: ReadOptions = {}): Read {
  const macros = new Map(options.macros);
  const complaints: PfComplaint[] = [];
  const statements = readText(text, options.name, {
    macros,
    complaints,
    options,
    files: [],
    count: { files: 0 },
  }, 0);
  return { ruleSet: { statements }, complaints };
}

/** State shared by the files of one rule set. */
interface Shared {
  macros: Map<string, string>;
  complaints: PfComplaint[];
  options: ReadOptions;
  /** The open files, outermost first. */
  files: readonly string[];
  /** Number of files read. */
  count: { files: number };
}

function readText(
  text: string,
  file: string | undefined,
  shared: Shared,
  depth: number,
): Statement[] {
  const { macros, complaints } = shared;
  const lines = new Lines(text, file);
  const lexer = new Lexer(text, macros);
  const cursor = new Cursor(lexer, lines, complaints);
  const context: Context = {
    macros,
    depth,
    slice: (from, to) => text.slice(from, to),
    include: (name, at, inAnchor) => {
      const included = shared.options.file?.(name);
      if (included === undefined) return undefined;
      if (included === null) return at.refuse(at.peek(), `there is no file ${name} to include`);
      const files = [...shared.files, name];
      if (files.length > DEEPEST_INCLUDE || ++shared.count.files > MOST_FILES) {
        at.refuse(
          at.peek(),
          `files include each other in a cycle: ${files.slice(0, 4).join(", ")}`,
        );
      }
      return readText(included, name, { ...shared, files }, inAnchor ? 1 : 0);
    },
  };
  const statements = readStatements(cursor, context);
  const stray = cursor.peek();
  if (stray.kind !== "end") cursor.complain(stray, "found }, but no anchor is open here");
  for (const offset of lexer.joinedComments) {
    complaints.push({
      severity: "warning",
      reason: "a comment ends with \\, which makes the next line part of the comment",
      next: "leave the \\ out",
      place: lines.place(offset),
    });
  }
  return statements;
}
