/**
 * Flags that `build`, `boot`, `fetch` and `base` share.
 * @module
 */
import { detailsOf, GatewrightError } from "../../host/error.ts";
import { shownWord } from "../../host/shell_word.ts";
import type { Accelerator } from "../qemu/args.ts";
import type { Command, Context, Flag } from "./command.ts";
import { usageError } from "./usage.ts";

/** The flag for the kind of virtualisation. */
export const ACCEL_FLAG: Flag = {
  name: "accel",
  value: "auto|kvm|tcg",
  summary: "run the guest under KVM or emulated; default auto",
};

/** The flag for the time limit. */
export const TIMEOUT_FLAG: Flag = {
  name: "timeout",
  value: "TIME",
  summary: "give up after 900 (seconds), 15m or 1h",
};

/** The value of {@linkcode ACCEL_FLAG}. */
export function accelFlag(
  value: string | true | undefined,
  command: Command,
): "auto" | Accelerator {
  if (value === undefined) return "auto";
  if (value === "auto" || value === "kvm" || value === "tcg") return value;
  throw usageError(`--accel ${value} is not known; give auto, kvm or tcg`, command);
}

const UNITS = new Map([["", 1000], ["s", 1000], ["m", 60_000], ["h", 3_600_000]]);

/**
 * A value of {@linkcode TIMEOUT_FLAG} or a similar flag in milliseconds: `90`, `90s`, `15m` or
 * `1h`.
 */
export function timeoutFlag(
  value: string | true | undefined,
  command: Command,
  name: string = TIMEOUT_FLAG.name,
): number | undefined {
  if (value === undefined) return undefined;
  const match = /^([1-9]\d{0,6})([smh]?)$/.exec(String(value));
  if (match) return Number(match[1]) * UNITS.get(match[2]!)!;
  throw usageError(`--${name} ${value} is not a time; give 900 (seconds), 15m or 1h`, command);
}

/** The flags of this command that another one needs for the same release, as they are typed. */
export function releaseFlags(flags: Context["flags"]): string {
  return ["mirror", "key"].flatMap((name) => {
    const value = flags[name];
    return typeof value === "string" ? [` --${name} ${shownWord(value)}`] : [];
  }).join("");
}

/** `error`; if it advises to make another base, of the release that `flags` name. */
export function ofThisRelease(error: unknown, flags: Context["flags"]): unknown {
  if (!(error instanceof GatewrightError) || error.code !== "other-base") return error;
  const next = `${error.next}${releaseFlags(flags)}`;
  return new GatewrightError(error.message, { ...detailsOf(error), next });
}
