/**
 * What `gatewright check` costs as a whole process, next to Deno with an empty file.
 * @module
 */

const root = new URL("../../", import.meta.url).pathname;
const empty = await Deno.makeTempFile({ suffix: ".ts" });

async function start(args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", ...args],
    cwd: root,
    stdin: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

const bare = () => start([empty]);
const check = () => start(["--frozen", "build/cli/main.ts", "check", "examples/hq.yaml"]);

async function milliseconds(run: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
}

// The first runs fill Deno's caches; then both take turns, so that a busy machine slows both.
for (let warm = 0; warm < 2; warm++) await bare().then(check);
const times = { bare: [] as number[], check: [] as number[] };
for (let turn = 0; turn < 15; turn++) {
  times.bare.push(await milliseconds(bare));
  times.check.push(await milliseconds(check));
}
const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1]!;
const [one, other] = [median(times.check), median(times.bare)];
console.log(
  `check takes ${(one / other).toFixed(1)} times as long as Deno with an empty file ` +
    `(${one.toFixed(0)} and ${other.toFixed(0)} ms)`,
);
if (one / other > 5) throw new Error("gatewright starts slowly");

Deno.bench("deno with an empty file", bare);
Deno.bench("gatewright check", check);

addEventListener("unload", () => Deno.removeSync(empty));
