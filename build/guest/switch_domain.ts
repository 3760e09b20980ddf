/**
 * Switches a domain to another disk, and back to the old one if the new gateway fails.
 * @module
 */
import { detailsOf, GatewrightError } from "../../host/error.ts";
import { shownWord } from "../../host/shell_word.ts";
import { defineDomain, type DefinePlan, restoreDomain } from "../../images/libvirt/define.ts";
import type { DefinedDomain } from "../../images/libvirt/defined_domain.ts";
import { endGuest, shutDown, untilOff } from "../../images/libvirt/shut_down.ts";
import { virshWhole } from "../../images/libvirt/virsh.ts";
import type { BootEvent, SelfCheck } from "./boot_console.ts";
import { startDomain } from "./start_domain.ts";

/** The steps of a switch, in order; `back` and later ones happen only after a failure. */
export type SwitchStep =
  | "shut-down"
  | "power-off"
  | "define"
  | "start"
  | "check"
  | "back"
  | "wait-off"
  | "start-old";

/** Events, for a display. */
export type SwitchEvent = { kind: "step"; step: SwitchStep } | { kind: "boot"; event: BootEvent };

/** Options of a switch. */
export interface SwitchOptions {
  /** The current domain. */
  old: DefinedDomain;
  /** Path of its disk. */
  oldDisk: string;
  /** Its definition with the new disk. */
  plan: DefinePlan;
  /** File with a copy of its old definition. */
  saved: string;
  /** Time limit for the old guest's shutdown in milliseconds. */
  shutdown: number;
  /** Power it off at the limit, instead of giving up. */
  powerOff: boolean;
  /** Milliseconds until the login prompt of the new guest. */
  timeout?: number;
  /** Checks the running gateway; an exception causes the switch back. */
  check?: () => Promise<void>;
  /** Aborts it, with a switch back. */
  signal?: AbortSignal;
  /** Called with each step and each line of the console. */
  onEvent?: (event: SwitchEvent) => void;
}

/** Steps that were done, and must be undone on failure. */
interface Progress {
  /** When the old guest was asked to shut down, by `performance.now()`. */
  asked?: number;
  defined: boolean;
  started: boolean;
}

/** Result of a successful switch. */
export interface Switched {
  /** The self-check of the new gateway. */
  checks: SelfCheck[];
  /**
   * Outage in seconds, from the shutdown of the old guest to the login prompt of the new one; 0 if
   * no guest was running.
   */
  outage: number;
}

/**
 * Shuts the old guest down, defines the domain with the new disk, starts it and waits for its
 * self-check. On any failure or abort the new guest is ended, the old definition is restored, and
 * the old guest is started if it was running.
 *
 * @throws {GatewrightError} `gone-back`, of the kind of the failure; `not-gone-back`, with what to
 * type; or the original error, if the old guest was not touched.
 */
export async function switchDomain(options: SwitchOptions): Promise<Switched> {
  const { old, signal } = options;
  const at: Progress = { defined: false, started: false };
  signal?.throwIfAborted();
  try {
    return await goOver(options, at);
  } catch (cause) {
    if (at.asked === undefined && !at.defined) throw cause;
    const error = cause instanceof GatewrightError
      ? cause
      : new GatewrightError(cause instanceof Error ? cause.message : String(cause), { cause });
    let end: Awaited<ReturnType<typeof goBack>>;
    try {
      end = await goBack(options, at);
    } catch (fault) {
      throw stranded(options, error, fault);
    }
    throw end === "runs on" ? stillThere(options, error) : backOn(options, error, old.state);
  }
}

async function goOver(options: SwitchOptions, at: Progress): Promise<Switched> {
  const { old: { name, state }, plan, signal, onEvent } = options;
  const { connect } = plan;
  const common = { name, ...(connect ? { connect } : {}), ...(signal ? { signal } : {}) };
  const step = (step: SwitchStep) => onEvent?.({ kind: "step", step });
  if (state !== "shut off") {
    await shutDown({
      ...common,
      limit: options.shutdown,
      powerOff: options.powerOff,
      onAsked() {
        at.asked = performance.now();
        step("shut-down");
      },
      onPowerOff: () => step("power-off"),
    });
  }
  signal?.throwIfAborted();
  step("define");
  at.defined = true;
  await defineDomain(plan);
  signal?.throwIfAborted();
  step("start");
  at.started = true;
  const checks = await startDomain({
    ...common,
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    onEvent: (event) => onEvent?.({ kind: "boot", event }),
  });
  const outage = at.asked === undefined ? 0 : (performance.now() - at.asked) / 1000;
  if (options.check) {
    step("check");
    await options.check();
  }
  signal?.throwIfAborted();
  return { checks, outage: Math.round(outage) };
}

/** Undoes the steps; cannot be interrupted. Returns what became of the old guest. */
async function goBack(
  { old, plan: { connect }, shutdown, onEvent }: SwitchOptions,
  at: Progress,
): Promise<"back" | "runs on"> {
  const step = (step: SwitchStep) => onEvent?.({ kind: "step", step });
  step("back");
  if (at.started) await endGuest(old.name, connect);
  if (at.defined) await restoreDomain(old, connect);
  else if (at.asked !== undefined) {
    // The request to shut down cannot be withdrawn: the guest may still do so at any time.
    step("wait-off");
    const left = Math.max(0, at.asked + shutdown - performance.now());
    if (!await untilOff(old.name, connect, left)) return "runs on";
  }
  if (old.state === "shut off") return "back";
  step("start-old");
  await virshWhole(connect, ["start", old.name]);
  return "back";
}

/** A virsh command with its URI, for messages. */
export function virshCommand(connect: string | undefined, ...words: string[]): string {
  return ["virsh", ...(connect ? ["-c", connect] : []), ...words].map(shownWord).join(" ");
}

function backOn({ oldDisk, plan }: SwitchOptions, error: GatewrightError, state: string) {
  const { name, disk } = plan;
  const now = state === "shut off"
    ? `${name} has ${oldDisk} again, and is shut off as before`
    : `${name} runs from ${oldDisk} again`;
  return new GatewrightError(`${error.message}; ${now}`, {
    ...detailsOf(error),
    code: "gone-back",
    where: disk,
    next: "the new disk is left as it is, for inspection",
    cause: error,
  });
}

/** It did not shut down: nothing was changed, but it may still do so. */
function stillThere({ oldDisk, plan }: SwitchOptions, error: GatewrightError) {
  const { name, connect } = plan;
  return new GatewrightError(`${error.message}; ${name} still runs from ${oldDisk}`, {
    ...detailsOf(error),
    where: connect ?? "libvirt",
    next: `it may still shut down: then ${virshCommand(connect, "start", name)}`,
    cause: error,
  });
}

/** Neither gateway is running: what to type. */
function stranded({ saved, plan, oldDisk }: SwitchOptions, error: GatewrightError, fault: unknown) {
  const { name, connect } = plan;
  const why = fault instanceof GatewrightError ? fault.why ?? fault.message : String(fault);
  return new GatewrightError(`${error.message}; going back to ${oldDisk} failed too`, {
    ...detailsOf(error),
    kind: "failed",
    code: "not-gone-back",
    where: connect ?? "libvirt",
    why: [error.why, `going back: ${why}`].filter(Boolean).join("\n"),
    next: [
      `${virshCommand(connect, "domstate", name)} and ${
        virshCommand(connect, "domblklist", name)
      } say what ${name} does; by hand:`,
      virshCommand(connect, "destroy", name),
      virshCommand(connect, "define", saved),
      virshCommand(connect, "start", name),
    ].join("\n"),
    cause: fault,
  });
}
