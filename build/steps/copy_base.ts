/**
 * Step `copy`: copies the base to the disk of the gateway.
 * @module
 */
import { run } from "../../host/run.ts";
import type { Disk } from "./disk.ts";
import type { Folder } from "./folder.ts";
import { stampOf, type Start } from "./job.ts";
import type { Step } from "./step.ts";

/** Undone with its folder. */
export const copyBase: Step<Start & Folder, Disk> = {
  name: "copy",
  async run({ job, folder }) {
    const image = `${folder.path}/${job.gateway.name}.raw`;
    const { signal } = job;
    // Blocks are shared if the file system can (FICLONE); otherwise only data is copied, without
    // holes.
    const how = ["--reflink=auto", "--sparse=always", "--no-preserve=mode"];
    await run("cp", [...how, "--", stampOf(job).image, image], signal ? { signal } : {});
    await Deno.chmod(image, 0o600);
    return { image };
  },
};
