/**
 * Step `folder`: creates the hidden folder that becomes the output folder.
 * @module
 */
import { resolve } from "node:path";
import { hostError } from "../../host/host_error.ts";
import { OutputFolder } from "./output_folder.ts";
import type { Step } from "./step.ts";
import type { InstallJob, Start } from "./job.ts";

/** Result of the step. */
export interface Folder {
  /** Folder for all files of the build. */
  folder: OutputFolder;
}

/** Undone by removing it, unless it was published. */
export const folder: Step<Start, Folder> = {
  name: "folder",
  async run({ job }) {
    return { folder: await OutputFolder.create(job.out, "build") };
  },
  explain: (error, { job }) => folderError(error, job),
  undo: ({ folder }) => folder[Symbol.asyncDispose](),
};

/** `error`, or a GatewrightError if a file of the build could not be written. */
export function folderError(error: unknown, { out }: InstallJob): unknown {
  return hostError(
    error,
    "the output folder cannot be written",
    resolve(out),
    "make room on its file system",
    "output-folder",
  );
}
