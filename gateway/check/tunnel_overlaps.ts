/**
 * Tunnels that would match the same packets: both networks of a pair overlap with those of a pair
 * of another tunnel.
 * @module
 */
import type { Path } from "../document/document.ts";
import { contains, networkKey, type Prefix } from "../address.ts";
import type { Network, Parsed } from "./parsed_tunnel.ts";

/** Two tunnels, in the order of the description. */
export interface Overlap {
  early: Parsed;
  late: Parsed;
  /** Where the remote network of the later one is written. */
  path: Path;
}

/** A pair of networks that a tunnel joins. */
interface Pair {
  owner: Parsed;
  near: Network;
  far: Network;
}

/**
 * Each two tunnels that overlap, once. Of tunnels that join the same networks, only the first is
 * compared with others: what overlaps with one overlaps with all.
 *
 * Two networks are nested or disjoint. So the pairs are visited in the order of their far networks,
 * with those that contain the current one on a stack; among these, near networks are looked up by
 * their bits.
 */
export function overlapsOf(parsed: readonly Parsed[]): Overlap[] {
  const all = parsed.flatMap((owner) => owner.pairs.map((pair): Pair => ({ owner, ...pair })));
  const found = new Map<string, Overlap>();
  for (const pairs of Map.groupBy(all, kindOf).values()) sweep(pairs, found);
  return [...found.values()];
}

/**
 * Flows of different protocols or ports do not conflict, and a default route yields to any other
 * network.
 */
function kindOf({ owner: { tunnel }, near, far }: Pair): string {
  const { proto, localPort, remotePort } = tunnel;
  const side = ({ family, length }: Prefix) => `${family} ${length === 0}`;
  return [side(near), side(far), proto, localPort, remotePort].join(" ");
}

function sweep(pairs: Pair[], found: Map<string, Overlap>): void {
  const lengths = [...new Set(pairs.map(({ near }) => near.length))];
  const nears = new Nears(lengths);
  const around: Pair[] = [];
  pairs.sort(({ far: a }, { far: b }) =>
    a.value === b.value ? a.length - b.length : a.value < b.value ? -1 : 1
  );
  for (const one of pairs) {
    while (around.length > 0 && !contains(around.at(-1)!.far, one.far)) nears.remove(around.pop()!);
    let twin = false;
    for (const other of nears.sharing(one)) {
      const [early, late] = other.owner.index < one.owner.index ? [other, one] : [one, other];
      const key = `${early.owner.index} ${late.owner.index}`;
      if (!found.has(key)) {
        found.set(key, { early: early.owner, late: late.owner, path: late.far.path });
      }
      twin ||= same(other.near, one.near) && same(other.far, one.far);
    }
    if (twin) continue;
    around.push(one);
    nears.add(one);
  }
}

/** The pairs on the stack, indexed by the bits of their near networks. */
class Nears {
  /** By length, up to the network's own; by its leading bits; by tunnel: the latest last. */
  readonly #parts = new Map<string, Map<Parsed, Pair[]>>();
  /** By all bits of the network. */
  readonly #whole = new Map<string, Map<Parsed, Pair[]>>();

  constructor(private readonly lengths: readonly number[]) {}

  add(pair: Pair): void {
    for (const { map, key } of this.#places(pair.near)) {
      const byOwner = map.get(key) ?? new Map<Parsed, Pair[]>();
      map.set(key, byOwner);
      const own = byOwner.get(pair.owner);
      if (own) own.push(pair);
      else byOwner.set(pair.owner, [pair]);
    }
  }

  /** Removes the pair that was added last. */
  remove(pair: Pair): void {
    for (const { map, key } of this.#places(pair.near)) {
      const byOwner = map.get(key)!;
      const own = byOwner.get(pair.owner)!;
      own.pop();
      if (own.length === 0) byOwner.delete(pair.owner);
      if (byOwner.size === 0) map.delete(key);
    }
  }

  /** One pair of each other tunnel whose near network overlaps with that of `pair`. */
  *sharing({ owner, near }: Pair): Generator<Pair> {
    const inside = this.#parts.get(networkKey(near));
    for (const [other, [first]] of inside ?? []) if (other !== owner) yield first!;
    for (const length of this.lengths) {
      if (length >= near.length) continue;
      const outside = this.#whole.get(networkKey(near, length));
      for (const [other, [first]] of outside ?? []) if (other !== owner) yield first!;
    }
  }

  *#places(near: Prefix) {
    yield { map: this.#whole, key: networkKey(near) };
    for (const length of this.lengths) {
      if (length <= near.length) yield { map: this.#parts, key: networkKey(near, length) };
    }
  }
}

function same(a: Prefix, b: Prefix): boolean {
  return a.length === b.length && contains(a, b);
}
