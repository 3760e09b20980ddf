/**
 * Builds that are ended from outside, phase by phase, with a guest that really installs. The table
 * of faults is in test/README.md.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import type { Ran } from "../fault.ts";
import { rehearsalBench } from "../rehearsal.ts";
import { mounted } from "../mounted.ts";

const PHASES: [string, RegExp, Deno.Signal][] = [
  ["the answers are delivered", /delivering the answers/, "SIGINT"],
  ["questions are answered", /answering questions/, "SIGHUP"],
  ["sets are installed", /installing the sets/, "SIGINT"],
  ["install.site runs", /configuring, install\.site/, "SIGTERM"],
  ["the disk is inspected", /inspecting and hashing/, "SIGINT"],
];
for (const [what, when, signal] of PHASES) {
  Deno.test(`fault: ${signal} while ${what}`, async () => {
    await using bench = await rehearsalBench();
    const ran = await bench.build([], { when, act: (pid) => Deno.kill(pid, signal) });
    await bench.failed(ran, { code: 130, says: ["interrupted"] });
  });
}

Deno.test("fault: SIGKILL while sets are installed; the next build removes what is left", async () => {
  await using bench = await rehearsalBench();
  const ran = await bench.build([], {
    when: /installing the sets/,
    act: (pid) => Deno.kill(pid, "SIGKILL"),
  });
  assert.notEqual(ran.code, 0);
  // The kernel ends QEMU with Gatewright, in a moment of its own.
  while ((await bench.running(/^qemu-system/)).length > 0);
  const results = join(bench.folder, "results");
  const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name);
  assert.match(names(results).join(), /^\.gatewright-[0-9a-f]{16}\.own$/);
  assert.notDeepEqual(names(bench.tmp), []);
  const { code, stderr } = await bench.build();
  assert.equal(code, 0, stderr);
  assert.deepEqual(names(results), ["gw"]);
  assert.deepEqual(names(bench.tmp), []);
  assert.deepEqual(await bench.running(), []);
});

Deno.test("fault: the cache is pruned while sets are installed", async () => {
  await using bench = await rehearsalBench();
  let pruned: Ran | undefined;
  const ran = await bench.build([], {
    when: /installing the sets/,
    act: async () => {
      pruned = await bench.run(["cache", "prune"]);
    },
  });
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(pruned!.stderr, /^9 files are in use by a build: kept$/m);
  const again = await bench.run(["cache", "prune"]);
  assert.equal(again.stdout.trim().split("\n").length, 9);
});

Deno.test("fault: QEMU is killed while sets are installed", async () => {
  await using bench = await rehearsalBench();
  const ran = await bench.build([], {
    when: /installing the sets/,
    act: async () => {
      for (const pid of await bench.running(/^qemu-system/)) Deno.kill(pid, "SIGKILL");
    },
  });
  await bench.failed(ran, {
    code: 1,
    says: ["QEMU ended before the installation did", "phase sets", "gw.failed.log"],
  });
});

Deno.test({
  name: "fault: the host's file system fills while the disk is written",
  ignore: Deno.uid() !== 0,
  async fn() {
    await using bench = await rehearsalBench();
    const results = join(bench.folder, "results");
    await using _small = await mounted(results, "1m");
    await bench.failed(await bench.build(), {
      code: 1,
      says: ["the image could not be written", "--out"],
    });
  },
});
