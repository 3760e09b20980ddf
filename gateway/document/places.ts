/**
 * Where the values of a YAML document are in its file.
 * @module
 */
import { isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";

/** A way through the data, as the path of a description is. */
type Steps = readonly (string | number)[];

/** The nodes of one document by their path. A step costs the same in a mapping of any size. */
export class Places {
  /**
   * @param contents the root of the document
   * @param fields the fields of each mapping by name
   */
  constructor(
    private readonly contents: unknown,
    private readonly fields: ReadonlyMap<YAMLMap, ReadonlyMap<string, Pair>>,
  ) {}

  /** The node at `path`; undefined where there is none. */
  node(path: Steps): unknown {
    let node = this.contents;
    for (const step of path) {
      node = isSeq(node) ? node.items[Number(step)] : this.#field(node, step)?.value;
    }
    return node ?? undefined;
  }

  /** Offset of the value (or key) at `path`; of the nearest thing around it where there is none. */
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
   * Offset of a character (counted from 0) of the text at `path`, in `source`; of the text's beginning
   * where escapes or folded lines make it hard to tell.
   */
  offsetWithin(path: Steps, character: number, source: string): number {
    const start = this.offset(path, false);
    const node = this.node(path);
    if (!isScalar(node) || !node.range) return start;
    const written = source.slice(node.range[0], node.range[1]);
    if (written.includes("\n")) return start;
    if (node.type === "PLAIN") return start + character;
    if (node.type === "QUOTE_SINGLE") {
      let at = 1;
      // A quote in the text is written twice.
      for (let count = 0; count < character; count++) at += written.startsWith("''", at) ? 2 : 1;
      return start + at;
    }
    const plain = node.type === "QUOTE_DOUBLE" && !written.slice(0, character + 1).includes("\\");
    return plain ? start + 1 + character : start;
  }

  #field(node: unknown, step: string | number): Pair | undefined {
    return isMap(node) ? this.fields.get(node)?.get(String(step)) : undefined;
  }
}

function beginning(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
