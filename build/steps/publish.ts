/**
 * Step `publish`: the folder takes its place, and the next build knows how long this one took.
 * @module
 */
import { writeTimes } from "../progress/progress.ts";
import type { Step } from "./step.ts";
import type { Folder } from "./folder.ts";
import { failedLog, refusedDisk, type Start } from "./job.ts";
import type { BootMachine } from "./machine.ts";
import type { Written } from "./manifest.ts";

/** Not undone: from here on the build is there. */
export const publish: Step<Start & Folder & BootMachine & Written, object> = {
  name: "publish",
  async run({ job, cacheDir, folder, kind, manifest }) {
    const noted = await job.note?.(folder.path, manifest);
    await folder.publish();
    // The build is there: without the note it is only made again the next time.
    await noted?.().catch(() => {});
    // What earlier failures left for people to look at has had its time.
    for (const path of [failedLog(job), refusedDisk(job)]) await Deno.remove(path).catch(() => {});
    await writeTimes(cacheDir, kind, manifest.timings);
    return {};
  },
};
