/**
 * How long a build takes, learnt from earlier ones.
 * @module
 */
import { join } from "node:path";
import { type BuildPhase, type Outlook, PHASES } from "./events.ts";

/** Seconds of each phase of one build. */
export type PhaseTimes = Partial<Record<BuildPhase, number>>;

/**
 * What `earlier` builds let expect from the beginning of `phase` on; undefined where there were none
 * or one without that phase.
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

/** Where in all of it one is. */
export interface Position {
  /** 0 to 99. */
  percent: number;
  /** Seconds. */
  left: number;
}

/**
 * Where a build is, `since` seconds after it entered a phase for which it had `expected`, and
 * `elapsed` seconds after its beginning. Never goes back within a phase: a phase that takes longer
 * than before stands still at its end.
 */
export function position(expected: Outlook, since: number, elapsed: number): Position {
  const left = Math.max(expected.left - since, expected.left - expected.phase, 0);
  const all = elapsed + left;
  return { percent: Math.min(99, all > 0 ? Math.floor(100 * elapsed / all) : 0), left };
}

/** Half old, half new: one slow build does not spoil the next estimate, and a new host is learnt soon. */
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

/** Reads what earlier builds of the same `kind` (`7.9-amd64-kvm`) took. */
export async function readTimes(cacheDir: string, kind: string): Promise<PhaseTimes | undefined> {
  try {
    const read = JSON.parse(await Deno.readTextFile(join(cacheDir, "times", `${kind}.json`)));
    const sane = Object.entries(read).filter(([, time]) =>
      typeof time === "number" && time >= 0 && time < 1e6
    );
    return Object.fromEntries(sane) as PhaseTimes;
  } catch {
    return undefined; // none yet, or nothing worth failing for
  }
}

/** Notes what a build of `kind` took; it matters to nobody if that cannot be written. */
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
