/**
 * Step `inspect`: the installed disk is cleared of what was deleted, judged and hashed.
 * @module
 */
import { hashInWorker } from "../../host/hash_in_worker.ts";
import { type ImageSum, sumPieces } from "../../images/disk/image_sum.ts";
import { openSource } from "../../images/disk/source.ts";
import type { Step } from "./step.ts";
import type { Disk } from "./disk.ts";
import type { Start } from "./job.ts";
import { keepRefused } from "./keep_refused.ts";

/** What it gives. */
export interface Inspected {
  /** Of the image. */
  imageSum: ImageSum;
}

/** Leaves nothing to undo. */
export const inspect: Step<Start & Disk, Inspected> = {
  name: "inspect",
  async run(given) {
    const { job: { signal, inspect, scrub, stamp, base }, clock, image } = given;
    clock.enter("seal");
    return await keepRefused(given, async () => {
      await scrub?.(image);
      // Both take seconds, on a core each.
      const stop = new AbortController();
      const ended = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
      const [hash, inspected] = await Promise.allSettled([
        // A stamp takes a second: gigabytes of zeros would take two more.
        stamp || base
          ? piecesOf(image, ended)
          : hashInWorker(image, ended).then(({ sha256 }) => ({ sha256 })),
        Promise.resolve(inspect?.(image)).catch((error) => {
          stop.abort(error);
          throw error;
        }),
      ]);
      if (inspected.status === "rejected") throw inspected.reason;
      if (hash.status === "rejected") throw hash.reason;
      return { imageSum: hash.value };
    });
  },
};

async function piecesOf(image: string, signal: AbortSignal): Promise<ImageSum> {
  using source = await openSource(image);
  return (await sumPieces(source, signal)).sum;
}
