/**
 * Weak choices that the description accepts: until a day, and for a reason.
 * @module
 */
import type { GatewayDescription } from "../schema/schema.ts";
import type { Report } from "./report.ts";

/** What the description says of one weak choice of one tunnel. */
export interface Acceptance {
  /** `2027-06-30`. */
  until: string;
  /** Why. */
  because: string;
  /** The day has passed. */
  over: boolean;
}

/** Looks up what is accepted, and remembers what was looked for. */
export interface Acceptances {
  /** What is said of `weak` in tunnel `name`; undefined where nothing is. */
  of(name: string, weak: string): Acceptance | undefined;
  /** Reports entries that nothing asked for, and those that no calendar has. */
  reportOdd(report: Report): void;
}

/** What `description` accepts; `now` in milliseconds. */
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
      // Of two entries the one that lasts longer counts.
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

/** Whether the calendar has the day: there is no 2027-02-30. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
