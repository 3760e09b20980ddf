import assert from "node:assert/strict";
import { CHUNK, hashSource } from "../disk/chunks.ts";
import { memorySource } from "../disk/testing.ts";
import { checkedChunk } from "./checked_chunk.ts";

Deno.test("what changes after it was hashed is not written", async () => {
  const bytes = new Uint8Array(2 * CHUNK + 5);
  bytes[0] = 1;
  bytes[CHUNK + 7] = 2;
  const source = memorySource(bytes, "hq.raw");
  const { digests } = await hashSource(source);
  for (const index of [0, 1, 2]) await checkedChunk(source, index, digests);
  bytes[CHUNK + 7] = 3;
  await assert.rejects(checkedChunk(source, 1, digests), { kind: "verification" });
  assert.equal((await checkedChunk(source, 1))[7], 3, "nothing was hashed before");
  // What was zeros is written as zeros.
  bytes[2 * CHUNK] = 4;
  assert.deepEqual(await checkedChunk(source, 2, digests), new Uint8Array(5));
});
