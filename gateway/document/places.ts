/**
 * Where the values of a YAML document are in its file.
 * @module
 */
import { isMap, isNode, isSeq, type Pair, type YAMLMap } from "yaml";

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

  #field(node: unknown, step: string | number): Pair | undefined {
    return isMap(node) ? this.fields.get(node)?.get(String(step)) : undefined;
  }
}

function beginning(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
