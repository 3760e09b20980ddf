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

/** Milliseconds between two looks at how long the console has been silent. */
const TICK = 1000;

/**
 * Runs the installer to its end: the guest has reset after CONGRATULATIONS, and QEMU is gone.
 *
 * @throws {GatewrightError} for every other end.
 */
export async function install(options: InstallOptions): Promise<void> {
  const { signal } = options;
  await using qemu = await Qemu.start(options.machine, signal);
  const console = new InstallerConsole(options);
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => {});
  const abort = () => stopped.reject(signal!.reason);
  signal?.addEventListener("abort", abort, { once: true });
  if (signal?.aborted) abort();
  const started = performance.now();
  let heard = started;
  const clock = setInterval(() => {
    const now = performance.now();
    const error = console.silent((now - heard) / 1000) ?? late(now - started, options, console);
    if (error) stopped.reject(error);
  }, TICK);
  const follow = async () => {
    for await (const bytes of qemu.output()) {
      heard = performance.now();
      for (const action of console.feed(bytes)) {
        if (action.kind === "type") await qemu.type(action.text);
        else options.onAction?.(action);
        if (action.kind === "failed") throw action.error;
      }
    }
    options.onAction?.({ kind: "log", line: console.rest() });
    const end = await qemu.ended;
    const error = console.ended(end.status, end.stderr);
    if (error) throw error;
  };
  try {
    await Promise.race([follow(), stopped.promise, qemu.diskTrouble]);
  } finally {
    clearInterval(clock);
    signal?.removeEventListener("abort", abort);
  }
}

function late(
  elapsed: number,
  options: InstallOptions,
  console: InstallerConsole,
): GatewrightError | undefined {
  if (options.timeout === undefined || elapsed < options.timeout) return undefined;
  return new GatewrightError(`the installation takes longer than ${options.timeout / 1000} s`, {
    kind: "timeout",
    where: `console, phase ${console.phase}`,
    why: "the time limit is over",
    next: "give a longer --timeout",
  });
}
