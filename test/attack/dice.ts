/**
 * Dice that fall the same way for the same seed, fast enough for millions of throws.
 * @module
 */

/** A sequence of random choices. */
export class Dice {
  #state: number;

  /** The same seed gives the same sequence. */
  constructor(seed: number) {
    // Neighbouring seeds must not begin alike.
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
    for (let turn = 0; turn < 4; turn++) this.#next();
  }

  /** Mulberry32. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ mixed >>> 15, mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return (mixed ^ mixed >>> 14) >>> 0;
  }

  /** A whole number from 0 to `below` - 1. */
  number(below: number): number {
    return below <= 1 ? 0 : this.#next() % below;
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.number(times) === 0;
  }

  /** One of `list`. */
  one<T>(list: readonly T[]): T {
    return list[this.number(list.length)]!;
  }
}
