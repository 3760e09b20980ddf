/**
 * Step `install`: the installer writes the disk.
 * @module
 */
import { createHash } from "node:crypto";
import { installerCards } from "../installer/cards.ts";
import { install as runInstaller } from "../installer/install.ts";
import type { Machine } from "../qemu/args.ts";
import type { Qemu } from "../qemu/process.ts";
import type { Step } from "./step.ts";
import type { Disk } from "./disk.ts";
import type { Start } from "./job.ts";
import type { Log } from "./log.ts";
import type { BootMachine } from "./machine.ts";
import type { Mirror } from "./mirror.ts";
import type { RenderedFor } from "./render.ts";
import { keepInstaller, prepareFor } from "./saved_installer.ts";
import type { Scratch } from "./scratch.ts";
import { reveal } from "../../host/secret.ts";

type Needs = Start & Scratch & Log & Mirror & RenderedFor & BootMachine & Disk;

/**
 * Memory of an installing machine in MiB: with less than the minimum it fails, more than the
 * maximum is of no use.
 */
const MEMORY = { least: 512, most: 1024 };

/**
 * Extra memory of a rehearsal in MiB: its stand-in keeps sets and files in memory file systems,
 * each of half the memory.
 */
function moreMemory({ job, rendered }: Needs): number {
  const needed = Math.ceil(4 * rendered.siteBytes / 2 ** 20);
  return job.gateway.release.rehearsal && needed > MEMORY.least / 4 ? needed : 0;
}

/** The installing machine: the hardware of the domain, booted by a BIOS. */
export function machineOf(
  needs: Pick<Needs, "job" | "scratch" | "environment" | "arch" | "boot" | "accelerator"> & Disk,
  more = 0,
): Machine {
  const { job, scratch, environment, arch, boot, accelerator, image } = needs;
  const { hardware, machine, memory, rng } = job.gateway.domain;
  return {
    arch,
    hardware,
    machine: hardware === "legacy" ? "pc" : machine,
    firmware: "bios",
    memory: Math.max(MEMORY.least, Math.min(memory, MEMORY.most)) + more,
    smp: environment.smp ? 2 : 1,
    accelerator,
    rng,
    disk: { path: image, format: "raw", cache: "unsafe", discard: true },
    // The sets come from a port of the host.
    reachesHost: true,
    macs: installerCards(job.gateway),
    boot,
    serial: `${scratch.path}/serial`,
    qmp: `${scratch.path}/qmp`,
  };
}

/** Saves the installer during the installation of a base. */
function keeping(given: Needs, machine: Machine) {
  return {
    prepare: prepareFor(given),
    onPrepared: (qemu: Qemu, ready: boolean) => keepInstaller(given, machine, qemu, ready),
  };
}

/** Ends its QEMU itself; the disk is undone with its folder. */
export function installWith(installer: typeof runInstaller): Step<Needs, object> {
  return {
    name: "install",
    async run(given) {
      const { job, clock, log, mirror, rendered: { installConf, disklabelConf } } = given;
      const typed = [
        ...(disklabelConf === undefined ? [] : [{ path: "/disklabel.conf", text: disklabelConf }]),
        { path: "/auto_install.conf", text: reveal(installConf) },
      ];
      clock.enter("boot");
      const machine = machineOf(given, moreMemory(given));
      await installer({
        machine,
        ...(job.base ? keeping(given, machine) : {}),
        files: typed.map((file) => ({
          ...file,
          sha256: createHash("sha256").update(file.text).digest("hex"),
        })),
        release: job.gateway.release.number,
        secrets: [...job.secrets ?? [], mirror.secret],
        ...(job.signal ? { signal: job.signal } : {}),
        onAction(action) {
          if (action.kind === "log") {
            log.write(action.line);
            job.onEvent?.(action);
          } else if (action.kind === "set" || action.kind === "notice") job.onEvent?.(action);
          else if (action.kind === "phase" && action.phase !== "end") clock.enter(action.phase);
        },
      });
      return {};
    },
  };
}

/** The step of a build. */
export const install: Step<Needs, object> = installWith(runInstaller);
