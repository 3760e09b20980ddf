/**
 * The phases of a build as its user sees them, and their durations.
 * @module
 */
import type { BuildEvent, BuildPhase } from "./events.ts";
import { outlook, type PhaseTimes } from "./progress.ts";

/** Starts with phase `render`, and reports each phase as it starts. */
export class PhaseClock {
  /** Seconds that earlier builds of this kind took, once known. */
  earlier: PhaseTimes | undefined;
  readonly #started: number;
  readonly #seconds: Partial<Record<BuildPhase, number>> = {};
  #phase: BuildPhase = "render";
  #since: number;

  /**
   * @param verify whether there will be a phase `verify`
   * @param now the time in milliseconds, from any start
   */
  constructor(
    private readonly onEvent: (event: BuildEvent) => void,
    private readonly verify: boolean,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#started = this.#since = now();
    onEvent({ kind: "phase", phase: this.#phase, elapsed: 0 });
  }

  /** Ends the current phase and starts `next`. */
  enter(next: BuildPhase): void {
    this.#add();
    this.#phase = next;
    const expected = outlook(this.earlier, next, this.verify);
    this.onEvent({
      kind: "phase",
      phase: next,
      elapsed: (this.now() - this.#started) / 1000,
      ...(expected ? { expected } : {}),
    });
  }

  /** Seconds of each phase so far, the current one included. */
  seconds(): Partial<Record<BuildPhase, number>> {
    this.#add();
    return { ...this.#seconds };
  }

  #add(): void {
    const now = this.now();
    const before = this.#seconds[this.#phase] ?? 0;
    this.#seconds[this.#phase] = Math.round(1000 * before + now - this.#since) / 1000;
    this.#since = now;
  }
}
