/**
 * Step `inspect`: clears deleted data on the installed disk, inspects it and hashes it.
 * @module
 */
import { hashInWorker } from "../../host/hash_in_worker.ts";
import type { ImageSum } from "../../images/disk/image_sum.ts";
import { sumInWorker } from "../../images/disk/sum_in_worker.ts";
import { inspectImage, type Inspection } from "../../images/inspect/inspect.ts";
import type { Step } from "./step.ts";
import type { Disk } from "./disk.ts";
import type { Start } from "./job.ts";
import { keepRefused } from "./keep_refused.ts";

/** Result of the step. */
export interface Inspected {
  /** Sum of the image. */
  imageSum: ImageSum;
  /** The final disk, opened on first use. */
  openDisk: () => Promise<Inspection>;
  close: () => Promise<void>;
}

/** Undone by closing the disk. */
export const inspect: Step<Start & Disk, Inspected> = {
  name: "inspect",
  async run(given) {
    const { job: { signal, inspect, scrub, stamp, base }, clock, image } = given;
    clock.enter("inspect");
    return await keepRefused(given, async () => {
      await scrub?.(image);
      let disk: Promise<Inspection> | undefined;
      const openDisk = () => disk ??= inspectImage(image);
      const close = async () => (await disk?.catch(() => undefined))?.[Symbol.dispose]();
      const stop = new AbortController();
      const ended = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
      const [hash, inspected, synced] = await Promise.allSettled([
        // A stamp takes a second; hashing gigabytes of zeros would add two.
        stamp || base
          ? openDisk().then(({ source }) => sumInWorker(image, source, ended))
          : hashInWorker(image, ended).then(({ sha256 }) => ({ sha256 })),
        Promise.resolve(inspect?.(image, openDisk)).catch((error) => {
          stop.abort(error);
          throw error;
        }),
        // Disk and CPU of the host are used in parallel.
        syncFile(image),
      ]);
      const failed = [inspected, hash, synced].find(({ status }) => status === "rejected");
      if (failed) await close();
      if (inspected.status === "rejected") throw inspected.reason;
      if (hash.status === "rejected") throw hash.reason;
      if (synced.status === "rejected") throw synced.reason;
      return { imageSum: hash.value, openDisk, close };
    });
  },
  undo: ({ close }) => close(),
};

async function syncFile(path: string): Promise<void> {
  using file = await Deno.open(path, { write: true });
  await file.sync();
}
