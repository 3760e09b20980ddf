import assert from "node:assert/strict";
import { toolsWith } from "./tools.ts";

const says = (stdout: string) =>
  toolsWith(() => Promise.resolve({ status: 0, stdout, stderr: "" })).run({ arch: "amd64" });

Deno.test("step tools: QEMU's version is read from its first line", async () => {
  const { qemuVersion } = await says("QEMU emulator version 7.2.19 (Debian 1:7.2)\n");
  assert.equal(await qemuVersion, "7.2.19");
  assert.equal(await (await says("another program\n")).qemuVersion, "unknown");
});

Deno.test("step tools: a failure reaches whoever waits for the answer, and nobody else", async () => {
  const step = toolsWith(() => Promise.reject(new Error("no QEMU")));
  const given = { arch: "amd64" as const, ...await step.run({ arch: "amd64" }) };
  await step.undo!(given);
  await assert.rejects(given.qemuVersion, /no QEMU/);
});

Deno.test("step tools: the undoing waits for the program's end", async () => {
  const answer = Promise.withResolvers<{ status: number; stdout: string; stderr: string }>();
  const step = toolsWith(() => answer.promise);
  const given = { arch: "amd64" as const, ...await step.run({ arch: "amd64" }) };
  let ended = false;
  const undone = Promise.resolve(step.undo!(given)).then(() => ended = true);
  await Promise.resolve();
  assert.equal(ended, false);
  answer.resolve({ status: 0, stdout: "version 8.0\n", stderr: "" });
  await undone;
  assert(ended);
});
