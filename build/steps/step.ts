/**
 * Pipelines of named steps: each states what it needs of earlier ones, what it adds, and how that
 * is undone.
 * @module
 */

/** One step of a pipeline. */
export interface Step<Needs, Gives extends object> {
  /** Name, one word, for messages and tests. */
  readonly name: string;
  /** Runs the step. If it throws, it must leave nothing behind. */
  run(given: Needs): Gives | Promise<Gives>;
  /**
   * Called with the error of a later step, before anything is undone; returns the error to report
   * instead.
   */
  explain?(error: unknown, given: Needs & Gives): unknown;
  /** Called when the pipeline ends, successfully or not, in reverse order of the steps. */
  undo?(given: Needs & Gives): void | PromiseLike<void>;
}

/** A finished step, bound to its input and result. */
interface Done {
  explain(error: unknown): unknown;
  undo(): void | PromiseLike<void>;
}

/** A list of steps from a `Start` to a `State`; adding a step makes a new list. */
export class Pipeline<Start extends object, State extends Start> {
  private constructor(readonly names: readonly string[], private readonly work: Work) {}

  /** An empty pipeline. */
  static begin<Start extends object>(): Pipeline<Start, Start> {
    return new Pipeline<Start, Start>([], (start) => Promise.resolve(start));
  }

  /** This pipeline and one more step, whose needs earlier steps must satisfy. */
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
   * Runs every step, and undoes them all in reverse order.
   *
   * @param signal checked before each step
   * @throws the error of a step, as explained by earlier steps; else an error of undoing
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
        // The first failure is the cause of all others.
        failure ??= { error };
      }
    }
    if (failure) throw failure.error;
    return state as State;
  }
}

/** The steps that have run so far. */
interface Progress {
  steps: Done[];
  signal?: AbortSignal;
}

/** Runs all steps of a list in order. */
type Work = (start: object, done: Progress) => Promise<object>;
