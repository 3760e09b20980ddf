/**
 * Networks indexed by prefix, like the kernel's radix tree: one lookup per prefix length in use,
 * however many networks there are.
 * @module
 */
import type { Prefix } from "./address.ts";

/** Networks of one family and length. */
interface Level<T> {
  family: 4 | 6;
  length: number;
  shift: bigint;
  values: Map<bigint, Entry<T>[]>;
  /** The same by fewer bits, for lookups of a wider network. */
  wider: Map<number, Map<bigint, Entry<T>[][]>>;
}

interface Entry<T> {
  /** Number of networks added before. */
  order: number;
  value: T;
}

/** Networks, each with a value. */
export class PrefixIndex<T> {
  readonly #levels: Level<T>[] = [];
  #size = 0;

  /** Makes an index of these, in order. */
  static of<T>(entries: Iterable<readonly [network: Prefix, value: T]>): PrefixIndex<T> {
    const index = new PrefixIndex<T>();
    for (const [network, value] of entries) index.add(network, value);
    return index;
  }

  /** Adds a network at the end. */
  add({ family, length, value: bits }: Prefix, value: T): void {
    let level = this.#levels.find((one) => one.family === family && one.length === length);
    if (!level) {
      const shift = BigInt((family === 4 ? 32 : 128) - length);
      level = { family, length, shift, values: new Map(), wider: new Map() };
      this.#levels.push(level);
    }
    const key = bits >> level.shift;
    level.wider.clear();
    const entry = { order: this.#size++, value };
    const others = level.values.get(key);
    if (others) others.push(entry);
    else level.values.set(key, [entry]);
  }

  /** The values of all networks that overlap with `network`, in the order they were added. */
  overlapping(network: Prefix): T[] {
    const found = [...this.#buckets(network)].flat();
    return found.sort((a, b) => a.order - b.order).map(({ value }) => value);
  }

  /** The value of the first added network that overlaps with `network`. */
  first(network: Prefix): T | undefined {
    let first: Entry<T> | undefined;
    for (const [one] of this.#buckets(network)) {
      if (!first || one!.order < first.order) first = one;
    }
    return first?.value;
  }

  *#buckets({ family, length, value }: Prefix): Generator<readonly Entry<T>[]> {
    for (const level of this.#levels) {
      if (level.family !== family) continue;
      if (level.length <= length) {
        const here = level.values.get(value >> level.shift);
        if (here) yield here;
        continue;
      }
      const key = value >> level.shift >> BigInt(level.length - length);
      yield* wider(level, length).get(key) ?? [];
    }
  }
}

/** The networks of `level` by their first `length` bits. */
function wider<T>(level: Level<T>, length: number): Map<bigint, Entry<T>[][]> {
  let found = level.wider.get(length);
  if (found) return found;
  const more = BigInt(level.length - length);
  found = new Map();
  for (const [key, entries] of level.values) {
    const others = found.get(key >> more);
    if (others) others.push(entries);
    else found.set(key >> more, [entries]);
  }
  level.wider.set(length, found);
  return found;
}
