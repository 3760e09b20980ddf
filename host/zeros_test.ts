import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { isZero, zeros } from "./zeros.ts";

Deno.test("zeros: as many as are asked for, and no more than there are", () => {
  assert.equal(zeros(0).length, 0);
  assert.equal(zeros(4 << 20).length, 4 << 20);
  assert(zeros(1 << 20).every((byte) => byte === 0));
  assert.throws(() => zeros((4 << 20) + 1), RangeError);
});

Deno.test("zeros: one byte anywhere tells, also behind what is compared at once", () => {
  for (const length of [0, 1, 512, 4 << 20, (4 << 20) + 1]) {
    assert(isZero(new Uint8Array(length)), String(length));
    if (length === 0) continue;
    for (const at of [0, length - 1]) {
      const bytes = new Uint8Array(length);
      bytes[at] = 1;
      assert(!isZero(bytes), `byte ${at} of ${length}`);
    }
  }
  assert(isZero(zeros(1024)));
  assert(!isZero(Buffer.from("\0\0a")));
});
