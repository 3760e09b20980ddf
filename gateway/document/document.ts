/**
 * The YAML of a description, with the place of everything in it.
 * @module
 */
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseAllDocuments,
  visit,
} from "yaml";
import { own } from "../../host/own.ts";
import type { Problem } from "./problem.ts";

/** A path into the data: `["tunnels", 0, "peer"]`. */
export type Path = readonly (string | number)[];

/** A parsed file. */
export interface DescriptionDocument {
  /** As the user named it. */
  file: string;
  /** The data; undefined if the YAML is broken. */
  data: unknown;
  /** What the YAML parser complains of. */
  problems: Problem[];
  /** The scalar at `path` as it stands in the file; undefined if there is none. */
  written(path: Path): string | undefined;
  /** Makes a problem at the value of `path`, or at its key. */
  problem(
    path: Path,
    severity: Problem["severity"],
    message: string,
    more?: { key?: boolean; suggestion?: string },
  ): Problem;
}

/** Parses YAML 1.2. Never throws. */
export function parseDescriptionDocument(source: string, file: string): DescriptionDocument {
  const lines = new LineCounter();
  const documents = parseAllDocuments(source, {
    lineCounter: lines,
    version: "1.2",
    prettyErrors: false,
    uniqueKeys: true,
  });
  const list = Array.isArray(documents) ? documents as Document.Parsed[] : [];
  const document = list[0];
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: Problem[] = [];
  let readable = true;
  for (const one of list) {
    for (const { code, message, pos } of [...one.errors, ...one.warnings]) {
      const severity = one.errors.some((error) => error.pos === pos) ? "error" : "warning";
      problems.push({
        ...at(pos[0]),
        path: "",
        severity,
        message: inWords(code, message, source, pos[0]),
      });
      // Of a key given twice the last value is judged; all other errors leave the meaning open.
      if (severity === "error" && code !== "DUPLICATE_KEY") readable = false;
    }
  }
  if (list.length > 1) {
    problems.push({
      ...at(list[1]!.range[0]),
      path: "",
      severity: "error",
      message: "a second YAML document; one file describes one gateway",
    });
  }
  let data: unknown;
  if (readable && document) {
    try {
      data = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      problems.push({
        ...at(strayAlias(document) ?? 0),
        path: "",
        severity: "error",
        message: error instanceof ReferenceError
          ? "there is no anchor for this alias; put text that begins with * in quotes"
          : error instanceof Error
          ? error.message
          : String(error),
      });
    }
  }
  if (readable && !isMap(document?.contents)) {
    data = undefined;
    problems.push({
      ...at(0),
      path: "",
      severity: "error",
      message: "the file is empty or not a mapping; begin with `hostname: gw.example.net`",
    });
  }
  return {
    file,
    data,
    problems,
    written(path) {
      const node = document?.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
    problem(given, severity, message, more = {}) {
      const path = trim(given, data);
      const suggestion = more.suggestion ? { suggestion: more.suggestion } : {};
      return {
        ...at(offsetOf(document, path, more.key ?? false)),
        path: formatPath(path),
        severity,
        message,
        ...suggestion,
      };
    },
  };
}

/** The parser's message without text of the file, which may be a secret that was not quoted. */
function inWords(code: string, message: string, source: string, offset: number): string {
  if (code === "DUPLICATE_KEY") {
    return `the field ${/^[^\s:]*/.exec(source.slice(offset))} is given twice`;
  }
  if (code === "TAG_RESOLVE_FAILED") {
    return "YAML does not know this tag; put text that begins with ! in quotes";
  }
  return message.replace(
    /(extra characters|Unexpected [a-z-]+ token[^:]*|Unresolved [^:]*):.*/s,
    "$1",
  );
}

/** Offset of the first alias without an anchor. */
function strayAlias(document: Document.Parsed): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document) || !node.range) return;
      offset = node.range[0];
      return visit.BREAK;
    },
  });
  return offset;
}

/** Offset of the value (or key) at `path`; of the nearest thing around it where there is none. */
function offsetOf(document: Document.Parsed | undefined, path: Path, key: boolean): number {
  let node: unknown = document?.contents;
  let offset = isNode(node) ? node.range?.[0] ?? 0 : 0;
  for (const [depth, step] of path.entries()) {
    if (!isNode(node)) break;
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.findLast((item) =>
        isPair(item) && isScalar(item.key) && String(item.key.value) === String(step)
      );
      const keyOffset = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
      if (keyOffset !== undefined) offset = keyOffset;
      if (key && depth === path.length - 1) return offset;
      next = pair?.value;
    } else {
      next = (node as { get?: (key: unknown, keep: boolean) => unknown }).get?.(step, true);
    }
    if (isNode(next) && next.range) offset = next.range[0];
    node = next;
  }
  return offset;
}

/** `path` without the index of an element where one value stands in place of a list. */
function trim(path: Path, data: unknown): Path {
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (typeof step === "number" && !Array.isArray(value)) return path.slice(0, depth);
    value = own(value, step);
  }
  return path;
}

/** `tunnels[0].peer`; a name that is no word stands in quotes: `sysctl["kern.x"]`. */
export function formatPath(path: Path): string {
  return path.map((step) =>
    typeof step === "number"
      ? `[${step}]`
      : /^[A-Za-z0-9_-]+$/.test(step)
      ? `.${step}`
      : `[${JSON.stringify(step)}]`
  ).join("").replace(/^\./, "");
}
