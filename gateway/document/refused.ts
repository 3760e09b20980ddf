/**
 * Which places of a description cannot be checked, because what stood there was refused already.
 * @module
 */
import type { Path } from "./document.ts";

/** The refused places below one place, by their next step. */
interface Place {
  /** Nothing is known of it. */
  refused: boolean;
  below: Map<string | number, Place>;
}

/** The refused places of one description. */
export class Refused {
  readonly #root: Place = { refused: false, below: new Map() };
  /** What was answered for paths with a step `*`, which may lead through thousands of elements. */
  readonly #answers = new Map<string, boolean>();

  /** Nothing is known about the value at `path`. */
  add(path: Path): void {
    let place = this.#root;
    for (const step of path) {
      let next = place.below.get(step);
      if (!next) place.below.set(step, next = { refused: false, below: new Map() });
      place = next;
    }
    if (place.refused) return;
    place.refused = true;
    this.#answers.clear();
  }

  /**
   * Whether a statement about `path` would rest on something refused: at that place, around it, or
   * in it. A step `*` of `path` stands for all elements.
   */
  touches(path: Path): boolean {
    if (!path.includes("*")) return touches(this.#root, path, 0);
    const key = JSON.stringify(path);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = touches(this.#root, path, 0);
    this.#answers.set(key, answer);
    return answer;
  }
}

function touches({ refused, below }: Place, path: Path, depth: number): boolean {
  if (refused) return true;
  // All that is noted below the end of the path leads to something refused.
  if (depth === path.length) return below.size > 0;
  const step = path[depth]!;
  if (step === "*") return below.values().some((place) => touches(place, path, depth + 1));
  const next = below.get(step);
  return next !== undefined && touches(next, path, depth + 1);
}
