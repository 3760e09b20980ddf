/**
 * Tells when a lock is waited for.
 * @module
 */

/** Ends when this process waits for a lock of a file, as /proc/locks has it, or when `work` has ended. */
export async function lockIsAwaited(work: Promise<unknown>): Promise<void> {
  const waiting = new RegExp(`-> FLOCK +ADVISORY +\\w+ ${Deno.pid} `);
  let ended = false;
  const end = () => void (ended = true);
  work.then(end, end);
  while (!ended && !waiting.test(await Deno.readTextFile("/proc/locks"))) {
    // Reading it again is the only way to know.
  }
}
