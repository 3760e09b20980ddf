/**
 * Reading back a whole disk, several stretches at once.
 * @module
 */
import { compareWindows, type Window } from "../../host/qemu_img.ts";

/** Stretches read at once; one reader waits for the device most of the time. */
const READERS = 4;
/** Stretches begin at multiples of this. */
const GRAIN = 1 << 20;

/** Cuts `size` bytes into at most `count` stretches that follow one another. */
export function stretches(size: number, count: number): { offset: number; size: number }[] {
  const step = Math.max(Math.ceil(size / count / GRAIN) * GRAIN, GRAIN);
  const out: { offset: number; size: number }[] = [];
  for (let offset = 0; offset < size; offset += step) {
    out.push({ offset, size: Math.min(step, size - offset) });
  }
  return out;
}

/**
 * Compares two windows of the same size. The first difference ends the reading of all.
 *
 * @param onProgress percent, 0 to 100, of both windows as a whole
 * @throws {GatewrightError} (verification) naming a place that differs
 */
export async function compareParallel(
  source: Window,
  target: Window,
  onProgress: (percent: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const stop = new AbortController();
  const ended = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const parts = stretches(source.size, READERS);
  const percents = parts.map(() => 0);
  const results = await Promise.allSettled(parts.map(async ({ offset, size }, index) => {
    const within = (window: Window) => ({ ...window, offset: window.offset + offset, size });
    try {
      await compareWindows(within(source), within(target), (percent) => {
        percents[index] = percent * size / source.size;
        onProgress(percents.reduce((sum, one) => sum + one, 0));
      }, ended);
    } catch (error) {
      stop.abort(error);
      throw error;
    }
  }));
  signal?.throwIfAborted();
  if (results.some(({ status }) => status === "rejected")) throw stop.signal.reason;
}
