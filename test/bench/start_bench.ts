/**
 * What `gatewright check` costs as a whole process, next to Deno that loads the same libraries, and to
 * Deno with an empty file. The libraries take three times as long to load as Deno itself.
 * @module
 */

const root = new URL("../../", import.meta.url).pathname;
const empty = await Deno.makeTempFile({ suffix: ".ts" });
/** In the project, whose deno.json says which libraries are meant. */
const LIBRARIES = "test/bench/start_libraries.ts";
/** Times as long as the libraries alone. */
const LIMIT = 4;

async function start(args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", ...args],
    cwd: root,
    stdin: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

const bare = () => start([empty]);
const libraries = () => start(["--frozen", LIBRARIES]);
const check = () => start(["--frozen", "build/cli/main.ts", "check", "examples/hq.yaml"]);

async function milliseconds(run: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
}

// The first runs fill Deno's caches; then all take turns, so that a busy machine slows all.
const runs = { bare, libraries, check };
const times = { bare: [] as number[], libraries: [] as number[], check: [] as number[] };
for (let turn = -2; turn < 15; turn++) {
  for (const name of ["bare", "libraries", "check"] as const) {
    const taken = await milliseconds(runs[name]);
    if (turn >= 0) times[name].push(taken);
  }
}
const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1]!;
const [empties, loads, checks] = [times.bare, times.libraries, times.check].map(median) as [
  number,
  number,
  number,
];
const ratio = checks / loads;
console.log(
  `check takes ${ratio.toFixed(1)} times as long as Deno with its libraries (at most ${LIMIT}): ` +
    `${checks.toFixed(0)} and ${loads.toFixed(0)} ms; an empty file ${empties.toFixed(0)} ms`,
);
await Deno.remove(empty);
if (ratio > LIMIT) throw new Error("gatewright starts slowly");
