/**
 * Step `disk`: creates the empty disk, sparse and private.
 * @module
 */
import type { Step } from "./step.ts";
import type { Folder } from "./folder.ts";
import type { Start } from "./job.ts";

/** Result of the step. */
export interface Disk {
  /** Path of the raw image. */
  image: string;
}

/** Undone with its folder. */
export const disk: Step<Start & Folder, Disk> = {
  name: "disk",
  async run({ job: { gateway }, folder }) {
    const image = `${folder.path}/${gateway.name}.raw`;
    using file = await Deno.open(image, { write: true, createNew: true, mode: 0o600 });
    await file.truncate(gateway.disk.size * 1024 * 1024);
    return { image };
  },
};
