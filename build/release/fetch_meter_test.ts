import assert from "node:assert/strict";
import { FetchMeter } from "./fetch_meter.ts";

Deno.test("files are added up, and the rate is that of the last seconds", () => {
  const meter = new FetchMeter();
  const step = (
    file: string,
    received: number,
    total: number | undefined,
    state: "downloading" | "cached" | "verified",
    now: number,
  ) => meter.add({ file, received, total, state }, now);
  assert.deepEqual(step("bsd", 500, 500, "cached", 0), {
    done: 1,
    files: 1,
    received: 0,
    cached: 500,
    total: 500,
    rate: 0,
  });
  step("base", 0, 10_000, "downloading", 1);
  assert.equal(step("base", 1000, 10_000, "downloading", 2).rate, 500);
  for (let now = 3; now < 20; now++) {
    step("base", 1000 + 100 * (now - 2), 10_000, "downloading", now);
  }
  const last = step("base", 2800, 10_000, "downloading", 20);
  assert.equal(last.rate, 100);
  assert.equal(last.total, 10_500);
  assert.equal(step("man", 1, undefined, "downloading", 20).total, undefined);
  assert.equal(step("base", 10_000, 10_000, "verified", 21).done, 2);
});
