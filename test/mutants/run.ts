/**
 * `deno task mutants [FILE...]`: puts one mistake after the other into a copy of the project and runs
 * the tests that must notice it. Prints the mutants that survive; fails above five of them.
 * @module
 */
import { MUTANTS } from "./all.ts";
import type { Mutant } from "./mutant.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** So many may survive. */
const MOST_SURVIVORS = 5;

/** So many run at once, each in a copy of its own. */
const COPIES = 2;

/** Copies all files that git does not ignore into `folder`, as they are now. */
async function copyProject(folder: string): Promise<void> {
  const { stdout } = await new Deno.Command("git", {
    args: ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    cwd: ROOT,
  })
    .output();
  for (const path of new TextDecoder().decode(stdout).split("\0").filter(Boolean)) {
    await Deno.mkdir(`${folder}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    await Deno.copyFile(`${ROOT}${path}`, `${folder}/${path}`).catch(() => {});
  }
}

/** Milliseconds after which tests that do not end have failed. */
const PATIENCE = 120_000;

/** The same for all of them together, which also fills Deno's caches. */
const PATIENCE_AT_FIRST = 10 * PATIENCE;

/** Whether every one of `tests` passes in `folder`. */
async function passes(
  folder: string,
  tests: readonly string[],
  patience = PATIENCE,
): Promise<boolean> {
  const { success } = await new Deno.Command("deno", {
    args: [
      "test",
      "-A",
      "--frozen",
      "--no-check",
      "--fail-fast",
      "--parallel",
      "--quiet",
      ...tests,
    ],
    cwd: folder,
    stdout: "null",
    stderr: "null",
    signal: AbortSignal.timeout(patience),
  }).output();
  return success;
}

/** Whether no test notices `mutant`. */
async function survives(folder: string, { file, from, to, tests }: Mutant): Promise<boolean> {
  const path = `${folder}/${file}`;
  const source = await Deno.readTextFile(path);
  if (source.split(from).length !== 2) throw new Error(`${file}: ${from}: not there exactly once`);
  await Deno.writeTextFile(path, source.replace(from, () => to));
  try {
    return await passes(folder, tests);
  } finally {
    await Deno.writeTextFile(path, source);
  }
}

const said = (text: string) => text.replace(/\s+/g, " ").slice(0, 120);

const wanted = MUTANTS.filter(({ file }) =>
  Deno.args.length === 0 || Deno.args.some((one) => file.startsWith(one))
);
const root = await Deno.makeTempDir({ prefix: "gatewright-mutants-" });
const began = performance.now();
const survivors: string[] = [];
const queue = wanted.entries();
try {
  const worker = async (_: unknown, number: number) => {
    const folder = `${root}/${number}`;
    await copyProject(folder);
    for (const [at, mutant] of queue) {
      const begin = performance.now();
      const alive = await survives(folder, mutant);
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      const line = `${mutant.file}: ${said(mutant.from)} -> ${said(mutant.to) || "(nothing)"}`;
      if (alive) survivors.push(line);
      console.log(
        `${at + 1}/${wanted.length} ${alive ? "SURVIVED" : "killed"} ${seconds} s ${line}`,
      );
    }
  };
  const unchanged = `${root}/unchanged`;
  await copyProject(unchanged);
  const tests = [...new Set(wanted.flatMap((one) => one.tests))];
  if (!await passes(unchanged, tests, PATIENCE_AT_FIRST)) {
    throw new Error("the tests fail without a mutant; deno task unit says which");
  }
  await Promise.all(Array.from({ length: COPIES }, worker));
} finally {
  await Deno.remove(root, { recursive: true });
}
console.log(
  `\n${survivors.length} of ${wanted.length} mutants survive (${
    Math.round((performance.now() - began) / 1000)
  } s)`,
);
for (const line of survivors.toSorted()) console.log(`  ${line}`);
if (survivors.length > MOST_SURVIVORS) Deno.exit(1);
