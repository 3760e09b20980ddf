/**
 * Lines and columns of a text.
 * @module
 */
import type { Place } from "../model/place.ts";

/** Converts offsets to places. */
export class Lines {
  readonly #file: string | undefined;
  readonly #starts = [0];

  /** `file` is the file name in every place. */
  constructor(text: string, file?: string) {
    this.#file = file;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  /** The place of the character at `offset`. */
  place(offset: number): Place {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return {
      ...(this.#file === undefined ? {} : { file: this.#file }),
      line: low + 1,
      column: offset - this.#starts[low]! + 1,
    };
  }
}
