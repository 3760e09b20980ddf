/**
 * From the nodes of a YAML document to plain data, within bounds: what can be written in a few lines
 * (aliases of aliases, an alias inside its own anchor, thousands of brackets) costs no more than it
 * is worth. One pass over the nodes.
 * @module
 */
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";

/** More maps and lists in each other than any description has. */
const DEEPEST = 64;

/** Values in all, each alias counted with everything that it stands for. */
const MOST_VALUES = 1_000_000;

/** Something that is wrong with the nodes. */
export interface NodeComplaint {
  /** Of the first character of what is meant. */
  offset: number;
  /** In words. */
  message: string;
}

/** What the nodes hold. */
export interface NodeData {
  /** Objects, lists and scalars; undefined where no sense can be made of it. */
  data: unknown;
  /** In the order of the file. */
  complaints: NodeComplaint[];
  /** The fields of each mapping by name; of one given twice the last. */
  fields: ReadonlyMap<YAMLMap, ReadonlyMap<string, Pair>>;
}

/** What an anchor stands for. */
interface Anchored {
  /** Undefined as long as the node is being read. */
  read?: { value: unknown; count: number; height: number };
}

/** No sense can be made of the document; what is wrong is among the complaints. */
class Senseless extends Error {}

class NodeReader {
  readonly complaints: NodeComplaint[] = [];
  readonly fields = new Map<YAMLMap, Map<string, Pair>>();
  readonly #anchors = new Map<string, Anchored>();
  #count = 0;
  /** Greatest depth below the node that was read last. */
  #height = 0;

  value(node: unknown, depth: number): unknown {
    if (!isNode(node)) return isPair(node) ? this.#object([node], depth) : null;
    this.#add(1, depth, node);
    if (isAlias(node)) return this.#alias(node, depth);
    const anchored: Anchored = {};
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) this.#anchors.set(anchor, anchored);
    const before = this.#count;
    const value = this.#content(node, depth);
    anchored.read = { value, count: this.#count - before, height: this.#height };
    return value;
  }

  #content(node: Node, depth: number): unknown {
    let height = 0;
    const below = (one: unknown) => {
      const value = this.value(one, depth + 1);
      height = Math.max(height, this.#height + 1);
      return value;
    };
    let value: unknown;
    if (isMap(node)) value = this.#object(node.items, depth, node, below);
    else if (isSeq(node)) value = node.items.map(below);
    else value = scalar(node);
    this.#height = height;
    return value;
  }

  #object(
    items: readonly Pair[],
    depth: number,
    map?: YAMLMap,
    below = (one: unknown) => this.value(one, depth + 1),
  ): Record<string, unknown> {
    const named = new Map<string, Pair>();
    const values = new Map<string, unknown>();
    for (const pair of items) {
      const key = below(pair.key);
      if (typeof key === "object" && key !== null) {
        this.#complain(pair.key, "the name of a field must be text, not a mapping or a list");
        continue;
      }
      const name = key === null ? "" : String(key);
      if (named.has(name)) {
        this.#complain(pair.key, `the field ${short(name)} is given twice; remove one`);
      }
      named.set(name, pair);
      values.set(name, below(pair.value));
    }
    if (map) this.fields.set(map, named);
    return Object.fromEntries(values);
  }

  #alias(node: Node & { source: string }, depth: number): unknown {
    const anchored = this.#anchors.get(node.source);
    if (!anchored) {
      throw this.#senseless(
        node,
        "there is no anchor for this alias; put text that begins with * in quotes",
      );
    }
    if (!anchored.read) {
      throw this.#senseless(node, `the alias ${short(node.source)} is inside its own anchor`);
    }
    const { value, count, height } = anchored.read;
    this.#add(count, depth + height, node);
    this.#height = height;
    return value;
  }

  #add(count: number, depth: number, node: Node): void {
    this.#count += count;
    if (this.#count > MOST_VALUES) {
      throw this.#senseless(
        node,
        `more than ${MOST_VALUES} values, each alias counted with all of its anchor`,
      );
    }
    if (depth > DEEPEST) {
      throw this.#senseless(node, `more than ${DEEPEST} nested mappings and lists`);
    }
  }

  #complain(node: unknown, message: string): void {
    this.complaints.push({ offset: isNode(node) ? node.range?.[0] ?? 0 : 0, message });
  }

  #senseless(node: Node, message: string): Senseless {
    this.#complain(node, message);
    return new Senseless(message);
  }
}

/** A name in a complaint: not longer than a line can hold. */
function short(name: string): string {
  return name.length > 60 ? `${name.slice(0, 57)}...` : name;
}

/** Data as JSON has it; tags such as !!binary make other objects. */
function scalar(node: Node): unknown {
  if (!isScalar(node)) return null;
  const { value, source } = node;
  return typeof value === "object" && value !== null ? source ?? "" : value ?? null;
}

/** Reads `contents`, the root of a document. Never throws. */
export function nodeData(contents: unknown): NodeData {
  const reader = new NodeReader();
  const { complaints, fields } = reader;
  try {
    return { data: reader.value(contents, 0), complaints, fields };
  } catch (error) {
    if (!(error instanceof Senseless)) throw error;
    return { data: undefined, complaints, fields };
  }
}
