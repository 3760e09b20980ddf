/**
 * Waits that an abort ends.
 * @module
 */

/**
 * The result of `work`; throws the reason of `signal` if that is aborted first. A later result of
 * `work` is ignored.
 */
export async function unlessAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return await work;
  const stopped = Promise.withResolvers<never>();
  const abort = () => stopped.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, stopped.promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
