/**
 * What becomes of a disk that is finished and not good.
 * @module
 */
import type { Disk } from "./disk.ts";
import { interrupted, refusedDisk, type Start, withNext } from "./job.ts";

/**
 * The result of `check`. Where it refuses the image, that is kept for people to look at, under a name
 * that nobody takes for a good disk.
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
