/**
 * Step `inspect`: the installed disk is cleared of what was deleted, judged and hashed.
 * @module
 */
import { hashApart } from "../../host/hash_apart.ts";
import type { Step } from "./step.ts";
import type { Disk } from "./disk.ts";
import type { Start } from "./job.ts";
import { keepRefused } from "./keep_refused.ts";

/** What it gives. */
export interface Inspected {
  /** SHA-256 of the image, in hexadecimal. */
  imageHash: string;
}

/** Leaves nothing to undo. */
export const inspect: Step<Start & Disk, Inspected> = {
  name: "inspect",
  async run(given) {
    const { job: { signal, inspect, scrub }, clock, image } = given;
    clock.enter("seal");
    return await keepRefused(given, async () => {
      await scrub?.(image);
      // Both take seconds, on a core each.
      const stop = new AbortController();
      const ended = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
      const [hash, inspected] = await Promise.allSettled([
        hashApart(image, ended),
        Promise.resolve(inspect?.(image)).catch((error) => {
          stop.abort(error);
          throw error;
        }),
      ]);
      if (inspected.status === "rejected") throw inspected.reason;
      if (hash.status === "rejected") throw hash.reason;
      return { imageHash: hash.value.sha256 };
    });
  },
};
