/**
 * Every `run:` line of the workflow that `ci github` prints, in order, as a runner of GitHub would run it:
 * on the rehearsal release, with the action of this repository.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { parse } from "yaml";
import { run } from "../../host/run.ts";
import { rehearsalBench } from "../rehearsal.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** A step of a job, as far as it is used here. */
interface Step {
  uses?: string;
  run?: string;
  env?: Map<string, string>;
  with?: Map<string, string>;
}

/** What stands for the expressions of a workflow. */
type Values = ReadonlyMap<string, string>;

/** `text` with its expressions replaced, as the runner does before a shell sees it. */
function expanded(text: string, values: Values): string {
  return text.replaceAll(/\$\{\{ ([^}]+) \}\}/g, (_, name) => {
    const value = values.get(name);
    assert(value !== undefined, `the test has no value for ${name}`);
    return value;
  });
}

/** The lines that GitHub's runner would run for `step`: its own, or those of this repository's action. */
async function runsOf(step: Step): Promise<Step[]> {
  if (step.run !== undefined) return [step];
  if (!step.uses?.startsWith("gatewright/gatewright@")) return [];
  const action = parse(await Deno.readTextFile(join(ROOT, "action.yml")), { mapAsMap: true });
  // The last one is for who asks for a command.
  return steps(action.get("runs")).slice(0, -1);
}

function steps(job: Map<string, unknown>): Step[] {
  return (job.get("steps") as Map<string, unknown>[]).map((step) => Object.fromEntries(step));
}

Deno.test("each step of the GitHub workflow runs, on the rehearsal release", async () => {
  await using bench = await rehearsalBench();
  const { folder } = bench;
  const signify = ["-G", "-n", "-c", "CI", "-p", "ci.pub", "-s", "ci.sec"];
  await run("signify-openbsd", signify, { cwd: folder });
  const printed = await bench.run(["ci", "github", "gw.yaml"]);
  assert.equal(printed.code, 0, printed.stderr);
  const told = /what this prints: (.*)$/m.exec(printed.stdout)![1]!;
  const secrets = await run("bash", ["-c", told], { cwd: folder });
  // A fresh checkout has no secrets.
  await Deno.remove(join(folder, "a.psk"));

  const values = new Map([
    ["matrix.gateway", "gw"],
    ["matrix.file", "gw.yaml"],
    ["secrets.GATEWRIGHT_SECRETS", secrets.stdout.trim()],
    ["secrets.GATEWRIGHT_SIGNIFY_KEY", (await Deno.readTextFile(join(folder, "ci.sec"))).trim()],
    ["secrets.GATEWRIGHT_PASSPHRASE", ""],
  ]);
  const path = join(bench.tmp, "path");
  const commands: string[] = [];
  const { jobs } = Object.fromEntries(parse(printed.stdout, { mapAsMap: true }));
  for (const [, job] of jobs as Map<string, Map<string, unknown>>) {
    for (const step of await Promise.all(steps(job).map(runsOf)).then((all) => all.flat())) {
      const env = [...(job.get("env") as Values | undefined) ?? [], ...step.env ?? []]
        .map(([name, value]) => [name, expanded(value, values)] as const);
      const added = await Deno.readTextFile(path).catch(() => "");
      commands.push(step.run!.split("\n")[0]!);
      const { status, stdout, stderr } = await run("bash", ["-e", "-c", step.run!], {
        cwd: folder,
        okStatus: [0, 1, 2, 3, 4, 127],
        env: {
          ...Object.fromEntries(env),
          PATH: [...added.trim().split("\n").reverse(), Deno.env.get("PATH")].join(":"),
          GITHUB_PATH: path,
          GITHUB_ACTION_PATH: ROOT.replace(/\/$/, ""),
          RUNNER_TEMP: bench.tmp,
          // The launcher brings Deno there.
          HOME: bench.folder,
          XDG_CACHE_HOME: bench.cacheHome,
          DENO_DIR: Deno.env.get("DENO_DIR") ?? join(Deno.env.get("HOME") ?? "", ".cache/deno"),
          TMPDIR: bench.tmp,
        },
      });
      assert.equal(status, 0, `${step.run}\n${stdout}${stderr}`);
      assert.doesNotMatch(stdout + stderr, /a-psk-of-a-test/);
    }
  }
  assert.deepEqual(commands.map((one) => one.split(" ").slice(0, 2).join(" ")), [
    ...['echo "$GITHUB_ACTION_PATH"', "test !", "gatewright check", "gatewright check"],
    ...['echo "$GITHUB_ACTION_PATH"', "test !", "printf %s", "mkdir -p", "trap 'rm"],
  ]);

  const { version, runs } = JSON.parse(await Deno.readTextFile(join(folder, "gatewright.sarif")));
  assert.deepEqual([version, runs[0].invocations[0].exitCode], ["2.1.0", 0]);
  const artifacts = join(folder, "artifacts");
  const result = JSON.parse(await Deno.readTextFile(join(artifacts, "gw.build.json")));
  assert.equal(result.manifest.rehearsal, true);
  const names = [...Deno.readDirSync(artifacts)].map(({ name }) => name).sort();
  assert(names.includes("gw.raw.zst"), names.join(" "));
  // What was packed is what the key signed.
  const signature = names.find((name) => name.endsWith(".sig"))!;
  const verify = ["-C", "-q", "-p", join(folder, "ci.pub"), "-x", signature];
  await run("signify-openbsd", verify, { cwd: artifacts });
  assert.equal((await Deno.stat(join(folder, "a.psk"))).mode! & 0o777, 0o600);
  assert.deepEqual([...Deno.readDirSync(bench.tmp)].map(({ name }) => name), ["path"]);
});
