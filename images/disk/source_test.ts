import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_READ, openSource, sliceSource } from "./source.ts";
import { memorySource } from "./testing.ts";

Deno.test("openSource: any range reads as the file has it", async () => {
  const path = await Deno.makeTempFile();
  try {
    const bytes = Uint8Array.from({ length: 300_001 }, (_, i) => i * 31 >> 3);
    await Deno.writeFile(path, bytes);
    using source = await openSource(path);
    assert.equal(source.size, bytes.length);
    const range = fc.tuple(fc.nat(bytes.length), fc.nat(140_000));
    await fc.assert(fc.asyncProperty(range, async ([offset, wanted]) => {
      const length = Math.min(wanted, bytes.length - offset);
      const read = await source.read(offset, length);
      assert.deepEqual(read, bytes.subarray(offset, offset + length));
    }));
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("sources refuse ranges outside of them and absurd lengths", async () => {
  const whole = memorySource(new Uint8Array(100), "x.raw");
  const part = sliceSource(whole, 10, 20);
  for (const source of [whole, part]) {
    for (
      const [offset, length] of [[-1, 1], [90, 11], [0, MAX_READ + 1], [NaN, 1], [0, 0.5], [
        Infinity,
        1,
      ]]
    ) {
      await assert.rejects(source.read(offset ?? 0, length ?? 0), { kind: "verification" });
    }
  }
  await assert.rejects(part.read(19, 2), /points beyond its own end/);
  assert.throws(() => sliceSource(whole, 90, 11), /beyond the end of the image/);
});

Deno.test("openSource: a missing file and a folder are refused", async () => {
  await assert.rejects(openSource("/nonexistent/image"), {
    kind: "failed",
    where: "/nonexistent/image",
  });
  await assert.rejects(openSource("/"), /cannot open the image|is a folder/);
});

Deno.test("holes of a sparse file are known, and nothing else is taken for one", async () => {
  const path = await Deno.makeTempFile();
  try {
    {
      using file = await Deno.open(path, { write: true });
      await file.truncate(256 << 20);
      for (const at of [0, 128 << 20]) {
        await file.seek(at, Deno.SeekMode.Start);
        await file.write(new Uint8Array(1 << 20).fill(7));
      }
    }
    using source = await openSource(path);
    const hole = (at: number, length: number) => source.isHole(at, length);
    assert.equal(await hole(4 << 20, 1 << 20), true);
    assert.equal(await hole(255 << 20, 1 << 20), true);
    assert.equal(await hole(0, 512), false);
    assert.equal(await hole(128 << 20, 512), false);
    assert.equal(await hole(127 << 20, 2 << 20), false, "a hole and what follows it");
    assert.equal(await hole(255 << 20, 2 << 20), false, "beyond the end");
    const slice = sliceSource(source, 128 << 20, 64 << 20);
    assert.equal(await slice.isHole(0, 512), false);
    assert.equal(await slice.isHole(32 << 20, 512), true);
    assert.equal(await memorySource(new Uint8Array(8)).isHole(0, 8), false);
  } finally {
    await Deno.remove(path);
  }
});
