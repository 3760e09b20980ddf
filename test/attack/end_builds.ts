/**
 * Ends builds from outside at random moments, and looks at what is left. Not part of the gate:
 *
 *     deno run -A test/attack/end_builds.ts [COUNT] [SEED]
 *
 * Builds are rehearsals. A build that was ended leaves no process, no file of its own, and the result
 * of the build before it; one that was killed (SIGKILL) may leave folders, and the next build removes
 * them.
 * @module
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { FaultBench, Ran } from "../fault.ts";
import { rehearsalBench } from "../rehearsal.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const;

/** Numbers below 1 that a seed determines (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = seed + 0x6d2b79f5 | 0;
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 2 ** 32;
  };
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

/** Waits until nothing of the bench runs; gives the milliseconds that took. */
async function untilNothingRuns(bench: FaultBench): Promise<number> {
  const started = performance.now();
  while ((await bench.running()).length > 0) {
    assert(performance.now() - started < 10_000, "processes are left");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - started;
}

/** Every file that the manifest lists has its hash. */
async function whole(out: string): Promise<string> {
  const text = await Deno.readTextFile(join(out, "manifest.json"));
  for (const { name, size, sha256 } of JSON.parse(text).outputs) {
    const bytes = createHash("sha256");
    using file = await Deno.open(join(out, name));
    assert.equal((await file.stat()).size, size, name);
    for await (const piece of file.readable) bytes.update(piece);
    if (sha256 !== undefined) assert.equal(bytes.digest("hex"), sha256, name);
  }
  return text;
}

/** A build that gets `signal` after `delay` milliseconds. */
async function ended(bench: FaultBench, signal: Deno.Signal, delay: number): Promise<Ran> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ran = await bench.run(["build", bench.description, "--out", bench.out, "--accel", "tcg"], {
    start: (pid) => {
      timer = setTimeout(() => {
        try {
          Deno.kill(pid, signal);
        } catch { /* it was faster */ }
      }, delay);
    },
  });
  clearTimeout(timer);
  return ran;
}

/** Ends `count` builds in one place, each at a moment of its own. */
async function endBuilds(count: number, seed: number): Promise<void> {
  const next = random(seed);
  await using bench = await rehearsalBench();
  const started = performance.now();
  assert.equal((await bench.build()).code, 0);
  const duration = performance.now() - started;
  for (let turn = 0; turn < count; turn++) {
    const signal = SIGNALS[turn % SIGNALS.length]!;
    const delay = Math.round(next() * duration * 1.05);
    const before = await whole(bench.out);
    const { code, stderr } = await ended(bench, signal, delay);
    const took = await untilNothingRuns(bench);
    const results = names(join(bench.folder, "results"));
    const tmp = names(bench.tmp);
    const phase = stderr.trim().split("\n").filter((line) => /^ *\d:\d\d/.test(line)).at(-1) ?? "";
    console.log(
      `${turn + 1}: ${signal} after ${delay} ms (${phase.trim()}): exit ${code}, ` +
        `gone after ${took.toFixed(0)} ms, left ${[...results, ...tmp].join(" ")}`,
    );
    if (signal === "SIGKILL" && code !== 0) {
      // Killed between the two renames of its end, it leaves the earlier build aside.
      if (results.includes("gw")) await whole(bench.out);
      const { code, stderr } = await bench.build();
      assert.equal(code, 0, stderr);
    } else if (code !== 0) {
      // Before it listens to signals nothing has been begun, and they end it by themselves.
      assert(code === 130 || stderr === "" && code > 128, `exit ${code}: ${stderr}`);
      assert.equal(await whole(bench.out), before);
    }
    await whole(bench.out);
    assert.deepEqual(names(join(bench.folder, "results")), ["gw"]);
    assert.deepEqual(names(bench.tmp), []);
    await bench.cacheIsGood();
  }
}

if (import.meta.main) {
  const [count = "52", seed = "1"] = Deno.args;
  await endBuilds(Number(count), Number(seed));
  console.log(`${count} builds ended: nothing runs, nothing is half`);
}
