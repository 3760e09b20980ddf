/**
 * Step `stamp`: the installer turns the copy of the base into the gateway.
 * @module
 */
import type { Machine } from "../qemu/args.ts";
import { type Found, openSaved, type SavedInstaller, whyNotSaved } from "../stamp/saved_store.ts";
import { NotResumed, stampDisk, type StampOptions } from "../stamp/stamp_disk.ts";
import type { Disk } from "./disk.ts";
import { machineOf } from "./install.ts";
import { stampOf, type Start } from "./job.ts";
import type { Log } from "./log.ts";
import type { BootMachine } from "./machine.ts";
import type { Mirror } from "./mirror.ts";
import type { RenderedFor } from "./render.ts";
import type { StampScript } from "./render_stamp.ts";
import { keyFor, makeInstaller, prepareFor } from "./saved_installer.ts";
import type { Scratch } from "./scratch.ts";
import type { Step } from "./step.ts";

type Needs = Start & Scratch & Log & Mirror & RenderedFor & StampScript & BootMachine & Disk;

/** Ends its QEMU itself; the disk is undone with its folder. */
export function stampWith(stamper: typeof stampDisk): Step<Needs, object> {
  return {
    name: "stamp",
    async run(given) {
      const { job, clock, log } = given;
      const { log: before, cold } = stampOf(job);
      if (before) { for (const line of await linesOf(before)) log.write(line); }
      clock.enter("boot");
      const machine = machineOf(given);
      const stampOnce = (saved?: SavedInstaller) => stamper(optionsOf(given, machine, saved));
      if (cold || !await resumed(given, machine, stampOnce)) await stampOnce();
      return {};
    },
  };
}

/** {@linkcode stampWith} QEMU. */
export const stamp: Step<Needs, object> = stampWith(stampDisk);

/**
 * Stamps with a saved installer, which is made if there is no working one; returns false if none
 * works.
 */
async function resumed(
  given: Needs,
  machine: Machine,
  stampOnce: (saved: SavedInstaller) => Promise<void>,
): Promise<boolean> {
  const { job, cacheDir } = given;
  const notify = (text: string) => job.onEvent?.({ kind: "notice", text });
  const key = await keyFor(given, machine);
  for (let attempt = 0; attempt < 2; attempt++) {
    let found: Found = await openSaved(cacheDir, key);
    if (!("installer" in found)) {
      const [lacking, then] = found.why === "absent"
        ? ["no installer is saved for this machine", "booting one"]
        : ["the saved installer is from another QEMU", "saving a new one"];
      const unsaved = await whyNotSaved(cacheDir);
      const rest = unsaved === undefined ? then : `booting one, which cannot be saved: ${unsaved}`;
      notify(`${lacking}: ${rest}`);
      if (unsaved !== undefined) return false;
      await makeInstaller(given, machine);
      found = await openSaved(cacheDir, key);
      if (!("installer" in found)) return false;
    }
    using saved = found.installer;
    try {
      await stampOnce(saved);
      return true;
    } catch (error) {
      if (!(error instanceof NotResumed)) throw error;
      // If QEMU was killed, the saved installer may be fine.
      job.signal?.throwIfAborted();
      const [why] = error.message.split("\n");
      await saved.discard();
      const unsaved = await whyNotSaved(cacheDir);
      const then = unsaved === undefined ? "saving a new one" : "booting one";
      notify(`the saved installer cannot be resumed (${why}): ${then}`);
      if (unsaved !== undefined) return false;
    }
  }
  return false;
}

function optionsOf(given: Needs, machine: Machine, saved?: SavedInstaller): StampOptions {
  const { job, clock, log, mirror, script, scratch } = given;
  return {
    machine,
    ...(saved ? { saved } : {}),
    prepare: prepareFor(given),
    script,
    socket: `${scratch.path}/state`,
    release: job.gateway.release.number,
    secrets: [...job.secrets ?? [], mirror.secret],
    ...(job.signal ? { signal: job.signal } : {}),
    onLine(line) {
      log.write(line);
      job.onEvent?.({ kind: "log", line });
    },
    onAwake: () => clock.enter("configure"),
  };
}

/** The console log of the base's installer belongs to this disk too. */
async function linesOf(path: string): Promise<string[]> {
  return (await Deno.readTextFile(path)).trimEnd().split("\n");
}
