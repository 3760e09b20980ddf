/**
 * Ends a guest in order: it is asked to, and has some time.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { unlessAborted } from "../../host/unless_aborted.ts";
import { virsh, virshWhole } from "./virsh.ts";

/** Milliseconds between two looks at a guest that shuts down. */
const TICK = 500;

/** A guest to end. */
export interface ShutDownOptions {
  /** Of the domain. */
  name: string;
  /** libvirt URI; default: virsh's own choice. */
  connect?: string;
  /** Milliseconds that it has. */
  limit: number;
  /** Then switch it off. */
  powerOff: boolean;
  /** Ends the waiting; the guest may shut down all the same. */
  signal?: AbortSignal;
  /** Told when it has been asked: from then on it may shut down at any moment. */
  onAsked?: () => void;
  /** Told that it is switched off. */
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

/** Waits until the domain is shut off; false if it is not after `limit` milliseconds. */
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

/** Switches the guest off, where there is one. */
export async function endGuest(name: string, connect: string | undefined): Promise<void> {
  if (!await isActive(name, connect)) return;
  await virshWhole(connect, ["destroy", name]).catch(async (error) => {
    // It may have ended by itself meanwhile.
    if (await isActive(name, connect)) throw error;
  });
}
