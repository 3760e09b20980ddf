/**
 * Listens to the signals that programs are ended with.
 * @module
 */
import { END_SIGNALS, type EndSignal, handledSignals } from "./ignored_signals.ts";

/**
 * Calls `act` at each signal that programs are ended with, until it is disposed of. One that is
 * ignored does nothing: without a listener Deno itself ends at it, and nothing is cleaned up.
 */
export function hearSignals(act: () => void): Disposable {
  const handled = handledSignals();
  const listeners = (Object.keys(END_SIGNALS) as EndSignal[])
    .map((name) => [name, handled.includes(name) ? act : () => {}] as const);
  for (const [name, listener] of listeners) Deno.addSignalListener(name, listener);
  return {
    [Symbol.dispose]() {
      for (const [name, listener] of listeners) Deno.removeSignalListener(name, listener);
    },
  };
}
