/**
 * Step `publish`: moves the folder into place, and records the duration for later builds.
 * @module
 */
import { writeTimes } from "../progress/progress.ts";
import type { Step } from "./step.ts";
import type { Folder } from "./folder.ts";
import { failedLog, refusedDisk, type Start } from "./job.ts";
import type { BootMachine } from "./machine.ts";
import type { Written } from "./manifest.ts";

/** Not undone: from here on the build is published. */
export const publish: Step<Start & Folder & BootMachine & Written, object> = {
  name: "publish",
  async run({ job, cacheDir, folder, kind, manifest }) {
    const noted = await job.note?.(folder.path, manifest);
    await folder.publish();
    // The build is published; without the record the next one is merely repeated.
    await noted?.().catch(() => {});
    // Logs and disks of earlier failures are no longer needed.
    for (const path of [failedLog(job), refusedDisk(job)]) await Deno.remove(path).catch(() => {});
    await writeTimes(cacheDir, kind, manifest.timings);
    return {};
  },
};
