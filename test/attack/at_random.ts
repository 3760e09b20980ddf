/**
 * Ends a command from outside at a random moment, and waits until nothing of it runs.
 * @module
 */
import assert from "node:assert/strict";
import type { FaultBench, Ran } from "../fault.ts";

/** The ends that a command can meet; the last is one that it does not hear of. */
export const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const;

/** The names in a folder. */
export const names = (folder: string): string[] =>
  [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

/** Milliseconds after which a process runs on, however loaded the host is. */
const PATIENCE = 300_000;

/** Waits until nothing of the bench runs; gives the milliseconds that took. */
export async function untilNothingRuns(bench: FaultBench): Promise<number> {
  const started = performance.now();
  while ((await bench.running()).length > 0) {
    assert(performance.now() - started < PATIENCE, "processes are left");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - started;
}

/** Runs the command, which gets `signal` after `delay` milliseconds. */
export async function endedAfter(
  bench: FaultBench,
  args: string[],
  signal: Deno.Signal,
  delay: number,
): Promise<Ran> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ran = await bench.run(args, {
    start: (pid) => {
      timer = setTimeout(() => {
        try {
          Deno.kill(pid, signal);
        } catch { /* it was faster */ }
      }, delay);
    },
  });
  clearTimeout(timer);
  return ran;
}
