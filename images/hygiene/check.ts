/**
 * The shape of a check of a golden image.
 * @module
 */
import type { Inspection } from "../inspect/inspect.ts";

/** A secret, and the files that may hold it. */
export interface GuardedSecret {
  /** What it is, for messages: `psk of tunnel office`. Never the secret. */
  name: string;
  /** The secret itself. */
  value: string;
  /** Absolute paths of the files that need it. */
  paths: string[];
}

/** What the gateway's disk should be like. */
export interface Expectations {
  /** The domain has a serial console; absent: not known. */
  serial?: boolean;
  /** The domain has, or may get, more than one cpu; absent: not known. */
  smp?: boolean;
  /** The disk is to be one of a rehearsal, which does not boot; default: a real one. */
  rehearsal?: boolean;
  /** What /etc/installurl should say; absent: anything but the build host. */
  installurl?: string;
  /** Absolute paths of the files that the site set ships on purpose. */
  shipped: string[];
  /** Secrets that must not lie about. */
  secrets: GuardedSecret[];
}

/** What a check found. */
export interface Outcome {
  /** Faults, each one sentence with the path in it. */
  problems: string[];
  /** What could not be looked at, for people to know. */
  notes?: string[];
  /** Why the check could not be made at all. */
  skipped?: string;
}

/** A check of a golden image. */
export interface HygieneCheck {
  /** Kebab-case, stable: scripts may name it. */
  name: string;
  /** Why it matters. */
  reason: string;
  /** Looks at the image. */
  run(image: Inspection, expected: Expectations, signal?: AbortSignal): Promise<Outcome>;
}
