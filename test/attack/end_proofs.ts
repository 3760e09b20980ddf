/**
 * Ends `gatewright prove` from outside at random moments, and looks at what is left. Not part of the
 * gate:
 *
 *     deno run -A test/attack/end_proofs.ts [COUNT] [SEED]
 *
 * A proof that was ended leaves no process, no folder of its own, and the parts of the laboratory as
 * they were; one that was killed (SIGKILL) may leave a folder, which the next proof removes.
 * @module
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { FaultBench, type Ran } from "../fault.ts";
import { defaultCacheDir } from "../../build/release/cache.ts";
import { endedAfter, names, SIGNALS, untilNothingRuns } from "./at_random.ts";
import { Dice } from "./dice.ts";

/** A place with one IKEv2 tunnel, and parts of the laboratory of its own. */
async function bench(): Promise<FaultBench> {
  const bench = await FaultBench.create('"8.0"');
  const text = await Deno.readTextFile(bench.description);
  await Deno.writeTextFile(bench.description, text.replace("ike: 1", "ike: 2"));
  await copy(join(defaultCacheDir(), "laboratory"), parts(bench));
  return bench;
}

const parts = (bench: FaultBench) => join(bench.cacheHome, "gatewright", "laboratory");

async function copy(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true, mode: 0o700 });
  for (const { name, isDirectory } of Deno.readDirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (isDirectory) await copy(source, target);
    else await Deno.copyFile(source, target);
  }
}

/** A hash of everything below `folder`, names included. */
async function hashOf(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of names(folder)) {
    const path = join(folder, name);
    const { isDirectory } = await Deno.stat(path);
    hash.update(`${name}\n`).update(isDirectory ? await hashOf(path) : await Deno.readFile(path));
  }
  return hash.digest("hex");
}

/** Whether a tunnel holds on a host that is busy with other things is not what is looked at. */
function cameToItsEnd({ code, stdout, stderr }: Ran): void {
  assert([0, 4].includes(code), stderr);
  assert.match(stdout, /^[01] of 1 tunnel proved$/m);
}

/** Ends `count` proofs in one place, each at a moment of its own. */
async function endProofs(count: number, seed: number): Promise<void> {
  const dice = new Dice(seed);
  await using place = await bench();
  const proof = ["prove", place.description, "--accel", "tcg"];
  const started = performance.now();
  // Two at once share the parts, and nothing else.
  for (const ran of await Promise.all([place.run(proof), place.run(proof)])) cameToItsEnd(ran);
  assert.deepEqual(names(place.tmp), []);
  const duration = performance.now() - started;
  const before = await hashOf(parts(place));
  for (let turn = 0; turn < count; turn++) {
    const signal = SIGNALS[turn % SIGNALS.length]!;
    const delay = dice.number(Math.round(duration));
    const { code, stderr, stdout } = await endedAfter(place, proof, signal, delay);
    const took = await untilNothingRuns(place);
    const tmp = names(place.tmp);
    const said = stderr.trim().split("\n").at(-1) ?? "";
    console.log(
      `${turn + 1}: ${signal} after ${delay} ms (${said}): exit ${code}, gone after ${
        took.toFixed(0)
      } ms, left ${tmp.join(" ") || "nothing"}`,
    );
    assert.doesNotMatch(stdout + stderr, /a-psk-of-a-test/);
    if (code === 4) cameToItsEnd({ code, stdout, stderr });
    else if (signal === "SIGKILL" && code !== 0) {
      cameToItsEnd(await place.run(proof));
    } else if (code !== 0) {
      // Before it listens to signals nothing has been begun, and they end it by themselves.
      assert(code === 130 || stderr === "" && code > 128, `exit ${code}: ${stderr}`);
    }
    assert.deepEqual(names(place.tmp), []);
    assert.equal(await hashOf(parts(place)), before);
    await place.cacheIsGood();
  }
}

if (import.meta.main) {
  const [count = "12", seed = "1"] = Deno.args;
  await endProofs(Number(count), Number(seed));
  console.log(`${count} proofs ended: nothing runs, nothing is left`);
}
