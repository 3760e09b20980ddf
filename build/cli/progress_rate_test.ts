import assert from "node:assert/strict";
import { ProgressRate } from "./progress_rate.ts";

Deno.test("a step tells each tenth once, with what is left", () => {
  const rate = new ProgressRate();
  assert.equal(rate.line("write", 0, 1000), "write: 0 %");
  assert.equal(rate.line("write", 9.9, 1500), undefined);
  assert.equal(rate.line("write", 25, 3000), "write: 25 %, 6 s left");
  assert.equal(rate.line("write", 26, 3100), undefined);
  assert.equal(rate.line("write", 50, 1000 + 120_000), "write: 50 %, 2 min 0 s left");
  assert.equal(rate.line("write", 100, 1000 + 128_000), "write: 100 %");
  assert.equal(rate.line("verify", 5, 200_000), "verify: 5 %");
  // Rewritten in place, each is shown.
  assert.equal(rate.text("verify", 6, 201_000), "verify: 6 %, 16 s left");
});
