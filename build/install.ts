/**
 * One installation: QEMU, driven over its console until the guest has ended.
 * @module
 */
import { GatewrightError } from "../spec/error.ts";
import {
  type ConsoleAction,
  InstallerConsole,
  type InstallerOptions,
} from "./console/installer_console.ts";
import { follow } from "./follow.ts";
import type { Machine } from "./qemu/args.ts";
import { Qemu } from "./qemu/process.ts";

/** What an installation is run with. */
export interface InstallOptions extends InstallerOptions {
  machine: Machine;
  /** Milliseconds for all of it. */
  timeout?: number;
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
  await follow(qemu, {
    async hear(bytes) {
      for (const action of console.feed(bytes)) {
        if (action.kind === "type") await qemu.type(action.text);
        else options.onAction?.(action);
        if (action.kind === "failed") throw action.error;
      }
      return false;
    },
    look: (silent, elapsed) => console.silent(silent) ?? late(elapsed, options, console),
  }, signal);
  options.onAction?.({ kind: "log", line: console.rest() });
  const end = await qemu.ended;
  const error = console.ended(end.status, end.stderr);
  if (error) throw error;
}

function late(
  elapsed: number,
  options: InstallOptions,
  console: InstallerConsole,
): GatewrightError | undefined {
  if (options.timeout === undefined || elapsed * 1000 < options.timeout) return undefined;
  return new GatewrightError(`the installation takes longer than ${options.timeout / 1000} s`, {
    kind: "timeout",
    where: `console, phase ${console.phase}`,
    why: "the time limit is over",
    next: "give a longer --timeout",
  });
}
