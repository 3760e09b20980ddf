import assert from "node:assert/strict";
import { wrapDisk } from "../../test/disk_image.ts";
import { readDisklabel } from "./disklabel.ts";
import { readMbr } from "./mbr.ts";
import { memorySource } from "./testing.ts";

const LABEL = 65 * 512;

Deno.test("readMbr and readDisklabel: the OpenBSD area and its partitions", async () => {
  const source = memorySource(wrapDisk(new Uint8Array(4096)), "x.raw");
  assert.deepEqual(await readMbr(source), [
    { index: 3, type: 0xa6, active: true, start: 64, size: 8 },
  ]);
  const label = await readDisklabel(source, 64);
  assert.equal(label.duid, "0001020304050607");
  assert.deepEqual(label.partitions, [{ letter: "a", type: "4.2BSD", start: 64, size: 8 }]);
});

Deno.test("readDisklabel: a label of 52 partitions is refused by name", async () => {
  const source = memorySource(wrapDisk(new Uint8Array(4096), { partitions: 52 }), "x.raw");
  await assert.rejects(readDisklabel(source, 64), /has 52 partitions; only labels of 16/);
});

Deno.test("readDisklabel: any changed bit breaks the checksum or the magic", async () => {
  const disk = wrapDisk(new Uint8Array(4096));
  for (let bit = 0; bit < 404 * 8; bit += 7) {
    const at = LABEL + (bit >> 3);
    disk[at] = (disk[at] ?? 0) ^ 1 << (bit & 7);
    await assert.rejects(readDisklabel(memorySource(disk), 64), { kind: "verification" });
    disk[at] = (disk[at] ?? 0) ^ 1 << (bit & 7);
  }
});

Deno.test("readDisklabel: a partition beyond the end of the image is refused", async () => {
  const disk = wrapDisk(new Uint8Array(4096)).subarray(0, 70 * 512);
  await assert.rejects(readDisklabel(memorySource(disk), 64), /partition a outside of the disk/);
});

Deno.test("readMbr: a sector with code where the table is has none", async () => {
  for (const flag of [0x01, 0x7f, 0x81, 0xeb]) {
    const disk = wrapDisk(new Uint8Array(4096));
    disk[446] = flag;
    assert.equal(await readMbr(memorySource(disk)), undefined, String(flag));
  }
});
