/**
 * Weak choices that the description accepts, each until a date and with a reason.
 * @module
 */
import type { GatewayDescription } from "../schema/schema.ts";
import type { Report } from "./report.ts";

/** One accepted weak choice of one tunnel. */
export interface Acceptance {
  /** Last day: `2027-06-30`. */
  until: string;
  /** The reason. */
  because: string;
  /** The last day has passed. */
  over: boolean;
}

/** Looks up what is accepted, and records which entries were used. */
export interface Acceptances {
  /** The entry for `weak` in tunnel `name`; undefined without one. */
  of(name: string, weak: string): Acceptance | undefined;
  /** Reports entries that were never used, and those whose date does not exist. */
  reportOdd(report: Report): void;
}

/** The accepted choices of `description`; `now` in milliseconds since 1970. */
export function acceptances(
  { accept = [], tunnels = [] }: Pick<GatewayDescription, "accept" | "tunnels">,
  now: number,
): Acceptances {
  const today = new Date(now).toISOString().slice(0, 10);
  const known = new Map<string, Acceptance>();
  const used = new Set<string>();
  const key = (name: string, weak: string) => `${name} ${weak}`;
  for (const { tunnel, weak, until, because } of accept) {
    for (const word of weak) {
      const before = known.get(key(tunnel, word));
      // Of two entries for the same choice, the later date counts.
      if (before && before.until >= until) continue;
      known.set(key(tunnel, word), { until, because, over: until < today });
    }
  }
  return {
    of(name, weak) {
      used.add(key(name, weak));
      return known.get(key(name, weak));
    },
    reportOdd(report) {
      const names = new Set(tunnels.map(({ name }) => name));
      for (const [at, { tunnel, weak, until }] of accept.entries()) {
        if (!names.has(tunnel)) {
          report(["accept", at, "tunnel"], "error", `there is no tunnel ${tunnel}`, {
            rests: [["tunnels", "*", "name"]],
          });
          continue;
        }
        if (!isDay(until)) report(["accept", at, "until"], "error", `${until} is not a valid date`);
        for (const [place, word] of weak.entries()) {
          if (used.has(key(tunnel, word))) continue;
          report(
            ["accept", at, "weak", place],
            "warning",
            `tunnel ${tunnel} has no ${word}; remove it`,
            { rests: [["tunnels", "*"]] },
          );
        }
      }
    },
  };
}

/** Whether the date exists: there is no 2027-02-30. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
