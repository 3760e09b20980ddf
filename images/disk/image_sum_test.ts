import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { sameSum, sumLike, sumPieces } from "./image_sum.ts";
import { openSource } from "./source.ts";
import { memorySource } from "./testing.ts";

const MIB = 1 << 20;

/** A disk of three pieces and a half, the second one all zeros. */
function disk(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(3.5 * MIB);
  bytes.fill(1, 0, MIB);
  bytes.fill(2, 2 * MIB);
  return bytes;
}

const pieces = async (bytes: Uint8Array) => (await sumPieces(memorySource(bytes))).sum;

Deno.test("a sum over pieces changes with every byte, its place, and the size", async () => {
  const before = await pieces(disk());
  assert.deepEqual(await pieces(disk()), before);
  for (const at of [0, MIB - 1, MIB, 2 * MIB - 1, 3.5 * MIB - 1]) {
    const bytes = disk();
    bytes[at]! ^= 0x80;
    assert(!sameSum(await pieces(bytes), before), `byte ${at}`);
  }
  const moved = new Uint8Array(3.5 * MIB);
  moved.set(disk().subarray(MIB), 0);
  moved.set(disk().subarray(0, MIB), 2.5 * MIB);
  assert(!sameSum(await pieces(moved), before));
  assert(!sameSum(await pieces(disk().subarray(0, 3 * MIB)), before));
  // Zeros behind the end are bytes too.
  const longer = new Uint8Array(4.5 * MIB);
  longer.set(disk());
  assert(!sameSum(await pieces(longer), before));
});

Deno.test("holes and written zeros are the same bytes", async () => {
  const folder = await Deno.makeTempDir({ prefix: "gw-sum-" });
  try {
    const path = `${folder}/sparse`;
    await Deno.writeFile(path, disk().subarray(0, MIB));
    await Deno.truncate(path, 200 * MIB);
    using source = await openSource(path);
    const full = new Uint8Array(200 * MIB);
    full.set(disk().subarray(0, MIB));
    assert.deepEqual((await sumPieces(source)).sum, await pieces(full));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("an image is summed up as it was before; sums of two kinds are never the same", async () => {
  const sha256 = createHash("sha256").update(disk()).digest("hex");
  const source = memorySource(disk());
  const whole = await sumLike({ sha256: "" }, source);
  const parts = await sumLike({ pieces: "" }, source);
  assert.deepEqual(whole.sum, { sha256 });
  assert.deepEqual(parts.digests, whole.digests);
  assert(!sameSum({ sha256 }, { pieces: sha256 }));
});
