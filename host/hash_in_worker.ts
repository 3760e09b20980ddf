/**
 * Hashing beside other work.
 * @module
 */
import type { FileHash } from "./hash_file.ts";

/** As `hashFile`, on a thread of its own: an image is hashed while it is looked into. */
export async function hashInWorker(path: string, signal?: AbortSignal): Promise<FileHash> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("./hash_worker.ts", import.meta.url), { type: "module" });
  const done = Promise.withResolvers<FileHash>();
  const abort = () => done.reject(signal!.reason);
  signal?.addEventListener("abort", abort, { once: true });
  worker.onmessage = ({ data }: MessageEvent<{ hash: FileHash } | { error: unknown }>) =>
    "hash" in data ? done.resolve(data.hash) : done.reject(data.error);
  worker.onerror = (event) => {
    event.preventDefault();
    done.reject(event.error ?? new Error(event.message));
  };
  worker.postMessage(path);
  try {
    return await done.promise;
  } finally {
    signal?.removeEventListener("abort", abort);
    worker.terminate();
  }
}
