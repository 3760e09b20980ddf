import assert from "node:assert/strict";
import { gptDisk } from "../../test/disk_image.ts";
import { GPT_EFI_SYSTEM, GPT_OPENBSD, readGpt } from "./gpt.ts";
import { memorySource } from "./testing.ts";

Deno.test("readGpt: the used entries", async () => {
  assert.deepEqual(await readGpt(memorySource(gptDisk())), [
    { index: 0, type: GPT_EFI_SYSTEM, start: 64, size: 960, name: "EFI System Area" },
    { index: 2, type: GPT_OPENBSD, start: 1024, size: 8192, name: "OpenBSD Area" },
  ]);
});

Deno.test("readGpt: a changed byte of header or table is noticed", async () => {
  for (
    const at of [512, 512 + 12, 512 + 16, 512 + 72, 512 + 80, 512 + 88, 1024 + 33, 1024 + 9000]
  ) {
    const disk = gptDisk();
    disk[at] = (disk[at] ?? 0) ^ 4;
    await assert.rejects(readGpt(memorySource(disk)), { kind: "verification" });
  }
  await assert.rejects(
    readGpt(memorySource(gptDisk().subarray(0, 5000 * 512))),
    /partition 2 outside/,
  );
});
