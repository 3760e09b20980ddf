/**
 * From a gateway to its sealed disk: one step after the other, all or nothing.
 * @module
 */
import type { Manifest } from "../images/manifest/manifest.ts";
import { PhaseClock } from "./progress/phase_clock.ts";
import { defaultCacheDir } from "./release/cache.ts";
import { Pipeline } from "./steps/step.ts";
import { companions } from "./steps/companions.ts";
import { disk } from "./steps/disk.ts";
import { folder } from "./steps/folder.ts";
import { inspect } from "./steps/inspect.ts";
import { install } from "./steps/install.ts";
import type { InstallJob, Start } from "./steps/job.ts";
import { log } from "./steps/log.ts";
import { machine } from "./steps/machine.ts";
import { manifest } from "./steps/manifest.ts";
import { mirror } from "./steps/mirror.ts";
import { publish } from "./steps/publish.ts";
import { render } from "./steps/render.ts";
import { scratch } from "./steps/scratch.ts";
import { verify } from "./steps/verify.ts";

/** The steps of every installation, in order. */
export const INSTALLATION = Pipeline.begin<Start>()
  .add(folder).add(scratch).add(log)
  .add(mirror).add(render).add(machine).add(disk)
  .add(install)
  .add(inspect).add(companions).add(verify).add(manifest)
  .add(publish);

/**
 * Installs a gateway and seals what came out into `job.out`.
 *
 * @throws what the step that failed threw; `job.out` is then as it was.
 */
export async function installGateway(job: InstallJob): Promise<Manifest> {
  const clock = new PhaseClock((event) => job.onEvent?.(event), job.verify ?? false);
  const { manifest } = await INSTALLATION.run(
    { job, clock, cacheDir: defaultCacheDir() },
    job.signal,
  );
  return manifest;
}
