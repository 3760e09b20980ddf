/**
 * Places of a description that cannot be checked, because their values were refused.
 * @module
 */
import type { Path } from "./document.ts";

/** The refused places below a place, by the next step of their paths. */
interface Place {
  /** Nothing is known about this place. */
  refused: boolean;
  below: Map<string | number, Place>;
}

/** The refused places of one description. */
export class Refused {
  readonly #root: Place = { refused: false, below: new Map() };
  /** Cached answers for paths with a step `*`, which may match thousands of elements. */
  readonly #answers = new Map<string, boolean>();

  /** Records that nothing is known about the value at `path`. */
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
   * Whether a complaint about `path` would depend on a refused value: at that place, around it, or
   * inside it. A step `*` stands for all elements.
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
  // Whatever is recorded below the end of the path leads to a refused place.
  if (depth === path.length) return below.size > 0;
  const step = path[depth]!;
  if (step === "*") return below.values().some((place) => touches(place, path, depth + 1));
  const next = below.get(step);
  return next !== undefined && touches(next, path, depth + 1);
}
