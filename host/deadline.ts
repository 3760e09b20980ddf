/**
 * A time limit as an abort signal.
 * @module
 */
import { GatewrightError } from "./error.ts";

/** A running time limit. Dispose of it when the work is done. */
export interface Deadline extends Disposable {
  /** Aborted with an error of kind `timeout` at the limit, or with the reason of the given signal. */
  signal: AbortSignal;
}

/**
 * Starts a time limit.
 *
 * @param limit milliseconds
 * @param where called at the limit; returns what the work was doing, for the error
 */
export function deadline(
  limit: number,
  where: () => string,
  signal?: AbortSignal,
): Deadline {
  const late = new AbortController();
  const timer = setTimeout(() =>
    late.abort(
      new GatewrightError(`not done after ${limit / 1000} s`, {
        kind: "timeout",
        code: "too-late",
        where: where(),
        why: "the time limit was reached",
        next: "try again: what was downloaded is kept",
      }),
    ), limit);
  return {
    signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
