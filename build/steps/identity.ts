/**
 * Step `identity`: gives a stamped disk a DUID and seeds of its own. They come from the host: all
 * guests resumed from one state have the same random numbers.
 * @module
 */
import { freshIdentity, identityPatches } from "../../images/disk/disk_identity.ts";
import { writeFull } from "../../images/disk/target_file.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import type { Disk } from "./disk.ts";
import type { Start } from "./job.ts";
import type { Step } from "./step.ts";

/** Leaves nothing to undo. */
export const identity: Step<Start & Disk, object> = {
  name: "identity",
  async run({ image }) {
    using disk = await inspectImage(image);
    using file = await Deno.open(image, { write: true });
    for (const { at, bytes } of await identityPatches(disk, freshIdentity())) {
      await writeFull(file, at, bytes);
    }
    return {};
  },
};
