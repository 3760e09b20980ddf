/**
 * One installation: QEMU, driven over its console until the guest has ended.
 * @module
 */
import {
  type ConsoleAction,
  InstallerConsole,
  type InstallerOptions,
} from "./installer_console.ts";
import { follow } from "../guest/follow.ts";
import type { Machine } from "../qemu/args.ts";
import { Qemu } from "../qemu/process.ts";

/** What an installation is run with. */
export interface InstallOptions extends InstallerOptions {
  machine: Machine;
  signal?: AbortSignal;
  /** Everything the console does, in order; `type` actions are left out: they may hold secrets. */
  onAction?: (action: Exclude<ConsoleAction, { kind: "type" }>) => void;
}

/**
 * Runs the installer to its end: the guest has reset after CONGRATULATIONS, and QEMU is gone.
 *
 * @throws {GatewrightError} for every other end.
 */
export async function install(options: InstallOptions): Promise<void> {
  const { signal } = options;
  await using qemu = await Qemu.start(options.machine, signal);
  const console = new InstallerConsole(options);
  let phase = console.phase;
  let since = 0;
  await follow(qemu, {
    async hear(bytes) {
      for (const action of console.feed(bytes)) {
        if (action.kind === "type") await qemu.type(action.text);
        else options.onAction?.(action);
        if (action.kind === "failed") throw action.error;
      }
      return false;
    },
    look(silent, elapsed) {
      if (console.phase !== phase) [phase, since] = [console.phase, elapsed];
      return console.silent(silent) ?? console.overdue(elapsed - since);
    },
  }, signal);
  options.onAction?.({ kind: "log", line: console.rest() });
  const end = await qemu.ended;
  const error = console.ended(end.status, end.stderr);
  if (error) throw error;
}
