/**
 * Meaning of the `release` part.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import type { Report } from "./report.ts";

/** Reports what contradicts a rehearsal. */
export function checkRelease({ release }: Gateway, report: Report): void {
  if (!release.rehearsal) return;
  for (const field of ["mirror", "key"] as const) {
    if (release[field] === undefined) continue;
    report(["release", field], "error", "a rehearsal makes its own release: take this away", {
      rests: [["release", "rehearsal"]],
    });
  }
}
