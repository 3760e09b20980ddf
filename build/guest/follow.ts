/**
 * Waits for a guest: output of its console, time limits, disk errors and aborts.
 * @module
 */
import { unlessAborted } from "../../host/unless_aborted.ts";
import type { Qemu } from "../qemu/process.ts";

/** Interprets the output of a guest, and its silence. */
export interface Listener {
  /** Takes bytes of the console; returns true to end the wait. An exception ends it too. */
  feed(bytes: Uint8Array<ArrayBuffer>): boolean | Promise<boolean>;
  /**
   * Called once a second; returns the error for that much silence, or that much time in all.
   *
   * @param silent seconds since the last output of the guest, without those in which this process was
   * held up and could not read it
   * @param elapsed seconds since the start of the wait
   */
  checkTime(silent: number, elapsed: number): Error | undefined;
}

/** Milliseconds between checks of the time. */
const TICK = 1000;

/**
 * Passes the console of `qemu` to `listener` until that returns true (result true) or QEMU closes
 * it (false).
 *
 * @throws the errors of the listener, the error of a disk that cannot be written, and the reason of
 * `signal`.
 */
export async function follow(
  qemu: Pick<Qemu, "output" | "diskTrouble">,
  listener: Listener,
  signal?: AbortSignal,
): Promise<boolean> {
  const silence = Promise.withResolvers<never>();
  const started = performance.now();
  let lastOutput = started;
  let lastTick = started;
  const clock = setInterval(() => {
    const now = performance.now();
    // While this process was stopped, or its host slept, it could not read any.
    lastOutput = Math.min(now, lastOutput + Math.max(0, now - lastTick - 2 * TICK));
    lastTick = now;
    const error = listener.checkTime((now - lastOutput) / 1000, (now - started) / 1000);
    if (error) silence.reject(error);
  }, TICK);
  let over = false;
  const read = async () => {
    for await (const bytes of qemu.output()) {
      // The wait has ended for another reason: ignore later output.
      if (over) return false;
      lastOutput = performance.now();
      if (await listener.feed(bytes)) return true;
    }
    return false;
  };
  try {
    return await unlessAborted(
      Promise.race([read(), silence.promise, qemu.diskTrouble]),
      signal,
    );
  } finally {
    over = true;
    clearInterval(clock);
  }
}
