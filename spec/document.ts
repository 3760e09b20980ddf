/**
 * The YAML of a spec, with the place of everything in it.
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
} from "yaml";
import type { Problem } from "./problem.ts";

/** A path into the data: `["tunnels", 0, "peer"]`. */
export type Path = readonly (string | number)[];

/** A parsed file. */
export interface SpecDocument {
  file: string;
  /** The data; undefined if the YAML is broken. */
  data: unknown;
  /** What the YAML parser complains of. */
  problems: Problem[];
  /** Makes a problem at the value of `path`, or at its key. */
  problem(
    path: Path,
    severity: Problem["severity"],
    message: string,
    more?: { key?: boolean; suggestion?: string },
  ): Problem;
}

/** Parses YAML 1.2. Never throws. */
export function parseSpecDocument(source: string, file: string): SpecDocument {
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
  for (const one of list) {
    for (const error of one.errors) {
      problems.push({ ...at(error.pos[0]), path: "", severity: "error", message: error.message });
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
  if (problems.length === 0 && document) {
    try {
      data = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      problems.push({
        ...at(0),
        path: "",
        severity: "error",
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }
  if (problems.length === 0 && !isMap(document?.contents)) {
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
    problem(path, severity, message, more = {}) {
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

/** Offset of the value (or key) at `path`; of the nearest thing around it where there is none. */
function offsetOf(document: Document.Parsed | undefined, path: Path, key: boolean): number {
  let node: unknown = document?.contents;
  let offset = isNode(node) ? node.range?.[0] ?? 0 : 0;
  for (const [depth, step] of path.entries()) {
    if (!isNode(node)) break;
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) =>
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

/** `tunnels[0].peer`. */
export function formatPath(path: Path): string {
  return path.map((step) => typeof step === "number" ? `[${step}]` : `.${step}`).join("").replace(
    /^\./,
    "",
  );
}
