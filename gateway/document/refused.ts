/**
 * Which places of a description cannot be judged, because what stood there was refused already.
 * @module
 */
import type { Path } from "./document.ts";

/** The refused places of one description. */
export class Refused {
  readonly #paths: Path[] = [];

  /** Nothing is known about the value at `path`. */
  add(path: Path): void {
    this.#paths.push(path);
  }

  /**
   * Whether a statement about `path` would rest on something refused: at that place, around it, or
   * in it. A step `*` of `path` stands for all elements.
   */
  touches(path: Path): boolean {
    return this.#paths.some((refused) => {
      const shared = Math.min(refused.length, path.length);
      for (let at = 0; at < shared; at++) {
        if (path[at] !== "*" && path[at] !== refused[at]) return false;
      }
      return true;
    });
  }
}
