/**
 * Work in named steps: each says what it needs of those before it, what it adds, and how that is
 * undone.
 * @module
 */

/** One step of a pipeline. */
export interface Step<Needs, Gives extends object> {
  /** One word, for people and tests. */
  readonly name: string;
  /** Does it. What it throws must leave nothing of this step behind. */
  run(given: Needs): Gives | Promise<Gives>;
  /** Called for an error of any later step, before the undoing: the error to report instead. */
  explain?(error: unknown, given: Needs & Gives): unknown;
  /** Called when the pipeline ends, well or not, in reverse order of the steps. */
  undo?(given: Needs & Gives): void | PromiseLike<void>;
}

/** A step once it has run: bound to what it got and gave. */
interface Done {
  explain(error: unknown): unknown;
  undo(): void | PromiseLike<void>;
}

/** A list of steps that turns a `Start` into a `State`; adding a step makes a new list. */
export class Pipeline<Start extends object, State extends Start> {
  private constructor(readonly names: readonly string[], private readonly work: Work) {}

  /** A pipeline without a step. */
  static begin<Start extends object>(): Pipeline<Start, Start> {
    return new Pipeline<Start, Start>([], (start) => Promise.resolve(start));
  }

  /** This pipeline and one more step; what that needs, an earlier step must give. */
  add<Gives extends object>(step: Step<State, Gives>): Pipeline<Start, State & Gives> {
    return new Pipeline<Start, State & Gives>([...this.names, step.name], async (start, done) => {
      const given = await this.work(start, done) as State;
      done.signal?.throwIfAborted();
      const after = { ...given, ...await step.run(given) };
      done.steps.push({
        explain: (error) => step.explain ? step.explain(error, after) : error,
        undo: () => step.undo?.(after),
      });
      return after;
    });
  }

  /**
   * Runs every step, and undoes them all from the last one back.
   *
   * @param signal looked at before each step
   * @throws what a step threw, as the steps before it explain it; else what an undoing threw
   */
  async run(start: Start, signal?: AbortSignal): Promise<State> {
    const done: Progress = { steps: [], ...(signal ? { signal } : {}) };
    let failure: { error: unknown } | undefined;
    let state: object = start;
    try {
      state = await this.work(start, done);
    } catch (error) {
      failure = { error };
    }
    for (const step of done.steps.reverse()) {
      try {
        if (failure) failure.error = await step.explain(failure.error);
        await step.undo();
      } catch (error) {
        // The first failure is the reason of all others.
        failure ??= { error };
      }
    }
    if (failure) throw failure.error;
    return state as State;
  }
}

/** What has run so far. */
interface Progress {
  steps: Done[];
  signal?: AbortSignal;
}

/** All steps of a list, one after the other. */
type Work = (start: object, done: Progress) => Promise<object>;
