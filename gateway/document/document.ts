/**
 * The YAML of a description, with the place of every value.
 * @module
 */
import { type Document, isMap, isScalar, LineCounter, parseAllDocuments } from "yaml";
import { own } from "../../host/own.ts";
import { nodeData } from "./node_data.ts";
import { Places } from "./places.ts";
import { yamlWords } from "./yaml_words.ts";
import type { Problem } from "./problem.ts";

/** A path into the data: `["tunnels", 0, "peer"]`. */
export type Path = readonly (string | number)[];

/** A parsed file. */
export interface DescriptionDocument {
  /** As the user named it. */
  file: string;
  /** The data; undefined if the YAML is broken. */
  data: unknown;
  /** Errors of the YAML parser. */
  problems: Problem[];
  /** The scalar at `path` as written in the file; undefined without one. */
  written(path: Path): string | undefined;
  /** Makes a problem about the value at `path`, or about its key. */
  problem(
    path: Path,
    severity: Problem["severity"],
    message: string,
    more?: {
      key?: boolean;
      suggestion?: string;
      /** Index of the character in the text at `path`, from 0. */
      character?: number;
    },
  ): Problem;
}

/** Parses YAML 1.2. Never throws. */
export function parseDescriptionDocument(source: string, file: string): DescriptionDocument {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: Problem[] = [];
  const complain = (offset: number, message: string, severity: Problem["severity"] = "error") =>
    problems.push({ ...at(offset), path: "", severity, message });
  const list = documentsOf(source, lines);
  const document = list?.[0];
  let readable = list !== undefined;
  if (!list) complain(0, "mappings and lists are nested too deeply");
  for (const { errors, warnings } of list ?? []) {
    for (const [index, { code, message, pos }] of errors.entries()) {
      // One mistake may break several rules at one place; the first error is the most specific.
      if (pos[0] !== errors[index - 1]?.pos[0]) complain(pos[0], yamlWords(code, message));
    }
    for (const { code, message, pos } of warnings) {
      complain(pos[0], yamlWords(code, message), "warning");
    }
    if (errors.length > 0) readable = false;
  }
  if (list && list.length > 1) {
    complain(list[1]!.range[0], "a second YAML document; one file describes one gateway");
  }
  const { data, complaints, fields } = nodeData(readable ? document?.contents : undefined);
  for (const { offset, message } of complaints) complain(offset, message);
  if (readable && !isMap(document?.contents)) {
    complain(0, "the file is empty or not a mapping; begin with `hostname: gw.example.net`");
  }
  const places = new Places(document?.contents, fields);
  return {
    file,
    data: readable && isMap(document?.contents) ? data : undefined,
    problems,
    written(path) {
      const node = places.node(path);
      return isScalar(node) ? node.source : undefined;
    },
    problem(given, severity, message, more = {}) {
      const path = trim(given, data);
      const suggestion = more.suggestion ? { suggestion: more.suggestion } : {};
      return {
        ...at(
          more.character
            ? places.offsetWithin(path, more.character, source)
            : places.offset(path, more.key ?? false),
        ),
        path: formatPath(path),
        severity,
        message,
        ...suggestion,
      };
    },
  };
}

/** The YAML documents of a file; undefined if the parser runs out of stack. */
function documentsOf(source: string, lineCounter: LineCounter): Document.Parsed[] | undefined {
  try {
    const documents = parseAllDocuments(source, {
      lineCounter,
      version: "1.2",
      prettyErrors: false,
      logLevel: "silent",
      // The parser compares each key with all before it, which is slow; nodeData() finds
      // duplicates.
      uniqueKeys: false,
    });
    return Array.isArray(documents) ? documents as Document.Parsed[] : [];
  } catch (error) {
    // The parser recurses for each bracket, until the stack is full.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** `path` without the index of an element, if a single value is written instead of a list. */
function trim(path: Path, data: unknown): Path {
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (typeof step === "number" && !Array.isArray(value)) return path.slice(0, depth);
    value = own(value, step);
  }
  return path;
}

/** `tunnels[0].peer`; a name that is not a word is quoted: `sysctl["kern.x"]`. */
export function formatPath(path: Path): string {
  return path.map((step) =>
    typeof step === "number"
      ? `[${step}]`
      : /^[A-Za-z0-9_-]+$/.test(step)
      ? `.${step}`
      : `[${JSON.stringify(step)}]`
  ).join("").replace(/^\./, "");
}
