import assert from "node:assert/strict";
import { type DeviceFacts, layersBelow, overlap, parseLinear } from "./storage_layers.ts";

const GIB = 2 ** 30;

/** A host: a disk 8:0 with the partition 8:1, which is the PV of some volumes; a loop device. */
const HOST = new Map<string, Partial<DeviceFacts>>([
  ["8:0", { size: 100 * GIB }],
  ["8:1", { size: 90 * GIB, maps: [{ at: 0, length: 90 * GIB, to: "8:0", offset: GIB }] }],
  // Two linear volumes, one of them in two parts.
  ["253:0", {
    size: 8 * GIB,
    maps: [
      { at: 0, length: 4 * GIB, to: "8:1", offset: 10 * GIB },
      { at: 4 * GIB, length: 4 * GIB, to: "8:1", offset: 30 * GIB },
    ],
  }],
  ["253:1", { size: 8 * GIB, maps: [{ at: 0, length: 8 * GIB, to: "8:1", offset: 20 * GIB }] }],
  // Two thin ones of a pool, whose data is a linear volume.
  ["253:4", { size: 50 * GIB, maps: [{ at: 0, length: 50 * GIB, to: "8:1", offset: 40 * GIB }] }],
  ["253:5", { size: 50 * GIB, uses: ["253:4"] }],
  ["253:6", { size: 8 * GIB, uses: ["253:5"] }],
  ["253:7", { size: 8 * GIB, uses: ["253:5"] }],
  // Images on the file system of 253:1, two loop devices over one of them: a part, and the rest.
  ["253:1:77", { uses: ["253:1"] }],
  ["253:1:78", { uses: ["253:1"] }],
  ["7:0", { size: GIB, maps: [{ at: 0, length: GIB, to: "253:1:77", offset: 0 }] }],
  ["7:1", { size: GIB, maps: [{ at: 0, length: GIB, to: "253:1:77", offset: GIB }] }],
  ["7:2", { size: 2 * GIB, maps: [{ at: 0, length: 2 * GIB, to: "253:1:77", offset: 0 }] }],
  ["259:0", { size: GIB / 2, maps: [{ at: 0, length: GIB / 2, to: "7:0", offset: 512 }] }],
]);

function layers(id: string) {
  const factsOf = (id: string) => {
    const known = HOST.get(id);
    return Promise.resolve(known && { size: Infinity, maps: [], uses: [], ...known });
  };
  return layersBelow({ id, from: 0, to: HOST.get(id)?.size ?? Infinity, exact: true }, factsOf);
}

const cases: [a: string, b: string, shared: boolean, why: string][] = [
  ["7:0", "7:0", true, "the same device"],
  ["253:1:77", "7:0", true, "an image and a loop device over it"],
  ["253:1:77", "259:0", true, "an image and a partition of a loop device over it"],
  ["7:0", "7:2", true, "two loop devices over one file"],
  ["7:0", "7:1", false, "two loop devices over two parts of a file"],
  ["253:1:78", "7:0", false, "another file of the same file system"],
  ["253:1:77", "253:1", true, "an image and the volume of its file system"],
  ["253:1:77", "253:0", false, "an image and another volume of the same group"],
  ["253:1:77", "8:0", true, "an image and the disk below everything"],
  ["253:0", "253:1", false, "two linear volumes"],
  ["253:0", "8:1", true, "a volume and its partition"],
  ["253:6", "253:7", false, "two thin volumes of a pool"],
  ["253:6", "253:4", true, "a thin volume and the data of its pool"],
  ["253:6", "253:0", false, "a thin volume and a linear one beside its pool"],
];
for (const [a, b, shared, why] of cases) {
  Deno.test(`overlap: ${why}`, async () => {
    assert.equal(overlap(await layers(a), await layers(b)), shared);
    assert.equal(overlap(await layers(b), await layers(a)), shared);
  });
}

Deno.test("parseLinear() reads the linear lines of dmsetup table, in bytes", () => {
  assert.deepEqual(parseLinear("0 8192 linear 253:2 2048\n8192 10 thin 253:5 1\n"), [
    { at: 0, length: 8192 * 512, to: "253:2", offset: 2048 * 512 },
  ]);
});
