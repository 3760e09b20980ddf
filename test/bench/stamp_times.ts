/**
 * How fast a gateway is stamped, beside its installation in one go: real OpenBSD 6.6, the miniature
 * release, no KVM. Run with
 *
 *     deno run -A test/bench/stamp_times.ts [ROUNDS [INSTALLATIONS]]
 *
 * Prints medians by phase, and 20 gateways in one command. Ends with 1 where a stamp is not 20 times as
 * fast as an installation; of seconds it only tells, they are the host's.
 * @module
 */
import { join } from "node:path";
import { FaultBench } from "../fault.ts";

const rounds = Number(Deno.args[0] ?? 5);
const installations = Number(Deno.args[1] ?? rounds);
const FAMILY = 20;

const shared = new URL("../../../shared/", import.meta.url).pathname;
const mirror = await Deno.makeTempDir({ prefix: "gw-bench-" });
const mini = await new Deno.Command(`${shared}tools/mini-release`, {
  args: ["amd64", mirror],
  stdout: "null",
}).output();
if (!mini.success) throw new Error("no ../shared/tools/mini-release");
await using bench = await FaultBench.create(
  `{version: "6.6", arch: amd64, mirror: "file://${mirror}/pub/OpenBSD", key: ${mirror}/mini-66.pub}`,
);

/** Seconds of one run of `gatewright build`, and of its phases where it was of one gateway. */
async function build(files: string[], ...more: string[]) {
  const started = performance.now();
  const out = join(bench.folder, "results", files.length > 1 ? "family" : "gw");
  const args = ["build", ...files, "--out", out, "--accel", "tcg", "--json", ...more];
  const { code, stdout, stderr } = await bench.run(args);
  const all = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(stderr.slice(-2000) + stdout.slice(-2000));
  const timings: unknown = JSON.parse(stdout).manifest?.timings ?? {};
  return new Map([["all", all], ...Object.entries(timings as Record<string, number>)]);
}

/** Medians of several runs, by name. */
function medians(runs: Map<string, number>[]): Map<string, number> {
  return new Map([...runs[0]!.keys()].map((name) => {
    const times = runs.map((run) => run.get(name) ?? 0).sort((a, b) => a - b);
    return [name, times[times.length >> 1]!];
  }));
}

const line = (times: Map<string, number>) =>
  [...times].map(([name, seconds]) => `${name} ${seconds.toFixed(2)}`).join(", ");

let good = true;
try {
  const first = await build([bench.description]);
  console.log(`first build, empty cache: ${first.get("all")!.toFixed(1)} s`);
  const [stamps, wholes] = [[], []] as Map<string, number>[][] as [
    Map<string, number>[],
    Map<string, number>[],
  ];
  for (let round = 0; round < Math.max(rounds, installations); round++) {
    // The description is another one each time.
    const text = await Deno.readTextFile(bench.description);
    await Deno.writeTextFile(
      bench.description,
      text.replace(/10\.0\.\d+\.0\/24, psk/, `10.0.${20 + round}.0/24, psk`),
    );
    if (round < rounds) stamps.push(await build([bench.description]));
    if (round < installations) wholes.push(await build([bench.description], "--whole"));
  }
  const [stamp, whole] = [medians(stamps), medians(wholes)];
  const ratio = whole.get("all")! / stamp.get("all")!;
  console.log(`stamp, median of ${rounds}: ${line(stamp)}`);
  console.log(`in one go, median of ${installations}: ${line(whole)}`);
  console.log(`a stamp is ${ratio.toFixed(0)} times as fast (at least 20)`);
  good = ratio >= 20;

  const text = await Deno.readTextFile(bench.description);
  const files = Array.from({ length: FAMILY }, (_, at) => join(bench.folder, `g${at}.yaml`));
  for (const [at, file] of files.entries()) {
    const own = text.replace("vpn1.", `g${at}.`).replace("10.0.0.50", `10.0.0.${100 + at}`);
    await Deno.writeTextFile(file, own);
  }
  const family = await build(files);
  console.log(`${FAMILY} gateways in one command: ${family.get("all")!.toFixed(1)} s`);
} finally {
  await Deno.remove(mirror, { recursive: true });
}
if (!good) throw new Error("a stamp is not 20 times as fast as an installation");
