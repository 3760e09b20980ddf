import assert from "node:assert/strict";
import fc from "fast-check";
import { autoLayout } from "./auto_layout.ts";

/** Sizes by mount point. */
const sizes = (free: number) =>
  Object.fromEntries(autoLayout(free).map(({ mount, size }) => [mount, size]));

Deno.test("a disk is laid out as the installers of 7.7 and 7.9 were seen to do it", () => {
  // 3831.7 MiB: 869.8, 219.6, 2388.6, 353.8; 10 GiB: 1190.2, 256, 3072, 2048.
  assert.deepEqual(sizes(3831), { "/": 869, swap: 219, "/usr": 2388, "/home": 355 });
  assert.deepEqual(sizes(10239), { "/": 1190, swap: 256, "/usr": 3072, "/home": 2048 });
  assert.deepEqual(Object.keys(sizes(20480)).length, 10);
  assert.deepEqual(Object.keys(sizes(2000)), ["/", "swap"]);
});

Deno.test("what is laid out fits on the disk", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1 << 20 }), (free) => {
    const parts = autoLayout(free);
    assert(parts.length > 0);
    assert(parts.every(({ size }) => size > 0));
    assert(parts.reduce((sum, { size }) => sum + size, 0) <= free);
  }));
});
