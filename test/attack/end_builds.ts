/**
 * Ends builds from outside at random moments, and looks at what is left. Not part of the gate:
 *
 *     deno run -A test/attack/end_builds.ts [KIND [COUNT [SEED]]]
 *
 * KIND is `rehearsal`, or of the real 6.6 `stamp` (on a base that is there), `overlay` (the same, as
 * qcow2), `first` (which makes the base and saves the installer), `base` (the command) or `several`
 * (three files at once).
 *
 * What was ended leaves no process, no file of its own, and the results of the build before it; what was
 * killed (SIGKILL) may leave folders, and the next build removes them.
 * @module
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { sumPieces } from "../../images/disk/image_sum.ts";
import { openSource } from "../../images/disk/source.ts";
import type { FaultBench } from "../fault.ts";
import { miniBench } from "../mini_release.ts";
import { rehearsalBench } from "../rehearsal.ts";
import { endedAfter, names, SIGNALS, untilNothingRuns } from "./at_random.ts";
import { Dice } from "./dice.ts";

/** What is ended: the words of the command, and whether the cache is to have no base before it. */
interface Kind {
  words: (bench: FaultBench) => string[];
  first?: boolean;
  /** Some of its results may be new and others old. */
  each?: boolean;
  /** What it puts beside the folder of its results. */
  beside?: number;
}

const wordsOf = (...files: string[]) => (bench: FaultBench) => [
  ...files.map((file) => join(bench.folder, file)),
  ...["--out", bench.out, "--accel", "tcg"],
];

/** What has not changed would not be built again. */
const buildOf = (...files: string[]) => (bench: FaultBench) => [
  ...["build", "--force"],
  ...wordsOf(...files)(bench),
];

const KINDS = new Map<string, Kind>([
  ["rehearsal", { words: buildOf("gw.yaml") }],
  ["stamp", { words: buildOf("gw.yaml") }],
  ["overlay", { words: (bench) => [...buildOf("gw.yaml")(bench), "--format", "qcow2"], beside: 1 }],
  ["first", { words: buildOf("gw.yaml"), first: true }],
  ["base", { words: (bench) => ["base", ...wordsOf("gw.yaml")(bench)], first: true }],
  ["several", { words: buildOf("gw.yaml", "gw2.yaml", "gw3.yaml"), each: true }],
]);

/** Paths below `folder` of what is only there while something is made. */
function unfinished(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    const path = join(folder, name);
    if (/\.own$|^\.gatewright-|\.replaced$/.test(name)) return [path];
    return isDirectory ? unfinished(path) : [];
  });
}

/** Every file that a manifest below `out` lists has its hash; the manifests' texts. */
async function whole(out: string): Promise<string> {
  if (!names(out).includes("manifest.json")) {
    const parts = names(out).filter((name) => Deno.statSync(join(out, name)).isDirectory);
    assert(parts.length > 0, `${out} has no manifest`);
    return (await Array.fromAsync(parts, (name) => whole(join(out, name)))).join("");
  }
  const text = await Deno.readTextFile(join(out, "manifest.json"));
  for (const { name, size, sha256, pieces } of JSON.parse(text).outputs) {
    if (pieces !== undefined && name.endsWith(".raw")) await hasPieces(join(out, name), pieces);
    if (sha256 === undefined) continue;
    const bytes = createHash("sha256");
    using file = await Deno.open(join(out, name));
    assert.equal((await file.stat()).size, size, name);
    for await (const piece of file.readable) bytes.update(piece);
    assert.equal(bytes.digest("hex"), sha256, name);
  }
  return text;
}

async function hasPieces(path: string, pieces: string) {
  using source = await openSource(path);
  assert.deepEqual((await sumPieces(source)).sum, { pieces }, path);
}

/**
 * Of verified files, bases and saved installers the cache has whole ones only, and nobody holds a lock in it.
 * What a killed build had begun is for the next one.
 */
async function cacheIsWhole(bench: FaultBench, killed = false): Promise<void> {
  if (!killed) await bench.cacheIsGood();
  const cache = join(bench.cacheHome, "gatewright");
  for (const kind of ["base", "saved"]) {
    const there = await Deno.stat(join(cache, kind)).then(() => true, () => false);
    for (const name of there ? names(join(cache, kind)) : []) {
      const path = join(cache, kind, name);
      if (!/^[0-9a-f]{64}$/.test(name)) {
        assert(killed || /\.(lock|failed\.log)$/.test(name), path);
      } else if (kind === "base") {
        const { outputs } = JSON.parse(await Deno.readTextFile(join(path, "manifest.json")));
        const { pieces } = outputs.find((one: { name: string }) => one.name === "base.raw");
        await hasPieces(join(path, "base.raw"), pieces);
      } else {
        const bytes = await Deno.readFile(path);
        zstdDecompressSync(bytes.subarray(bytes.indexOf(10) + 1));
      }
      using file = await Deno.open(path);
      assert(await file.tryLock(true), `${path} is locked`);
    }
  }
}

