/**
 * How much of a release has come, and how fast.
 * @module
 */
import type { FetchProgress } from "./fetch_release.ts";

/** All files of a release together. */
export interface FetchTotals {
  /** Files that are there, verified. */
  done: number;
  /** Files that were begun. */
  files: number;
  /** Bytes that came from the mirror. */
  received: number;
  /** Bytes that were in the cache. */
  cached: number;
  /** Bytes of the files that were begun; absent where the mirror does not tell one's size. */
  total?: number;
  /** Bytes per second over the last seconds. */
  rate: number;
}

/** Seconds over which the rate is measured. */
const WINDOW = 5;

/** Adds up the progress of single files. */
export class FetchMeter {
  readonly #files = new Map<string, FetchProgress>();
  #marks: { at: number; bytes: number }[] = [];

  /** Takes the next step of a file; `now` in seconds. */
  add(progress: FetchProgress, now: number): FetchTotals {
    const { file } = progress;
    this.#files.set(file, progress);
    const all = [...this.#files.values()];
    const sum = (of: (one: FetchProgress) => number) => all.reduce((n, one) => n + of(one), 0);
    const bytes = sum((one) => one.state === "cached" ? 0 : one.received);
    this.#marks.push({ at: now, bytes });
    // The mark before the window stays: the rate is measured from there.
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
