/**
 * Decides whether a target may be overwritten; pure, so that every refusal can be tested.
 * @module
 */
import { type ErrorDetails, GatewrightError } from "../../host/error.ts";
import type { Target } from "./target.ts";

/** What the user has allowed. */
export interface Consent {
  /** The user consented, now or beforehand. */
  yes: boolean;
  /** Overwrite a target that is not blank. */
  force: boolean;
}

/**
 * Throws unless an image of `needed` bytes may be written over `target`.
 *
 * @throws {GatewrightError} naming the obstacle and what to type.
 */
export function refuseUnfit(target: Target, needed: number, consent: Consent): void {
  const where = target.path;
  if (target.uses.length > 0) {
    throw new GatewrightError("the target is in use", {
      where,
      why: target.uses.join("; "),
      ...inUse(target.uses),
    });
  }
  if (target.readOnly) {
    throw new GatewrightError("the target is read-only", {
      where,
      next: target.kind === "block" ? `blockdev --setrw ${target.realPath}` : "make it writable",
    });
  }
  if (target.kind === "block" && target.size === 0 && needed > 0) {
    throw new GatewrightError("the target is a device without a medium", {
      where,
      next: /\/nbd\d+/.test(target.realPath)
        ? `connect it first: nbd-client HOST ${target.path} -N EXPORT`
        : "lsblk shows the devices that have a size",
    });
  }
  if (target.kind === "block" && target.size < needed) {
    throw new GatewrightError("the target is too small", {
      where,
      why: `${needed} bytes needed, ${target.size} there`,
      next: `lvextend -L ${
        Math.ceil(needed / 1048576)
      }M ${target.path}, or build with a smaller disk.size`,
    });
  }
  if (target.content && !consent.force) {
    throw new GatewrightError("the target is not blank", {
      code: "needs-force",
      where,
      why: `it holds ${target.content}`,
      next: "look at it first (hexdump -C, file -s)",
    });
  }
  if (!consent.yes) {
    const done = target.kind === "absent" ? "made" : "overwritten";
    throw new GatewrightError(`the target would be ${done}, and nobody has confirmed that`, {
      kind: "usage",
      code: "needs-consent",
      where,
      next: "run it on a terminal, where it asks",
    });
  }
}

function inUse(uses: string[]): Pick<ErrorDetails, "code" | "next"> {
  const domain = uses.length === 1 ? /^disk of the domain (.*) \((.*)\)$/.exec(uses[0]!) : null;
  if (domain?.[2] === "shut off") {
    return { code: "in-use-by-domain", next: `virsh undefine --nvram ${domain[1]}` };
  }
  return {
    code: "in-use",
    next: domain
      ? `virsh shutdown ${domain[1]}, or name another target`
      : "stop what uses it, or name another target",
  };
}
