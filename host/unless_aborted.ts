/**
 * Waiting that an interrupt ends.
 * @module
 */

/**
 * What `work` comes to, unless `signal` is aborted before: then its reason is thrown, and what `work`
 * comes to later is for nobody.
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
