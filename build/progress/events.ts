/**
 * Events of a build.
 * @module
 */
import type { FetchTotals } from "../release/fetch_meter.ts";
import type { FetchProgress } from "../release/fetch_release.ts";

/** Phases of a build, in order; `verify` only if requested. */
export type BuildPhase =
  | "render"
  | "boot"
  | "answers"
  | "questions"
  | "sets"
  | "configure"
  | "inspect"
  | "verify";

/** The same, as a list. */
export const PHASES: readonly BuildPhase[] = [
  "render",
  "boot",
  "answers",
  "questions",
  "sets",
  "configure",
  "inspect",
  "verify",
];

/** Remaining time in seconds, estimated at the start of a phase. */
export interface Outlook {
  /** For this phase. */
  phase: number;
  /** For this phase and all after it. */
  left: number;
}

/** A step of a build. */
export type BuildEvent =
  | {
    kind: "phase";
    phase: BuildPhase;
    /** Seconds since the release was available. */
    elapsed: number;
    /** From earlier builds of this release on such a machine; absent for the first build. */
    expected?: Outlook;
  }
  | { kind: "set"; name: string; percent: number }
  | {
    kind: "notice";
    text: string;
    /** It is about this host: several builds give it once. */
    host?: true;
  }
  | { kind: "log"; line: string };

/** Progress of the downloads. */
export interface FetchEvent {
  /** Distinguishes it from other events. */
  kind: "fetch";
  /** State of one file. */
  progress: FetchProgress;
  /** Totals of all files so far. */
  totals: FetchTotals;
}
