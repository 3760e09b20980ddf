import assert from "node:assert/strict";
import fc from "fast-check";
import { outlook, position, readTimes, writeTimes } from "./progress.ts";

const earlier = {
  render: 1,
  boot: 20,
  answers: 2,
  questions: 10,
  sets: 40,
  configure: 20,
  inspect: 7,
};

Deno.test("what is left is what earlier builds took from here on", () => {
  assert.deepEqual(outlook(earlier, "render", false), { phase: 1, left: 100 });
  assert.deepEqual(outlook(earlier, "configure", false), { phase: 20, left: 27 });
  assert.equal(outlook(undefined, "boot", false), undefined);
  assert.equal(outlook(earlier, "boot", true), undefined, "nobody knows how long verify takes");
  assert.deepEqual(outlook({ ...earlier, verify: 60 }, "inspect", true), { phase: 7, left: 67 });
});

Deno.test("percent grows, never reaches 100, and an overlong phase waits at its end", () => {
  const expected = outlook(earlier, "sets", false)!;
  assert.deepEqual(position(expected, 0, 33), { percent: 33, left: 67 });
  assert.deepEqual(position(expected, 20, 53), { percent: 53, left: 47 });
  assert.equal(position(expected, 500, 533).left, 27);
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), fc.nat(5000), (phase, after, at) => {
      const one = position({ phase, left: phase + after }, at, 10 + at);
      const next = position({ phase, left: phase + after }, at + 1, 11 + at);
      assert(one.percent <= next.percent && next.percent <= 99 && next.left >= after);
    }),
  );
});

Deno.test("times are kept, blended, and spoiled ones are no times", async () => {
  const dir = await Deno.makeTempDir();
  try {
    assert.equal(await readTimes(dir, "7.9-amd64-kvm"), undefined);
    await writeTimes(dir, "7.9-amd64-kvm", { boot: 10 });
    await writeTimes(dir, "7.9-amd64-kvm", { boot: 20, inspect: 4 });
    assert.deepEqual(await readTimes(dir, "7.9-amd64-kvm"), { boot: 15, inspect: 4 });
    assert.deepEqual([...Deno.readDirSync(`${dir}/times`)].map(({ name }) => name), [
      "7.9-amd64-kvm.json",
    ]);
    await Deno.writeTextFile(`${dir}/times/x.json`, "{");
    assert.equal(await readTimes(dir, "x"), undefined);
    await writeTimes("/dev/null/nowhere", "x", { boot: 1 });
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});
