/**
 * Rehearsals in tests: one copy of what they are made of for all of them.
 * @module
 */
import { join } from "node:path";
import { defaultCacheDir } from "../build/release/cache.ts";
import { FaultBench } from "./fault.ts";

/**
 * Lets a cache use the parts of rehearsals that the user's own cache has, or gets now: they are
 * large, and the same for every test.
 */
export async function shareRehearsalParts(cacheDir: string): Promise<void> {
  await shareParts(cacheDir, "rehearsal");
}

/** The same for the parts of the laboratory. */
export async function shareLaboratoryParts(cacheDir: string): Promise<void> {
  await shareParts(cacheDir, "laboratory");
}

async function shareParts(cacheDir: string, name: string): Promise<void> {
  const parts = join(defaultCacheDir(), name);
  await Deno.mkdir(parts, { recursive: true, mode: 0o700 });
  await Deno.mkdir(cacheDir, { recursive: true, mode: 0o700 });
  await Deno.symlink(parts, join(cacheDir, name));
}

/** A place for one rehearsal, on virtio hardware unless `legacy`. */
export async function rehearsalBench(release = "rehearsal", legacy = false): Promise<FaultBench> {
  const bench = await FaultBench.create(release);
  if (!legacy) {
    const text = await Deno.readTextFile(bench.description);
    await Deno.writeTextFile(
      bench.description,
      text.replace("name: em0", "name: vio0").replace("hardware: legacy", "hardware: virtio"),
    );
  }
  await shareRehearsalParts(join(bench.cacheHome, "gatewright"));
  return bench;
}
