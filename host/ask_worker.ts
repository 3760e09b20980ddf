/**
 * Work on a thread of its own, which an interrupt need not wait for.
 *
 * @module
 */
import { unlessAborted } from "./unless_aborted.ts";

/**
 * Starts the worker `module`, gives it `request`, and ends it when it has answered.
 *
 * @param module `new URL(name, import.meta.url)`, as a literal in the file of the caller
 * @throws an uncaught error of the worker, or the reason of `signal`.
 */
export async function askWorker<Answer>(
  module: URL,
  request: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  signal?.throwIfAborted();
  const worker = new Worker(module, { type: "module" });
  const answer = Promise.withResolvers<Answer>();
  worker.onmessage = ({ data }: MessageEvent<Answer>) => answer.resolve(data);
  worker.onerror = (event) => {
    event.preventDefault();
    answer.reject(event.error ?? new Error(event.message));
  };
  worker.postMessage(request);
  try {
    return await unlessAborted(answer.promise, signal);
  } finally {
    worker.terminate();
  }
}
