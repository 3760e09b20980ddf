/**
 * Step `bmap`: the block map beside the disk, for bmaptool(1).
 * @module
 */
import { bmapOf } from "../../images/inspect/make_bmap.ts";
import type { Step } from "./step.ts";
import type { Disk } from "./disk.ts";
import type { Folder } from "./folder.ts";
import type { Inspected } from "./inspect.ts";
import type { Start } from "./job.ts";

/**
 * Undone with its folder. A base has no block map, because only stamps copy it; bmaptool does not
 * support overlays.
 *
 * The mode is that of the disk: the hash of a short range would allow guessing a psk in it.
 */
export const bmap: Step<Start & Folder & Disk & Pick<Inspected, "openDisk">, object> = {
  name: "bmap",
  async run({ job, image, openDisk }) {
    if (job.base || job.format === "qcow2") return {};
    const text = await bmapOf(await openDisk(), job.signal);
    await Deno.writeTextFile(`${image}.bmap`, text, { createNew: true, mode: 0o600 });
    return {};
  },
};
