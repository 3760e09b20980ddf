import assert from "node:assert/strict";
import { ProgressRate } from "./progress_rate.ts";

Deno.test("a rate tells each tenth once, with rate and what is left", () => {
  const rate = new ProgressRate();
  const GIB = 1 << 30;
  assert.equal(rate.line("write", 0, GIB, 1000), "write: 0 %");
  assert.equal(rate.line("write", 9.9, GIB, 1500), undefined);
  assert.equal(rate.line("write", 25, GIB, 3000), "write: 25 %, 128 MiB/s, 6 s left");
  assert.equal(rate.line("write", 26, GIB, 3100), undefined);
  assert.equal(rate.line("write", 50, GIB, 1000 + 120_000), "write: 50 %, 4 MiB/s, 2 min 0 s left");
  assert.equal(rate.line("write", 100, GIB, 1000 + 128_000), "write: 100 %, 8 MiB/s");
  assert.equal(rate.line("verify", 5, GIB, 200_000), "verify: 5 %");
  // Rewritten in place, each is shown.
  assert.equal(rate.text("verify", 6, GIB, 201_000), "verify: 6 %, 61 MiB/s, 16 s left");
});
