/**
 * A time limit that is over when a test says so: what is to be under way then is under way, however slow
 * the host is, and nobody waits.
 * @module
 */

/** Holds the timers of so many milliseconds while it is in use; all others go by the clock. */
export class HeldLimit implements Disposable {
  readonly #held = new Map<unknown, () => void>();
  readonly #start = globalThis.setTimeout;
  readonly #clear = globalThis.clearTimeout;
  readonly #now = performance.now;

  /** @param milliseconds a time that nothing else waits for, and longer than any test */
  constructor(readonly milliseconds: number) {
    const [start, clear] = [this.#start, this.#clear];
    const held = (work: (...args: unknown[]) => void, after?: number, ...args: unknown[]) => {
      const timer = start(work, after, ...args);
      if (after === milliseconds) {
        this.#held.set(timer, () => {
          clearTimeout(timer);
          work(...args);
        });
      }
      return timer;
    };
    globalThis.setTimeout = held as typeof setTimeout;
    globalThis.clearTimeout = (timer) => {
      this.#held.delete(timer);
      clear(timer);
    };
  }

  /** How many of these timers run. */
  get running(): number {
    return this.#held.size;
  }

  /** The time is over: its timers end, and `performance.now()` is later by it. */
  end(): void {
    performance.now = () => this.#now.call(performance) + this.milliseconds;
    for (const work of this.#held.values()) work();
  }

  /** The clock is the host's again. */
  [Symbol.dispose](): void {
    globalThis.setTimeout = this.#start;
    globalThis.clearTimeout = this.#clear;
    performance.now = this.#now;
  }
}
