/**
 * bcrypt(3) hashes of passwords. Each takes nearly a tenth of a second by design, so several are
 * computed in parallel, on threads that leave this one free for signals.
 * @module
 */
import type { HashRequest } from "./hash_worker.ts";

/** Options of {@linkcode hashPasswords}. */
export interface HashingOptions {
  /** Aborts it. */
  signal?: AbortSignal | undefined;
  /** Called every few seconds with the numbers of hashes done and of all. */
  onProgress?: ((done: number, all: number) => void) | undefined;
}

/** 2^10 rounds, as encrypt(1) chooses on current machines. */
const ROUNDS = 10;

/** For fewer passwords a thread is not worth its start. */
const WORTH_THREADS = 4;

/** Milliseconds between progress reports. */
const REPORT_MILLISECONDS = 3000;

/** The hashes (`$2b$...`) of `passwords`, in order. */
export async function hashPasswords(
  passwords: readonly string[],
  { signal, onProgress = () => {} }: HashingOptions = {},
): Promise<string[]> {
  signal?.throwIfAborted();
  if (passwords.length < WORTH_THREADS) {
    const { default: bcrypt } = await import("bcryptjs");
    return await Promise.all(passwords.map((password) => bcrypt.hash(password, ROUNDS)));
  }
  const hashes: string[] = new Array(passwords.length);
  const stop = Promise.withResolvers<never>();
  const abort = () => stop.reject(signal!.reason);
  signal?.addEventListener("abort", abort, { once: true });
  const threads = Math.min(navigator.hardwareConcurrency, passwords.length);
  const workers = Array.from({ length: threads }, startWorker);
  let done = 0;
  let reported = performance.now();
  const queue = passwords.entries();
  const work = async (worker: Worker) => {
    for (const [at, password] of queue) {
      hashes[at] = await answer(worker, password);
      done++;
      if (performance.now() - reported < REPORT_MILLISECONDS) continue;
      reported = performance.now();
      onProgress(done, passwords.length);
    }
  };
  try {
    await Promise.race([Promise.all(workers.map(work)), stop.promise]);
    return hashes;
  } finally {
    signal?.removeEventListener("abort", abort);
    for (const worker of workers) worker.terminate();
  }
}

function startWorker(): Worker {
  return new Worker(new URL("./hash_worker.ts", import.meta.url), { type: "module" });
}

function answer(worker: Worker, password: string): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(event.error ?? new Error(event.message));
    };
    worker.postMessage({ password, rounds: ROUNDS } satisfies HashRequest);
  });
}