/** The bench of a kind, with three descriptions. */
async function benchOf(kind: string): Promise<{ bench: FaultBench } & AsyncDisposable> {
  if (kind === "rehearsal") {
    const bench = await rehearsalBench();
    return { bench, [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose]() };
  }
  const place = await miniBench();
  const text = await Deno.readTextFile(place.bench.description);
  for (const number of [2, 3]) {
    await Deno.writeTextFile(
      join(place.bench.folder, `gw${number}.yaml`),
      text.replace("vpn1.", `vpn${number}.`).replace("10.0.0.50", `10.0.0.5${number}`),
    );
  }
  return place;
}

/** Takes the base and the saved installers out of the cache. */
async function forget({ cacheHome }: FaultBench): Promise<void> {
  for (const name of ["base", "saved"]) {
    await Deno.remove(join(cacheHome, "gatewright", name), { recursive: true }).catch(() => {});
  }
}

/** Ends `count` commands of a kind in one place, each at a moment of its own. */
async function endBuilds(name: string, kind: Kind, count: number, seed: number) {
  const { words, first, each, beside = 0 } = kind;
  const dice = new Dice(seed);
  await using place = await benchOf(name);
  const { bench } = place;
  const nothingElse = async () => {
    const results = names(join(bench.folder, "results"));
    assert(results.includes("gw") && results.length === 1 + beside, results.join(" "));
    assert.deepEqual(names(bench.tmp), []);
    assert.deepEqual(unfinished(bench.folder), []);
    await cacheIsWhole(bench);
  };
  const good = async () => {
    const started = performance.now();
    const { code, stderr } = await bench.run(words(bench));
    const took = performance.now() - started;
    assert.equal(code, 0, stderr);
    await whole(bench.out);
    await nothingElse();
    return took;
  };
  const setUp = await good();
  // Without what is made once, where that is there before each of them.
  let duration = first ? setUp : await good();
  let ended = 0;
  for (let turn = 0; turn < count; turn++) {
    if (first) await forget(bench);
    const signal = SIGNALS[turn % SIGNALS.length]!;
    const delay = dice.number(Math.round(duration * 1.05));
    const before = await whole(bench.out);
    const started = performance.now();
    const { code, stderr } = await endedAfter(bench, words(bench), signal, delay);
    // A host that is less busy than at first would be done before most moments.
    if (code === 0) duration = Math.min(duration, performance.now() - started);
    else ended++;
    const took = await untilNothingRuns(bench);
    const results = names(join(bench.folder, "results"));
    const phase = stderr.trim().split("\n").filter((line) => /^ *\d:\d\d/.test(line)).at(-1) ?? "";
    console.log(
      `${name} ${turn + 1}: ${signal} after ${delay} of ${duration.toFixed(0)} ms ` +
        `(${phase.trim()}): exit ${code}, gone after ${took.toFixed(0)} ms, ` +
        `left ${[...results, ...unfinished(bench.folder)].join(" ")}`,
    );
    if (signal === "SIGKILL" && code !== 0) {
      await cacheIsWhole(bench, true);
      // Killed between the two renames of its end, it leaves the earlier build aside.
      if (results.includes("gw")) await whole(bench.out);
      const again = await good();
      if (!first) duration = Math.min(duration, again);
    } else if (code !== 0) {
      // Before it listens to signals nothing has been begun, and they end it by themselves.
      assert(code === 130 || stderr === "" && code > 128, `exit ${code}: ${stderr}`);
      const after = await whole(bench.out);
      if (!each) assert.equal(after, before);
    }
    await nothingElse();
  }
  await good();
  assert(ended * 2 > count, `${ended} of ${count} were ended before they were done`);
  return ended;
}

if (import.meta.main) {
  const [name = "rehearsal", count = "52", seed = "1"] = Deno.args;
  const kind = KINDS.get(name);
  if (!kind) throw new Error(`one of ${[...KINDS.keys()].join(", ")}`);
  const ended = await endBuilds(name, kind, Number(count), Number(seed));
  console.log(
    `${ended} of ${count} of ${name} ended early: nothing runs, nothing is half, nothing is locked`,
  );
}
