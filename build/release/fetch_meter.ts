/**
 * Progress and rate of a release's download.
 * @module
 */
import type { FetchProgress } from "./fetch_release.ts";

/** Totals of all files of a release. */
export interface FetchTotals {
  /** Number of verified files. */
  done: number;
  /** Number of files started. */
  files: number;
  /** Bytes from the mirror. */
  received: number;
  /** Bytes from the cache. */
  cached: number;
  /** Total size of the files started; absent if the mirror does not report one of the sizes. */
  total?: number;
  /** Bytes per second, over the last seconds. */
  rate: number;
}

/** Window for the rate, in seconds. */
const WINDOW = 5;

/** Adds up the progress of files. */
export class FetchMeter {
  readonly #files = new Map<string, FetchProgress>();
  #marks: { at: number; bytes: number }[] = [];

  /** Takes the progress of a file; `now` in seconds. */
  add(progress: FetchProgress, now: number): FetchTotals {
    const { file } = progress;
    this.#files.set(file, progress);
    const all = [...this.#files.values()];
    const sum = (of: (one: FetchProgress) => number) => all.reduce((n, one) => n + of(one), 0);
    const bytes = sum((one) => one.state === "cached" ? 0 : one.received);
    this.#marks.push({ at: now, bytes });
    // The last sample before the window is kept as the start of the measurement.
    while (this.#marks.length > 2 && this.#marks[1]!.at <= now - WINDOW) this.#marks.shift();
    const first = this.#marks[0]!;
    const known = all.every((one) => one.total !== undefined);
    return {
      done: all.filter((one) => one.state !== "downloading").length,
      files: all.length,
      received: bytes,
      cached: sum((one) => one.state === "cached" ? one.received : 0),
      ...(known ? { total: sum((one) => one.total!) } : {}),
      rate: now > first.at ? Math.round((bytes - first.bytes) / (now - first.at)) : 0,
    };
  }
}
