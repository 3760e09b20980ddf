/**
 * Step `verify`: boots the finished disk, which checks itself, if requested.
 * @module
 */
import type { Manifest } from "../../images/manifest/manifest.ts";
import { verifyImage } from "../guest/verify.ts";
import type { Step } from "./step.ts";
import type { Disk } from "./disk.ts";
import type { Folder } from "./folder.ts";
import type { Inspected } from "./inspect.ts";
import type { Start } from "./job.ts";
import { keepRefused } from "./keep_refused.ts";
import type { Log } from "./log.ts";
import type { BootMachine } from "./machine.ts";

/** Result of the step. */
export interface Verified {
  /** Result of the boot test, if there was one. */
  verified?: NonNullable<Manifest["verified"]>;
}

type Needs = Start & Folder & Log & BootMachine & Disk & Pick<Inspected, "imageSum">;

/** Ends its QEMU itself; `boot.log` is undone with its folder. */
export function verifyWith(boot: typeof verifyImage): Step<Needs, Verified> {
  return {
    name: "verify",
    async run(given) {
      const { job, clock, folder, log, accelerator, image, imageSum } = given;
      if (!job.verify) return {};
      clock.enter("verify");
      log.path = `${folder.path}/boot.log`;
      const verified = await keepRefused(given, () =>
        boot({
          image,
          imageSum,
          log: log.path,
          arch: job.gateway.release.arch,
          domain: job.gateway.domain,
          accelerator,
          secrets: job.secrets ?? [],
          onLine: (line) => job.onEvent?.({ kind: "log", line }),
          ...(job.signal ? { signal: job.signal } : {}),
        }));
      return { verified };
    },
  };
}

/** The step of a build. */
export const verify: Step<Needs, Verified> = verifyWith(verifyImage);
