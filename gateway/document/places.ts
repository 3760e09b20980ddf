/**
 * Positions of the values of a YAML document in its file.
 * @module
 */
import { isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";

/** A path into the data. */
type Steps = readonly (string | number)[];

/** The nodes of one document by path. A step takes constant time in a mapping of any size. */
export class Places {
  /**
   * @param contents the root of the document
   * @param fields the fields of each mapping by name
   */
  constructor(
    private readonly contents: unknown,
    private readonly fields: ReadonlyMap<YAMLMap, ReadonlyMap<string, Pair>>,
  ) {}

  /** The node at `path`; undefined without one. */
  node(path: Steps): unknown {
    let node = this.contents;
    for (const step of path) {
      node = isSeq(node) ? node.items[Number(step)] : this.#field(node, step)?.value;
    }
    return node ?? undefined;
  }

  /** Offset of the value (or key) at `path`; else of the nearest enclosing value. */
  offset(path: Steps, key: boolean): number {
    let node = this.contents;
    let offset = beginning(node) ?? 0;
    for (const [depth, step] of path.entries()) {
      const pair = this.#field(node, step);
      if (pair) {
        offset = beginning(pair.key) ?? offset;
        if (key && depth === path.length - 1) return offset;
      }
      node = isSeq(node) ? node.items[Number(step)] : pair?.value;
      if (!isNode(node)) break;
      offset = beginning(node) ?? offset;
    }
    return offset;
  }

  /**
   * Offset in `source` of a character (counted from 0) of the text at `path`; of the beginning of
   * the text if escapes or folded lines make that uncertain.
   */
  offsetWithin(path: Steps, character: number, source: string): number {
    const start = this.offset(path, false);
    const node = this.node(path);
    if (!isScalar(node) || !node.range) return start;
    const written = source.slice(node.range[0], node.range[1]);
    if (node.type === "BLOCK_LITERAL" && typeof node.value === "string") {
      return start + withinBlock(written, node.value, character);
    }
    if (written.includes("\n")) return start;
    if (node.type === "PLAIN") return start + character;
    if (node.type === "QUOTE_SINGLE") {
      let at = 1;
      // A quote in a single-quoted text is doubled.
      for (let count = 0; count < character; count++) at += written.startsWith("''", at) ? 2 : 1;
      return start + at;
    }
    return node.type === "QUOTE_DOUBLE" ? start + withinQuotes(written, character) : start;
  }

  #field(node: unknown, step: string | number): Pair | undefined {
    return isMap(node) ? this.fields.get(node)?.get(String(step)) : undefined;
  }
}

/**
 * Offset of a character of a text in a block scalar (`|`); 0 if the lines differ from those of the
 * text.
 */
function withinBlock(written: string, text: string, character: number): number {
  const lines = text.slice(0, character).split("\n");
  const rows = written.split("\n");
  const row = rows[lines.length];
  const content = text.split("\n")[lines.length - 1]!;
  if (row === undefined || !row.trimEnd().endsWith(content.trimEnd())) return 0;
  const indentation = row.trimEnd().length - content.trimEnd().length;
  const before = rows.slice(0, lines.length).reduce((sum, one) => sum + one.length + 1, 0);
  return before + indentation + lines.at(-1)!.length;
}

/** Offset of a character of a text in double quotes; 0 after escapes of more than one letter. */
function withinQuotes(written: string, character: number): number {
  let at = 1;
  for (let count = 0; count < character; count++) {
    if (written[at] !== "\\") at++;
    else if (/[xuU\n]/.test(written[at + 1] ?? "")) return 0;
    else at += 2;
  }
  return at;
}

function beginning(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
