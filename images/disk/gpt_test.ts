import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import { GPT_EFI_SYSTEM, GPT_OPENBSD, readGpt } from "./gpt.ts";
import { memorySource } from "./source.ts";

/** The type of OpenBSD as it is stored: the first three fields turned round. */
const STORED_OPENBSD = "a0c74c82a836e311890a952519ad3f61";
const STORED_EFI = "28732ac11ff8d211ba4b00a0c93ec93b";

function gptDisk(): Uint8Array {
  const disk = new Uint8Array(9300 * 512);
  const data = new DataView(disk.buffer);
  const entry = (index: number, type: string, first: number, last: number, name: string) => {
    const at = 1024 + 128 * index;
    disk.set(type.match(/../g)?.map((byte) => parseInt(byte, 16)) ?? [], at);
    data.setBigUint64(at + 32, BigInt(first), true);
    data.setBigUint64(at + 40, BigInt(last), true);
    for (let i = 0; i < name.length; i++) data.setUint16(at + 56 + 2 * i, name.charCodeAt(i), true);
  };
  entry(0, STORED_EFI, 64, 1023, "EFI System Area");
  entry(2, STORED_OPENBSD, 1024, 9215, "OpenBSD Area");
  disk.set(new TextEncoder().encode("EFI PART"), 512);
  data.setUint32(512 + 12, 92, true);
  data.setBigUint64(512 + 72, 2n, true);
  data.setUint32(512 + 80, 128, true);
  data.setUint32(512 + 84, 128, true);
  data.setUint32(512 + 88, crc32(disk.subarray(1024, 1024 + 128 * 128)), true);
  data.setUint32(512 + 16, crc32(disk.subarray(512, 512 + 92)), true);
  return disk;
}

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
