import assert from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../../host/error.ts";
import { freeSpace } from "../../images/disk/ffs_free.ts";
import { inodeOffset } from "../../images/disk/ffs_inode.ts";
import type { Source } from "../../images/disk/source.ts";
import { memorySource } from "../../images/disk/testing.ts";
import { inspectSource } from "../../images/inspect/inspect.ts";
import { makeDisk } from "../disk_image.ts";
import { haveMakefs } from "../makefs.ts";

/** A hostile disk may claim anything; this is how much of one file a test reads. */
const ENOUGH = 1 << 20;

/** Reads everything on the disk; returns how that ended. Damage must come as one kind of error. */
async function readAll(source: Source): Promise<GatewrightError | undefined> {
  try {
    using image = await inspectSource(source);
    let files = 0;
    for await (const file of image.tree.walk()) {
      if (++files > 1000) throw new Error("more files than the disk can hold");
      if (file.inode.kind === "symlink") await file.fs.readlink(file.inode);
      if (file.inode.kind !== "file") continue;
      let read = 0;
      for await (const chunk of image.tree.content(file)) {
        assert.ok(chunk.length <= 1 << 20);
        if ((read += chunk.length) > ENOUGH) break;
      }
    }
    await image.tree.find("/etc/link/../link/x", { follow: true });
    for await (const piece of freeSpace(image.fileSystems[0]!.fs)) assert.ok(piece.length > 0);
  } catch (error) {
    assert.ok(error instanceof GatewrightError, `${error instanceof Error ? error.stack : error}`);
    assert.equal(error.kind, "verification");
    assert.ok(error.where?.startsWith("fuzz.raw"), error.format());
    return error;
  }
}

const files: Record<string, [string, number]> = {
  "/etc/fstab": ["0001020304050607.a / ffs rw 1 1\n", 0o644],
  "/etc/a/b/c/d": ["deep", 0o644],
  "/small": ["x".repeat(700), 0o644],
  // 75 blocks: an indirect one is needed.
  "/large": ["0123456789".repeat(30_000), 0o644],
};
for (let i = 0; i < 40; i++) files[`/many/file-with-a-long-name-${i}`] = [String(i), 0o600];

for (const version of [1, 2] as const) {
  Deno.test({
    name: `FFS${version}: 5000 damaged disks end in an error or are read, nothing else`,
    ignore: !haveMakefs(),
    fn: async () => {
      const disk = await makeDisk(files, version);
      assert.equal(await readAll(memorySource(disk, "fuzz.raw")), undefined);
      let whole = 0;
      // Where structure is: tables, superblock, cylinder groups, inodes, directories.
      const busy: number[] = [];
      for (let at = 0; at < disk.length; at += 512) {
        const sector = disk.subarray(at, at + 512);
        if (
          sector.some((byte) => byte !== 0) &&
          !sector.subarray(0, 4).every((b) => b >= 48 && b < 58)
        ) {
          busy.push(at);
        }
      }
      const places = fc.oneof(
        fc.nat(disk.length - 9),
        fc.tuple(fc.constantFrom(...busy), fc.nat(503)).map(([sector, at]) => sector + at),
        // The fields of the superblock.
        fc.nat(343).map((i) => 64 * 512 + 8192 + 4 * i),
      );
      const bytes = fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
        fc.constantFrom(
          new Uint8Array(4).fill(255),
          new Uint8Array(8).fill(255),
          new Uint8Array(4),
          new Uint8Array([255, 255, 255, 127]),
          new Uint8Array([1, 0, 0, 0]),
        ),
      );
      const damage = fc.array(fc.record({ at: places, bytes }), { minLength: 1, maxLength: 4 });
      const length = fc.oneof(
        { weight: 20, arbitrary: fc.constant(disk.length) },
        { weight: 1, arbitrary: fc.nat(disk.length) },
      );
      await fc.assert(
        fc.asyncProperty(damage, length, async (changes, cut) => {
          const before = changes.map(({ at, bytes }) => ({
            at,
            old: disk.slice(at, at + bytes.length),
          }));
          for (const { at, bytes } of changes) disk.set(bytes, at);
          try {
            const source = memorySource(disk.subarray(0, cut), "fuzz.raw");
            if (await readAll(source) === undefined) whole++;
          } finally {
            for (const { at, old } of before.reverse()) disk.set(old, at);
          }
        }),
        { numRuns: 5000 },
      );
      // Else the damage would only ever be met at the door.
      assert.ok(whole > 500 && whole < 4500, `${whole} of 5000 read to the end`);
    },
  });
}

Deno.test({
  name: "files that claim the same blocks again and again do not keep a reader for ever",
  ignore: !haveMakefs(),
  fn: async () => {
    const disk = await makeDisk({ "/a/large": ["x".repeat(300_000), 0o644] });
    using image = await inspectSource(memorySource(disk, "fuzz.raw"));
    const { fs } = image.fileSystems[0]!;
    const data = new DataView(disk.buffer);
    const at = (number: number) => 64 * 512 + inodeOffset(fs.superblock, number);
    // Every free inode of the first group becomes one more such file of 8 GiB, all in one folder.
    const { inode: large } = await image.tree.stat("/a/large");
    const { inode: folder } = await image.tree.stat("/a");
    data.setBigUint64(at(large.number) + 16, 8n << 30n, true);
    const names = 64 * 512 + folder.pointers[0]! * fs.superblock.fragmentSize;
    for (let i = 0; i < 8; i++) {
      const number = large.number + 1 + i;
      disk.copyWithin(at(number), at(large.number), at(large.number) + 256);
      const entry = names + 24 + 16 * i;
      data.setUint32(entry, number, true);
      data.setUint16(entry + 4, i === 7 ? 512 - 24 - 16 * 7 : 16, true);
      data.setUint8(entry + 7, 2);
      disk.set(new TextEncoder().encode(`f${i}`), entry + 8);
    }
    await assert.rejects(
      async () => {
        for await (const _ of image.tree.walk()) { /* only counted */ }
      },
      /the files claim more than their file system can hold/,
    );
  },
});
