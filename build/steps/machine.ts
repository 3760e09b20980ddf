/**
 * Step `machine`: prepares what boots, and finds out how fast guests run here.
 * @module
 */
import { temporaryError } from "../../host/host_error.ts";
import { type BootSource, openbsdBoot } from "../installer/boot_source.ts";
import { readTimes } from "../progress/progress.ts";
import { acceleration } from "../qemu/acceleration.ts";
import type { Accelerator, MachineBoot } from "../qemu/args.ts";
import type { ReleaseFiles } from "../release/fetch_release.ts";
import type { Step } from "./step.ts";
import type { Start } from "./job.ts";
import type { Scratch } from "./scratch.ts";

/** Result of the step. */
export interface BootMachine {
  arch: BootSource["arch"];
  boot: MachineBoot;
  accelerator: Accelerator;
  /** Kind of build, for estimating its duration: `7.9-amd64-kvm`. */
  kind: string;
}

/** Leaves nothing to undo: its files are in the scratch folder. */
export const machine: Step<Start & Scratch, BootMachine> = {
  name: "machine",
  async run({ job, clock, cacheDir, scratch }) {
    const { gateway, signal } = job;
    const source = job.boot ?? openbsdBoot(gateway);
    const folder = `${scratch.path}/boot`;
    const boot = await prepare(source, folder, job.release);
    const { accelerator, why, next } = await acceleration(
      job.accelerator ?? "auto",
      source.arch,
      signal,
    );
    if (why) {
      const text = `slow, under TCG: ${why}; to repair KVM: ${next}`;
      job.onEvent?.({ kind: "notice", text, host: true });
    }
    const version = gateway.release.rehearsal ? "rehearsal" : gateway.release.version;
    const way = job.stamp ? ["stamp"] : [];
    const kind = [version, source.arch, accelerator, ...way].join("-");
    clock.earlier = await readTimes(cacheDir, kind);
    return { arch: source.arch, boot, accelerator, kind };
  },
};

/** The installer's files, in the new folder `folder`; errors are those of temporary files. */
async function prepare(
  source: BootSource,
  folder: string,
  release: ReleaseFiles,
): Promise<MachineBoot> {
  try {
    await Deno.mkdir(folder, { mode: 0o700 });
    return await source.prepare(folder, release);
  } catch (error) {
    throw temporaryError(error, folder);
  }
}
