/**
 * Keeps a finished disk that was refused.
 * @module
 */
import type { Disk } from "./disk.ts";
import { interrupted, refusedDisk, type Start, withNext } from "./job.ts";

/**
 * The result of `check`. If it refuses the image, that is kept for examination, under a name that
 * cannot be taken for a good disk.
 */
export async function keepRefused<T>(
  { job, image }: Start & Disk,
  check: () => Promise<T>,
): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (interrupted(error, job.signal)) throw error;
    const kept = refusedDisk(job);
    await Deno.rename(image, kept);
    throw withNext(error, `the disk was kept: gatewright inspect ${kept}`, kept);
  }
}
