/**
 * Estimates the duration of a build from earlier ones.
 * @module
 */
import { join } from "node:path";
import { type BuildPhase, type Outlook, PHASES } from "./events.ts";

/** Seconds of each phase of one build. */
export type PhaseTimes = Partial<Record<BuildPhase, number>>;

/**
 * The estimate from the start of `phase` on, from `earlier` builds; undefined if there are none
 * with that phase.
 */
export function outlook(
  earlier: PhaseTimes | undefined,
  phase: BuildPhase,
  verify: boolean,
): Outlook | undefined {
  const rest = PHASES.slice(PHASES.indexOf(phase)).filter((one) => verify || one !== "verify");
  const times = rest.map((one) => earlier?.[one]);
  if (times.some((time) => time === undefined)) return undefined;
  const left = times.reduce<number>((sum, time) => sum + time!, 0);
  return { phase: times[0]!, left };
}

/** Position in the whole build. */
export interface Position {
  /** Percent, 0 to 99. */
  percent: number;
  /** Remaining seconds. */
  left: number;
}

/**
 * The position of a build `since` seconds after the start of a phase with the estimate `expected`,
 * and `elapsed` seconds after its own start. Never decreases within a phase; a phase that takes
 * longer than estimated stays at its end.
 */
export function position(expected: Outlook, since: number, elapsed: number): Position {
  const left = Math.max(expected.left - since, expected.left - expected.phase, 0);
  const all = elapsed + left;
  return { percent: Math.min(99, all > 0 ? Math.floor(100 * elapsed / all) : 0), left };
}

/**
 * Half old, half new: one slow build does not spoil the estimate, and a change of host is learnt
 * quickly.
 */
function blend(earlier: PhaseTimes | undefined, now: PhaseTimes): PhaseTimes {
  const out: PhaseTimes = { ...earlier };
  for (const phase of PHASES) {
    const time = now[phase];
    if (time === undefined) continue;
    const before = earlier?.[phase];
    out[phase] = Math.round(500 * ((before ?? time) + time)) / 1000;
  }
  return out;
}

/** Reads the durations of earlier builds of the same `kind` (`7.9-amd64-kvm`). */
export async function readTimes(cacheDir: string, kind: string): Promise<PhaseTimes | undefined> {
  try {
    const read = JSON.parse(await Deno.readTextFile(join(cacheDir, "times", `${kind}.json`)));
    const sane = Object.entries(read).filter(([, time]) =>
      typeof time === "number" && time >= 0 && time < 1e6
    );
    return Object.fromEntries(sane) as PhaseTimes;
  } catch {
    return undefined; // missing or unreadable: no estimate
  }
}

/** Records the duration of a build of `kind`; errors are ignored. */
export async function writeTimes(
  cacheDir: string,
  kind: string,
  times: PhaseTimes,
): Promise<void> {
  const path = join(cacheDir, "times", `${kind}.json`);
  const part = `${path}.${crypto.randomUUID()}`;
  try {
    await Deno.mkdir(join(cacheDir, "times"), { recursive: true, mode: 0o700 });
    const blended = blend(await readTimes(cacheDir, kind), times);
    await Deno.writeTextFile(part, `${JSON.stringify(blended)}\n`, { mode: 0o600 });
    await Deno.rename(part, path);
  } catch {
    await Deno.remove(part).catch(() => {});
  }
}
