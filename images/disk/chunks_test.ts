import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { memorySource } from "./testing.ts";
import { CHUNK, countOf, hashSource, placeOf } from "./chunks.ts";

Deno.test("hashSource() gives the hash of the whole, and none of pieces that are zero", async () => {
  const bytes = new Uint8Array(3 * CHUNK + 17);
  bytes[CHUNK + 5] = 1;
  bytes[bytes.length - 1] = 2;
  const { sha256, digests } = await hashSource(memorySource(bytes));
  assert.equal(sha256, createHash("sha256").update(bytes).digest("hex"));
  assert.deepEqual(digests.map((one) => one === null), [true, false, true, false]);
});

Deno.test("pieces follow one another up to the end", () => {
  for (const size of [0, 1, CHUNK, CHUNK + 1, 5 * CHUNK]) {
    let end = 0;
    for (let index = 0; index < countOf(size); index++) {
      const { at, length } = placeOf(index, size);
      assert.equal(at, end);
      assert.ok(length > 0 && length <= CHUNK);
      end += length;
    }
    assert.equal(end, size);
  }
});
