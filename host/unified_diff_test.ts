import assert from "node:assert/strict";
import fc from "fast-check";
import { unifiedDiff } from "./unified_diff.ts";

const names: [string, string] = ["a", "b"];

Deno.test("unifiedDiff: nothing for equal texts", () => {
  assert.equal(unifiedDiff("a\n", "a\n", names), "");
});

Deno.test("unifiedDiff: hunks with three lines around them", () => {
  const before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  assert.equal(
    unifiedDiff(before, before.replace("5\n", "five\n"), names),
    "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
  );
});

Deno.test("unifiedDiff: a text from nothing, and a line without its end", () => {
  assert.equal(unifiedDiff("", "x\n", names), "--- a\n+++ b\n@@ -0,0 +1,1 @@\n+x\n");
  assert.equal(
    unifiedDiff("x\n", "x", names),
    "--- a\n+++ b\n@@ -1,1 +1,1 @@\n-x\n+x\n\\ No newline at end of file\n",
  );
});

Deno.test("unifiedDiff: long texts are only said to differ", () => {
  assert.match(unifiedDiff("x\n".repeat(3000), "y\n", names), /too long to show/);
});

Deno.test("unifiedDiff: added and removed lines account for both texts", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 })
    .map((lines) => lines.map((line) => `${line}\n`).join(""));
  fc.assert(fc.property(text, text, (before, after) => {
    const lines = unifiedDiff(before, after, names).split("\n").slice(2);
    const count = (mark: string) => lines.filter((line) => line.startsWith(mark)).length;
    assert.equal(
      count("+") - count("-"),
      after.split("\n").length - before.split("\n").length,
    );
  }));
});
