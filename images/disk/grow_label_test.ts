import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { gptDisk, wrapDisk } from "../../test/disk_image.ts";
import { readDisklabel } from "./disklabel.ts";
import { readGpt } from "./gpt.ts";
import { planLabelGrowth } from "./grow_label.ts";
import { readMbr } from "./mbr.ts";
import { memorySource } from "./testing.ts";

const SECTOR = 512;

/** The disk at its new size, before and after the patches. */
async function grow(disk: Uint8Array, sectors: number) {
  const bytes = new Uint8Array(sectors * SECTOR);
  bytes.set(disk);
  const plan = await planLabelGrowth(memorySource(bytes, "target"));
  for (const patch of plan.patches) bytes.set(patch.bytes, patch.at);
  return { plan, source: memorySource(bytes, "target"), bytes };
}

Deno.test("planLabelGrowth: the last file system gets the space, swap moves to the end", async () => {
  const disk = wrapDisk(new Uint8Array(1 << 20), { swap: 4096 });
  const sizes = fc.integer({ min: 8400, max: 40_000 });
  await fc.assert(
    fc.asyncProperty(sizes, async (sectors) => {
      const { plan, source } = await grow(disk, sectors);
      const [mbr] = await readMbr(source) ?? [];
      assert.deepEqual(mbr, {
        index: 3,
        type: 0xa6,
        active: true,
        start: 64,
        size: sectors - 64,
      });
      const label = await readDisklabel(source, 64);
      assert.equal(label.total, sectors);
      assert.deepEqual(label.bounds, { start: 64, end: sectors });
      const swap = Math.floor((sectors - 4096) / 128) * 128;
      assert.deepEqual(label.partitions, [
        { letter: "a", type: "4.2BSD", start: 64, size: swap - 64 },
        { letter: "b", type: "swap", start: swap, size: 4096 },
      ]);
      assert.deepEqual(plan.moved, [{ letter: "b", from: 2112, to: swap }]);
      assert.equal(label.duid, "0001020304050607");
    }),
    { numRuns: 12 },
  );
});

Deno.test("planLabelGrowth: both GUID partition tables grow and stay whole", async () => {
  const { bytes, source, plan } = await grow(gptDisk(), 20_000);
  assert.deepEqual((await readGpt(source))[1]?.size, 20_000 - 33 - 1024);
  assert.equal(plan.after.size, 20_000 - 33 - 1024);
  const backup = bytes.slice((20_000 - 1) * SECTOR);
  const fields = new DataView(backup.buffer);
  assert.deepEqual(
    [24, 32, 40, 48, 72].map((at) => Number(fields.getBigUint64(at, true))),
    [19_999, 1, 34, 20_000 - 34, 20_000 - 33],
  );
  const sum = fields.getUint32(16, true);
  fields.setUint32(16, 0, true);
  assert.equal(crc32(backup.subarray(0, 92)), sum);
  const table = bytes.subarray((20_000 - 33) * SECTOR, (20_000 - 1) * SECTOR);
  assert.deepEqual(table, bytes.subarray(2 * SECTOR, 34 * SECTOR));
  // The old copy is gone.
  assert.ok(bytes.subarray(9299 * SECTOR, 9300 * SECTOR).every((byte) => byte === 0));
  assert.deepEqual((await readMbr(source))?.[0]?.size, 19_999);
});

Deno.test("planLabelGrowth: what cannot grow is refused", async () => {
  const disk = wrapDisk(new Uint8Array(1 << 20));
  await assert.rejects(grow(disk, disk.length / SECTOR), {
    why: "its disklabel says 2112 sectors, and there are 2112",
  });
  const raid = wrapDisk(new Uint8Array(1 << 20), { swap: 4096, swapType: 19 });
  await assert.rejects(grow(raid, 20_000), { why: "partition b, the last one, is RAID" });
  const other = wrapDisk(new Uint8Array(1 << 20));
  other.set([0, 0, 0, 0, 0x83, 0, 0, 0, 0x40, 8, 0, 0, 0, 8, 0, 0], 446);
  await assert.rejects(grow(other, 20_000), {
    why: "MBR partition 0 lies after the one of OpenBSD",
  });
});
