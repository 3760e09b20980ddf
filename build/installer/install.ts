/**
 * Runs one installation: QEMU, driven over its console until the guest has ended.
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

/** Options of an installation. */
export interface InstallOptions extends InstallerOptions {
  machine: Machine;
  signal?: AbortSignal;
  /**
   * Called when the shell of the installer is prepared, if `prepare` is given; the shell waits
   * meanwhile. `ready`: the commands succeeded.
   */
  onPrepared?: (qemu: Qemu, ready: boolean) => Promise<void>;
  /**
   * Called with everything the console does, in order; `type` actions are left out: they may
   * contain secrets.
   */
  onAction?: (action: Exclude<ConsoleAction, { kind: "type" } | { kind: "prepared" }>) => void;
}

/**
 * Runs the installer to its end: the guest has reset after CONGRATULATIONS, and QEMU is gone.
 *
 * @throws {GatewrightError} for every other end.
 */
export async function install(options: InstallOptions): Promise<void> {
  await using qemu = await Qemu.start(options.machine, options.signal);
  const console = new InstallerConsole(options);
  await drive(qemu, console, options, async ({ ready }) => {
    await options.onPrepared?.(qemu, ready);
    return false;
  });
  options.onAction?.({ kind: "log", line: console.rest() });
  const end = await qemu.ended;
  const error = console.ended(end.status, end.stderr);
  if (error) throw error;
}

/**
 * Boots the installer, waits until its shell is prepared, and leaves it there.
 *
 * @returns whether the commands of `prepare` succeeded
 * @throws {GatewrightError} if the installer does not get that far.
 */
export async function reachShell(
  qemu: Qemu,
  options: Omit<InstallOptions, "machine" | "files" | "onPrepared">,
): Promise<boolean> {
  const console = new InstallerConsole({ ...options, files: [] });
  let prepared = false;
  const reached = await drive(qemu, console, options, ({ ready }) => {
    prepared = ready;
    return Promise.resolve(true);
  });
  if (reached) return prepared;
  const { status, stderr } = await qemu.ended;
  throw console.ended(status, stderr)!;
}

/** Follows the console; returns true when `onPrepared` ends it, false when it is closed. */
async function drive(
  qemu: Qemu,
  console: InstallerConsole,
  { onAction, signal }: Pick<InstallOptions, "onAction" | "signal">,
  onPrepared: (action: Extract<ConsoleAction, { kind: "prepared" }>) => Promise<boolean>,
): Promise<boolean> {
  let phase = console.phase;
  let since = 0;
  return await follow(qemu, {
    async feed(bytes) {
      for (const action of console.feed(bytes)) {
        if (action.kind === "type") await qemu.type(action.text);
        else if (action.kind === "prepared") {
          if (await onPrepared(action)) return true;
        } else onAction?.(action);
        if (action.kind === "failed") throw action.error;
      }
      return false;
    },
    checkTime(silent, elapsed) {
      if (console.phase !== phase) [phase, since] = [console.phase, elapsed];
      return console.silent(silent) ?? console.overdue(elapsed - since);
    },
  }, signal);
}
