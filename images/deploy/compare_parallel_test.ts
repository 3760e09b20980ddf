import assert from "node:assert/strict";
import fc from "fast-check";
import { stretches } from "./compare_parallel.ts";

Deno.test("stretches cover all bytes once, in order", () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 2 ** 40 }),
    fc.integer({ min: 1, max: 16 }),
    (size, count) => {
      const parts = stretches(size, count);
      assert(parts.length <= count);
      let end = 0;
      for (const part of parts) {
        assert.equal(part.offset, end);
        assert(part.size > 0);
        end += part.size;
      }
      assert.equal(end, size);
    },
  ));
});
