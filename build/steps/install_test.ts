import assert from "node:assert/strict";
import { installEnvironment } from "../../autoinstall/environment.ts";
import { RENDERED, testMirror, testStart } from "../../test/install_job.ts";
import type { InstallOptions } from "../installer/install.ts";
import { installWith } from "./install.ts";

/** Runs the step with an installer that does `actions`; gives what it was run with and what was logged. */
async function ran(actions: Parameters<NonNullable<InstallOptions["onAction"]>>[0][]) {
  await using test = await testStart({ secrets: ["a-psk-of-a-test"] });
  const { start } = test;
  const lines: string[] = [];
  let options: InstallOptions | undefined;
  await installWith((given) => {
    options = given;
    for (const action of actions) given.onAction?.(action);
    return Promise.resolve();
  }).run({
    ...start,
    scratch: {
      path: "/scratch",
      moveTo: () => Promise.resolve(),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    },
    log: { path: "", write: (line) => lines.push(line), close: () => {} },
    mirror: testMirror(),
    environment: installEnvironment(start.job.gateway),
    rendered: RENDERED,
    arch: "amd64",
    boot: { kind: "network", folder: "/scratch/boot" },
    accelerator: "tcg",
    kind: "7.9-amd64-tcg",
    image: "/out/hq.raw",
  });
  return { options: options!, lines, events: test.events };
}

Deno.test("step install: the machine has the domain's hardware, and no more memory than helps", async () => {
  const { options: { machine, files, secrets, release } } = await ran([]);
  assert.deepEqual(
    [machine.memory, machine.smp, machine.firmware, machine.hardware, machine.macs],
    [1024, 2, "bios", "virtio", ["52:54:00:12:34:56"]],
  );
  assert.deepEqual([machine.disk?.path, machine.serial], ["/out/hq.raw", "/scratch/serial"]);
  assert.deepEqual(files.map(({ path }) => path), ["/disklabel.conf", "/auto_install.conf"]);
  assert.match(files[1]!.sha256, /^[0-9a-f]{64}$/);
  assert.deepEqual([secrets, release], [["a-psk-of-a-test", testMirror().secret], 79]);
});

Deno.test("step install: the console goes to the log, phases and sets to whoever watches", async () => {
  const { lines, events } = await ran([
    { kind: "log", line: "booting" },
    { kind: "phase", phase: "sets" },
    { kind: "set", name: "base79.tgz", percent: 50 },
    { kind: "question", question: "Timezone?", answer: "UTC" },
    { kind: "phase", phase: "end" },
  ]);
  assert.deepEqual(lines, ["booting"]);
  const seen = events.map((event) => event.kind === "phase" ? event.phase : event.kind);
  assert.deepEqual(seen, ["render", "boot", "log", "sets", "set"]);
});
