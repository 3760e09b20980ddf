/**
 * Converts the nodes of a YAML document to plain data in one pass, within limits: a few lines
 * (aliases of aliases, an alias inside its own anchor, thousands of brackets) must not take much
 * memory or time.
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

/** Nesting limit of maps and lists. */
const DEEPEST = 64;

/** Limit of values in all, where an alias counts with its whole value. */
const MOST_VALUES = 1_000_000;

/** A fault of the nodes. */
export interface NodeComplaint {
  /** Offset of the first character it is about. */
  offset: number;
  /** The message. */
  message: string;
}

/** The result. */
export interface NodeData {
  /** Objects, lists and scalars; undefined if the document is unusable. */
  data: unknown;
  /** Faults, in the order of the file. */
  complaints: NodeComplaint[];
  /** The fields of each mapping by name; of duplicates, the last. */
  fields: ReadonlyMap<YAMLMap, ReadonlyMap<string, Pair>>;
}

/** The value of an anchor. */
interface Anchored {
  /** Undefined while the node is being read. */
  read?: { value: unknown; count: number; height: number };
}

/** The document is unusable; the reason is among the faults. */
class Senseless extends Error {}

class NodeReader {
  readonly complaints: NodeComplaint[] = [];
  readonly fields = new Map<YAMLMap, Map<string, Pair>>();
  readonly #anchors = new Map<string, Anchored>();
  #count = 0;
  /** Maximum depth below the node that was read last. */
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

/** A name in a message, shortened to fit a line. */
function short(name: string): string {
  return name.length > 60 ? `${name.slice(0, 57)}...` : name;
}

/** Data as in JSON; tags such as !!binary would make other objects. */
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
