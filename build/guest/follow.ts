/**
 * Listening to a guest: its console, the clock, the disk and the user, whichever speaks first.
 * @module
 */
import { unlessAborted } from "../../host/unless_aborted.ts";
import type { Qemu } from "../qemu/process.ts";

/** What is made of what a guest says, and of its silence. */
export interface Listener {
  /** Takes bytes of the console; true ends the listening. What it throws ends it too. */
  hear(bytes: Uint8Array<ArrayBuffer>): boolean | Promise<boolean>;
  /**
   * Asked once a second: the error that so much silence, or so much time in all, means.
   *
   * @param silent seconds since the guest wrote something
   * @param elapsed seconds since the listening began
   */
  checkTime(silent: number, elapsed: number): Error | undefined;
}

/** Milliseconds between two looks at the clock. */
const TICK = 1000;

/**
 * Follows the console of `qemu` until `listener` has heard enough (true) or QEMU has closed it
 * (false).
 *
 * @throws what the listener throws or finds in the silence, the trouble of a disk that cannot be
 * written, and the reason of `signal`.
 */
export async function follow(
  qemu: Pick<Qemu, "output" | "diskTrouble">,
  listener: Listener,
  signal?: AbortSignal,
): Promise<boolean> {
  const silence = Promise.withResolvers<never>();
  const started = performance.now();
  let heard = started;
  const clock = setInterval(() => {
    const now = performance.now();
    const error = listener.checkTime((now - heard) / 1000, (now - started) / 1000);
    if (error) silence.reject(error);
  }, TICK);
  let over = false;
  const read = async () => {
    for await (const bytes of qemu.output()) {
      // Somebody else has spoken first: what comes now is for nobody.
      if (over) return false;
      heard = performance.now();
      if (await listener.hear(bytes)) return true;
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
