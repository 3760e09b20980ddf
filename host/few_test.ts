import assert from "node:assert/strict";
import { clip, few } from "./few.ts";

Deno.test("few() shows the first lines, whole characters, and how many more there are", () => {
  assert.deepEqual(few(["a", "b", "c"], 2), ["a", "b", "c"]);
  assert.deepEqual(few(["a", "b", "c", "d"], 2, "--json"), ["a", "b", "and 2 more (--json)"]);
  assert.equal(clip("😀".repeat(10), 5), "😀😀...");
  assert.equal(clip("short"), "short");
});
