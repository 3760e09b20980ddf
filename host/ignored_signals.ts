/**
 * Signals that this process was started with ignored.
 * @module
 */

/** Numbers of the signals that programs are ended with (signal(7)). */
export const END_SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** A signal that programs are ended with. */
export type EndSignal = keyof typeof END_SIGNALS;

/**
 * The signals to listen to: those that are not ignored. nohup(1) starts a program with SIGHUP
 * ignored, and sh(1) a background job with SIGINT ignored; a listener would undo that.
 *
 * @param status as in `/proc/self/status` (proc(5)); default: that of this process
 */
export function handledSignals(status: string = ownStatus()): EndSignal[] {
  const ignored = BigInt(`0x${/^SigIgn:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? 0}`);
  return (Object.keys(END_SIGNALS) as EndSignal[]).filter((name) =>
    (ignored >> BigInt(END_SIGNALS[name] - 1) & 1n) === 0n
  );
}

function ownStatus(): string {
  try {
    return Deno.readTextFileSync("/proc/self/status");
  } catch {
    return "";
  }
}
