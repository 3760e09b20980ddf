/**
 * Shuts a guest down, with a time limit.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { unlessAborted } from "../../host/unless_aborted.ts";
import { virsh, virshWhole } from "./virsh.ts";

/** Milliseconds between checks of a guest that is shutting down. */
const TICK = 500;

/** A guest to shut down. */
export interface ShutDownOptions {
  /** Name of the domain. */
  name: string;
  /** libvirt URI; default: virsh's own choice. */
  connect?: string;
  /** Time limit in milliseconds. */
  limit: number;
  /** Power it off at the limit. */
  powerOff: boolean;
  /** Ends the wait; the guest may still shut down. */
  signal?: AbortSignal;
  /** Called when the request has been sent: from then on the guest may shut down at any time. */
  onAsked?: () => void;
  /** Called when it was powered off. */
  onPowerOff?: () => void;
}

/**
 * Presses the power button of a guest (ACPI) and waits until it is off.
 *
 * @throws {GatewrightError} (timeout) if it is still running at the limit and `powerOff` is false.
 */
export async function shutDown(options: ShutDownOptions): Promise<void> {
  const { name, connect, limit, signal } = options;
  await virshWhole(connect, ["shutdown", name], signal);
  options.onAsked?.();
  if (await untilOff(name, connect, limit, signal)) return;
  if (options.powerOff) {
    options.onPowerOff?.();
    await endGuest(name, connect);
    return;
  }
  throw new GatewrightError(`${name} did not shut down within ${limit / 1000} s`, {
    kind: "timeout",
    code: "no-shutdown",
    where: connect ?? "libvirt",
    why: "it was asked by ACPI, which a guest may ignore",
    next: `virsh console ${name}, and type halt -p there`,
  });
}

/** Waits until the domain is shut off; returns false if it is not after `limit` milliseconds. */
export async function untilOff(
  name: string,
  connect: string | undefined,
  limit: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const end = performance.now() + limit;
  const off = Promise.withResolvers<boolean>();
  let polling: Promise<void> | undefined;
  const poll = async () => {
    if (!await isActive(name, connect)) off.resolve(true);
    else if (performance.now() >= end) off.resolve(false);
  };
  const clock = setInterval(() => {
    polling ??= poll().catch(off.reject).finally(() => polling = undefined);
  }, TICK);
  try {
    return await unlessAborted(off.promise, signal);
  } finally {
    clearInterval(clock);
    await polling;
  }
}

/** Whether the domain has a guest, running or not. */
async function isActive(name: string, connect: string | undefined): Promise<boolean> {
  return (await virsh(connect, ["domstate", name])).stdout.trim() !== "shut off";
}

/** Powers the guest off, if there is one. */
export async function endGuest(name: string, connect: string | undefined): Promise<void> {
  if (!await isActive(name, connect)) return;
  await virshWhole(connect, ["destroy", name]).catch(async (error) => {
    // It may have ended in the meantime.
    if (await isActive(name, connect)) throw error;
  });
}
