/**
 * The saved installer of a build: its key, and how it is made.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { reachShell } from "../installer/install.ts";
import { prepareLines } from "../installer/prepare.ts";
import { bootConf } from "../installer/tftp_folder.ts";
import type { Machine } from "../qemu/args.ts";
import { Qemu } from "../qemu/process.ts";
import { goOn, sendState } from "../qemu/state.ts";
import { releaseFile } from "../installer/boot_source.ts";
import { CannotStamp } from "../stamp/cannot_stamp.ts";
import { type SavedKey, savedKey } from "../stamp/saved_key.ts";
import { writeSaved } from "../stamp/saved_store.ts";
import type { Start } from "./job.ts";
import type { Log } from "./log.ts";
import type { RenderedFor } from "./render.ts";
import type { Scratch } from "./scratch.ts";

type Needs = Start & Scratch & Log & Pick<RenderedFor, "environment">;

/** Lines typed into the installer's shell before it is saved. */
export function prepareFor({ environment }: Pick<RenderedFor, "environment">): string[] {
  return prepareLines(environment);
}

/** The key of the saved installer that a build can use. */
export async function keyFor(given: Needs, machine: Machine): Promise<SavedKey> {
  const { gateway, release } = given.job;
  return await savedKey(machine, {
    release: gateway.release.version,
    boot: [
      releaseFile(release, "pxeboot").sha256,
      releaseFile(release, "bsd.rd").sha256,
      bootConf(gateway.consoleSpeed),
    ],
    prepare: prepareFor(given),
    size: gateway.disk.size * 1024 * 1024,
  });
}

/**
 * Saves the installer that waits in `qemu`, and resumes it. A failure to save is ignored: the next
 * build boots it again.
 *
 * @param ready whether its shell is prepared
 * @throws {CannotStamp} if it is not.
 */
export async function keepInstaller(
  given: Needs,
  machine: Machine,
  qemu: Qemu,
  ready: boolean,
): Promise<void> {
  if (!ready) throw new CannotStamp("the installer's shell lacks a function that is needed");
  const { job, cacheDir, scratch } = given;
  try {
    const key = await keyFor(given, machine);
    await writeSaved(cacheDir, key, sendState(qemu, `${scratch.path}/state`));
  } catch (error) {
    job.signal?.throwIfAborted();
    const { message } = error instanceof Error ? error : { message: String(error) };
    const why = error instanceof GatewrightError ? error.why ?? message : message;
    job.onEvent?.({ kind: "notice", text: `the installer was not saved: ${why}` });
  }
  await goOn(qemu);
}

/** Boots the installer on an empty disk, and saves it. */
export async function makeInstaller(given: Needs, machine: Machine): Promise<void> {
  const { job, scratch, log } = given;
  const path = `${scratch.path}/empty`;
  {
    using file = await Deno.open(path, { write: true, create: true, mode: 0o600 });
    await file.truncate(job.gateway.disk.size * 1024 * 1024);
  }
  const empty = { ...machine, disk: { ...machine.disk!, path, temporary: true } };
  await using qemu = await Qemu.start(empty, job.signal);
  const ready = await reachShell(qemu, {
    prepare: prepareFor(given),
    release: job.gateway.release.number,
    secrets: job.secrets ?? [],
    ...(job.signal ? { signal: job.signal } : {}),
    onAction: (action) => {
      if (action.kind !== "log") return;
      log.write(action.line);
      job.onEvent?.(action);
    },
  });
  await keepInstaller(given, empty, qemu, ready);
}
