import assert from "node:assert/strict";
import fc from "fast-check";
import { BMAP_BLOCK } from "./bmap.ts";
import { mappedBlocks } from "./mapped_blocks.ts";

const B = BMAP_BLOCK;
const hole = (blocks: number) => ({ length: blocks * B, data: false });
const data = (blocks: number) => ({ length: blocks * B, data: true });

Deno.test("left out are whole blocks that are a hole and unused, and nothing else", () => {
  const extents = [data(10), hole(90), data(10), hole(90)];
  assert.deepEqual(mappedBlocks(extents, []), [{ first: 0, last: 199 }]);
  // Data in what is unused is written all the same, a hole in what is used too.
  assert.deepEqual(mappedBlocks(extents, [{ at: 0, length: 60 * B }]), [
    { first: 0, last: 9 },
    { first: 60, last: 199 },
  ]);
  // Blocks that are unused in part are written.
  assert.deepEqual(mappedBlocks(extents, [{ at: 20 * B + 1, length: 40 * B }]), [
    { first: 0, last: 20 },
    { first: 60, last: 199 },
  ]);
  // What is near becomes one.
  assert.deepEqual(mappedBlocks(extents, [{ at: 20 * B, length: 16 * B }]), [
    { first: 0, last: 199 },
  ]);
  assert.deepEqual(mappedBlocks(extents, [{ at: 20 * B, length: 17 * B }]), [
    { first: 0, last: 19 },
    { first: 37, last: 199 },
  ]);
});

Deno.test("the last block may be a part of one", () => {
  const extents = [data(1), hole(40), { length: 100, data: true }];
  const unused = [{ at: 0, length: 41 * B + 100 }];
  assert.deepEqual(mappedBlocks(extents, unused), [{ first: 0, last: 0 }, { first: 41, last: 41 }]);
});

Deno.test("no byte that is stored or used is left out, in whatever order the unused stretches come", () => {
  const stretch = fc.record({ at: fc.nat(100 * B), length: fc.integer({ min: 1, max: 60 * B }) });
  const extent = fc.record({ length: fc.integer({ min: 1, max: 50 * B }), data: fc.boolean() });
  fc.assert(fc.property(
    fc.array(extent, { minLength: 1, maxLength: 6 }),
    fc.array(stretch, { maxLength: 6 }),
    (extents, unused) => {
      const ranges = mappedBlocks(extents, unused);
      const mapped = new Set<number>();
      let before = -1;
      for (const { first, last } of ranges) {
        assert(first > before && last >= first);
        for (let block = first; block <= last; block++) mapped.add(block);
        before = last;
      }
      let at = 0;
      for (const { length, data } of extents) {
        for (let block = Math.floor(at / B); block * B < at + length; block++) {
          const from = Math.max(at, block * B);
          const to = Math.min(at + length, (block + 1) * B);
          // Both ends of the piece lie in something unused, or else it is used.
          const free = [from, to - 1].every((byte) =>
            unused.some((one) => byte >= one.at && byte < one.at + one.length)
          );
          assert(mapped.has(block) || !data && free, `block ${block}`);
        }
        at += length;
      }
      assert(before < Math.ceil(at / B));
    },
  ));
});
