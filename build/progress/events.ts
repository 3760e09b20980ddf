/**
 * What a build tells while it goes on.
 * @module
 */
import type { FetchTotals } from "../release/fetch_meter.ts";
import type { FetchProgress } from "../release/fetch_release.ts";

/** Phases of a build, in order; `verify` only where it was asked for. */
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

/** What is to come, in seconds, as a build enters a phase. */
export interface Outlook {
  /** For this phase. */
  phase: number;
  /** For this phase and all after it. */
  left: number;
}

/** One step of a build. */
export type BuildEvent =
  | {
    kind: "phase";
    phase: BuildPhase;
    /** Seconds since the release was there. */
    elapsed: number;
    /** From earlier builds of this release on such a machine; absent for the first one. */
    expected?: Outlook;
  }
  | { kind: "set"; name: string; percent: number }
  | { kind: "notice"; text: string }
  | { kind: "log"; line: string };

/** Progress of the downloads. */
export interface FetchEvent {
  /** Tells it from the other events. */
  kind: "fetch";
  /** Of one file. */
  progress: FetchProgress;
  /** Of all files so far. */
  totals: FetchTotals;
}
