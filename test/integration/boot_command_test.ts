/**
 * `gatewright boot` as its users meet it, with disks that say what a test wants.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { FaultBench } from "../fault.ts";
import { writeTalkingDisk } from "../boot_sector.ts";

/** What a gateway says of itself, with `result` for its packet filter. */
const said = (result: string) =>
  `gatewright: hostname: ok\r
gatewright: pf: ${result}\r
gatewright: self-check: done\r
\r
login: `;

/** Boots a disk that says `text`. */
async function boot(text: string, ...args: string[]) {
  await using bench = await FaultBench.create("rehearsal");
  const image = join(bench.folder, "results", "gw.raw");
  await writeTalkingDisk(image, text);
  const ran = await bench.run([
    ...["boot", image, "--file", bench.description, "--accel", "tcg"],
    ...args,
  ]);
  assert.deepEqual(await bench.running(), []);
  assert.deepEqual([...Deno.readDirSync(bench.tmp)], []);
  return ran;
}

Deno.test("a boot shows what the gateway says of itself, and the exit code is for scripts", async () => {
  const { code, stdout, stderr } = await boot(said("ok"));
  assert.equal(code, 0, stderr);
  assert.equal(stdout, "hostname: ok\npf: ok\n");
  const json = await boot(said("pending no network"), "--json");
  assert.equal(json.code, 0);
  assert.deepEqual(JSON.parse(json.stdout), {
    ok: true,
    checks: [
      { name: "hostname", result: "ok" },
      { name: "pf", result: "pending", why: "no network" },
    ],
    accelerator: "tcg",
  });
});

Deno.test("a boot that failed shows as much as a good one, for people and for programs", async () => {
  const { code, stdout, stderr } = await boot(said("FAILED it is disabled"));
  assert.equal(code, 4, stderr);
  assert.equal(stdout, "hostname: ok\npf: failed it is disabled\n");
  assert.match(stderr, /the gateway's self-check failed[^]*pf: it is disabled/);
  const json = await boot(said("FAILED it is disabled"), "--json");
  assert.equal(json.code, 4);
  const { ok, checks } = JSON.parse(json.stdout);
  assert.deepEqual([ok, checks.length, checks[1].result], [false, 2, "failed"]);
});

Deno.test("a boot that ends early shows the checks that came before", async () => {
  const { code, stdout } = await boot("gatewright: hostname: ok\r\npanic: ffs_alloc\r\n");
  assert.equal(code, 1);
  assert.equal(stdout, "hostname: ok\n");
  // Also where the gateway had said nothing of itself yet.
  const json = await boot("panic: ffs_alloc\r\n", "--json");
  assert.equal(json.code, 1);
  const { ok, checks, error, exitCode } = JSON.parse(json.stdout);
  assert.deepEqual([ok, checks, exitCode], [false, [], 1]);
  assert.match(error, /panic/);
});

Deno.test("boot --console gives the terminal to the guest until Ctrl-], and needs one", async () => {
  await using bench = await FaultBench.create("rehearsal");
  const image = join(bench.folder, "results", "gw.raw");
  await writeTalkingDisk(image, said("ok"));
  const words = ["boot", image, "--file", bench.description, "--accel", "tcg", "--console"];
  const none = await bench.run(words);
  assert.equal(none.code, 2);
  assert.match(none.stderr, /--console needs a terminal/);

  const main = new URL("../../build/cli/main.ts", import.meta.url).pathname;
  const command = [Deno.execPath(), "run", "-A", "--quiet", main, ...words].join(" ");
  const child = new Deno.Command("script", {
    args: ["-qec", command, "/dev/null"],
    env: { TMPDIR: bench.tmp, XDG_CACHE_HOME: bench.cacheHome, SHELL: "/bin/sh" },
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  let seen = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    const before = seen;
    seen += text;
    if (seen.includes("login: ") && !before.includes("login: ")) {
      await writer.write(new TextEncoder().encode("\x1d"));
    }
  }
  await writer.close().catch(() => {});
  assert.equal((await child.status).code, 0, seen);
  assert.match(seen, /Ctrl-\] leaves the console/);
  assert.match(seen, /hostname: ok\r\npf: ok\r\n$/);
  assert.deepEqual([...Deno.readDirSync(bench.tmp)], []);
});
