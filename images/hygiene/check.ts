/**
 * Types of the checks of a golden image.
 * @module
 */
import type { Inspection } from "../inspect/inspect.ts";

/** A secret, and the files that may contain it. */
export interface GuardedSecret {
  /** Its name in messages: `psk of tunnel office`. Never the secret. */
  name: string;
  /** The secret itself. */
  value: string;
  /** Absolute paths of the files that need it. */
  paths: string[];
}

/** Expectations about the gateway's disk. */
export interface Expectations {
  /** The domain has a serial console; absent: unknown. */
  serial?: boolean;
  /** The domain has, or may get, more than one CPU; absent: unknown. */
  smp?: boolean;
  /** The disk should be one of a rehearsal, which does not boot; default: a real one. */
  rehearsal?: boolean;
  /** Expected content of /etc/installurl; absent: anything but the build host. */
  installurl?: string;
  /** Absolute paths of the files that the site set installs on purpose. */
  shipped: string[];
  /** Secrets to search for. */
  secrets: GuardedSecret[];
}

/** Result of a check. */
export interface Outcome {
  /** Faults, one sentence each, with the path. */
  problems: string[];
  /** What could not be checked, for the user. */
  notes?: string[];
  /** Why the check was not possible. */
  skipped?: string;
}

/** A check of a golden image. */
export interface HygieneCheck {
  /** Name in kebab case, stable: scripts may use it. */
  name: string;
  /** Why it matters. */
  reason: string;
  /** Inspects the image. */
  run(image: Inspection, expected: Expectations, signal?: AbortSignal): Promise<Outcome>;
}
