/**
 * Builds the finished disk of a gateway: steps in order, all or nothing.
 * @module
 */
import type { Manifest } from "../images/manifest/manifest.ts";
import { PhaseClock } from "./progress/phase_clock.ts";
import { defaultCacheDir } from "./release/cache.ts";
import { Pipeline } from "./steps/step.ts";
import { bmap } from "./steps/bmap.ts";
import { companions } from "./steps/companions.ts";
import { copyBase } from "./steps/copy_base.ts";
import { disk } from "./steps/disk.ts";
import { folder } from "./steps/folder.ts";
import { identity } from "./steps/identity.ts";
import { inspect } from "./steps/inspect.ts";
import { install } from "./steps/install.ts";
import type { InstallJob, Start } from "./steps/job.ts";
import { log } from "./steps/log.ts";
import { machine } from "./steps/machine.ts";
import { manifest } from "./steps/manifest.ts";
import { mirror } from "./steps/mirror.ts";
import { overlay } from "./steps/overlay.ts";
import { publish } from "./steps/publish.ts";
import { render } from "./steps/render.ts";
import { renderStamp } from "./steps/render_stamp.ts";
import { scratch } from "./steps/scratch.ts";
import { stamp } from "./steps/stamp.ts";
import { tools } from "./steps/tools.ts";
import { verify } from "./steps/verify.ts";

/** The steps of a direct installation, in order. */
export const INSTALLATION = Pipeline.begin<Start>()
  .add(folder).add(scratch).add(log)
  .add(mirror).add(render).add(machine).add(disk)
  .add(install)
  .add(tools).add(inspect).add(bmap).add(companions).add(verify).add(manifest)
  .add(publish);

/** The steps of a stamp, in order. */
export const STAMP = Pipeline.begin<Start>()
  .add(folder).add(scratch).add(log)
  .add(mirror).add(renderStamp).add(machine).add(copyBase)
  .add(stamp).add(identity)
  .add(tools).add(inspect).add(bmap).add(companions).add(verify).add(overlay).add(manifest)
  .add(publish);

/**
 * Installs or stamps a gateway and writes the inspected and hashed disk into `job.out`.
 *
 * @throws the error of the failed step; `job.out` is then unchanged.
 */
export async function installGateway(job: InstallJob): Promise<Manifest> {
  const clock = new PhaseClock((event) => job.onEvent?.(event), job.verify ?? false);
  const start = { job, clock, cacheDir: defaultCacheDir() };
  const { manifest } = job.stamp
    ? await STAMP.run(start, job.signal)
    : await INSTALLATION.run(start, job.signal);
  return manifest;
}
