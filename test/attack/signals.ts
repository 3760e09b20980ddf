/**
 * `deploy`, `deploy --grow` and `pack` ended by signals at random moments: nothing of them runs on,
 * nothing is half there, and no target boots that is not the whole image.
 *
 * `deno run -A test/attack/signals.ts 50 [SEED]` tries so many moments for each command and signal.
 * @module
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { fitDisk, SEED_FILES } from "../fit_disk.ts";
import type { OwnIdentity } from "../../images/deploy/deploy.ts";
import { LoopDevice } from "../integration/loop.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const MAIN = `${ROOT}build/cli/main.ts`;
const MIB = 1 << 20;
/** Every process that a command starts has it in its environment. */
const MARK = "GATEWRIGHT_ATTACK";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const;

/** What is interrupted. */
interface Work {
  /** Words behind `gatewright`. */
  words: string[];
  /** Puts everything back to how it was before the command. */
  reset(): Promise<void>;
  /** Fails where what is left is neither what was there nor the whole result. */
  checkLeft(): Promise<void>;
}

/** A command line that ends by itself, or by `signal` after so many milliseconds. */
async function run(words: string[], signal?: Deno.Signal, after = 0): Promise<number> {
  const mark = crypto.randomUUID();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "--no-check", MAIN, ...words],
    env: { [MARK]: mark },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const timer = signal === undefined ? undefined : setTimeout(() => {
    try {
      child.kill(signal);
    } catch { /* it has ended */ }
  }, after);
  const began = performance.now();
  await child.status;
  clearTimeout(timer);
  await ended(mark, `${words[0]} after ${signal}`);
  return performance.now() - began;
}

/** Milliseconds after which a process runs on, however loaded the host is. */
const PATIENCE = 300_000;

/** Waits until no process of a command is left. */
async function ended(mark: string, what: string): Promise<void> {
  const late = AbortSignal.timeout(PATIENCE);
  for (let left; (left = running(mark)).length > 0;) {
    await new Deno.Command("tail", {
      args: ["--pid", left[0]!, "-s", "0.05", "-f", "/dev/null"],
      signal: late,
    }).output();
    assert.ok(!late.aborted, `${what}: still running: ${left.join(", ")}`);
  }
}

/** Numbers of the processes that have the mark in their environment. */
function running(mark: string): string[] {
  return [...Deno.readDirSync("/proc")].map(({ name }) => name).filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return Deno.readTextFileSync(`/proc/${name}/environ`).includes(`${MARK}=${mark}`);
    } catch {
      return false;
    }
  });
}

/** An image of 40 MiB, half of it data. */
async function image(folder: string): Promise<string> {
  const bytes = new Uint8Array(40 * MIB);
  bytes.set(await fitDisk(SEED_FILES));
  for (let at = 4 * MIB; at < 24 * MIB; at += 65536) {
    crypto.getRandomValues(bytes.subarray(at, at + 65536));
  }
  await Deno.writeFile(`${folder}/gw.raw`, bytes);
  return `${folder}/gw.raw`;
}

/** A device that has an old system on it, which boots. */
async function deviceWork(path: string, device: LoopDevice, grow: boolean): Promise<Work> {
  const old = new Uint8Array(64 * MIB).fill(0xa5);
  old.set(await fitDisk());
  const write = (bytes: Uint8Array) => Deno.writeFile(device.path, bytes, { create: false });
  const words = ["deploy", path, device.path, "--yes", "--force", ...(grow ? ["--grow"] : [])];
  await write(old);
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "--no-check", MAIN, ...words, "--json"],
    stderr: "null",
  }).output();
  const { changed }: OwnIdentity = JSON.parse(new TextDecoder().decode(stdout)).identity;
  const whole = await Deno.readFile(device.path);
  assert.ok(whole.some((byte) => byte !== 0), "a run that is not interrupted writes");
  const image = new Uint8Array(whole.length);
  image.set(await Deno.readFile(path));
  return {
    words,
    reset: () => write(old),
    async checkLeft() {
      const found = await Deno.readFile(device.path);
      const head = found.subarray(0, MIB);
      if (head.every((byte) => byte === 0)) return;
      const same = (other: Uint8Array) => found.every((byte, at) => byte === other[at]);
      if (same(old)) return;
      // Every disk has an identity of its own, complete where it boots.
      for (const { at, length } of changed) {
        const part = (bytes: Uint8Array) => bytes.slice(at, at + length);
        assert.notDeepEqual(
          part(found),
          part(image),
          "it boots with a part of the image's identity",
        );
        found.set(part(whole), at);
      }
      assert.ok(same(whole), "the target boots, and is neither the old nor the new");
    },
  };
}

/** A folder of packed images; what was packed before stays as it was, or is replaced as a whole. */
async function packWork(path: string, folder: string): Promise<Work> {
  const out = `${folder}/out`;
  const words = ["pack", path, "--out", out];
  await run(words);
  const names = () => [...Deno.readDirSync(out)].map(({ name }) => name).sort();
  const visible = () => names().filter((name) => !name.startsWith("."));
  assert.deepEqual(visible(), ["gw.raw.zst", "gw.raw.zst.sha256"]);
  return {
    words,
    async reset() {
      await Deno.remove(out, { recursive: true });
      await Deno.mkdir(out);
    },
    async checkLeft() {
      if (visible().includes("gw.raw.zst.sha256")) {
        const check = new Deno.Command("sha256sum", {
          args: ["-c", "--quiet", "gw.raw.zst.sha256"],
          cwd: out,
        });
        assert.ok((await check.output()).success, "a checksum that fits nothing");
      }
      for (const name of visible()) assert.match(name, /^gw\.raw\.zst(\.sha256)?$/);
      // What was killed leaves nothing behind the next run.
      if (names().some((name) => name.startsWith("."))) {
        await run(words);
        assert.deepEqual(names(), ["gw.raw.zst", "gw.raw.zst.sha256"]);
      }
    },
  };
}

/**
 * Interrupts each command at `moments` random moments with each signal.
 *
 * @returns how many interruptions there were
 */
export async function attackSignals(moments: number, seed: number): Promise<number> {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-attack-" });
  let count = 0;
  try {
    const path = await image(folder);
    await using plain = await LoopDevice.create(64 * MIB);
    await using growing = await LoopDevice.create(64 * MIB);
    const works = [
      await deviceWork(path, plain, false),
      await deviceWork(path, growing, true),
      await packWork(path, folder),
    ];
    for (const work of works) {
      await work.reset();
      const whole = await run(work.words);
      const fractions = fc.sample(fc.double({ min: 0.1, max: 1.05, noNaN: true }), {
        numRuns: moments * SIGNALS.length,
        seed: seed + count,
      });
      for (const [index, fraction] of fractions.entries()) {
        const signal = SIGNALS[index % SIGNALS.length]!;
        await work.reset();
        await run(work.words, signal, whole * fraction);
        try {
          await work.checkLeft();
        } catch (cause) {
          const when = `${work.words.join(" ")}: ${signal} at ${Math.round(fraction * 100)} %`;
          throw new Error(when, { cause });
        }
        count++;
      }
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return count;
}

if (import.meta.main) {
  const [moments = "50", seed = "1"] = Deno.args;
  const count = await attackSignals(Number(moments), Number(seed));
  console.log(`${count} interruptions: nothing running, nothing half, nothing that boots`);
}
