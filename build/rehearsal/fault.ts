/**
 * Faults of a rehearsal on request, for tests of how a build handles them.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";

/** Faults, with their effects. */
export const FAULTS = {
  "panic-at-boot": "the kernel panics before the prompt",
  "panic": "the kernel panics before the sets",
  "reset": "the machine resets before the sets",
  "reboot-loop": "the kernel starts again and again",
  "unknown-question": "a question comes that no release asks",
  "network-gone": "the network card goes down while base is fetched",
  "slow-mirror": "base trickles in, one percent a second",
  "wrong-checksum": "base is not the file that was signed",
  "wrong-signature": "SHA256.sig is not what was signed",
  "disk-full": "base does not fit on the disk",
} as const;

/**
 * A fault: one of {@linkcode FAULTS}, or `hang:WORDS`, which waits at the question with these
 * words.
 */
export type Fault = keyof typeof FAULTS | `hang:${string}`;

/**
 * Parses the name of a fault.
 *
 * @throws {GatewrightError} (usage) if there is no such fault.
 */
export function parseFault(name: string): Fault {
  if (Object.hasOwn(FAULTS, name) || /^hang:[\w .,()'-]+$/.test(name)) return name as Fault;
  throw new GatewrightError(`there is no fault named ${name}`, {
    kind: "usage",
    next: `one of: ${Object.keys(FAULTS).join(", ")}, hang:WORDS OF A QUESTION`,
  });
}
