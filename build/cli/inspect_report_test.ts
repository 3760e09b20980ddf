import assert from "node:assert/strict";
import type { DiskComparison } from "../compare_disk.ts";
import { comparisonReport } from "./inspect_report.ts";

function comparison(problems: string[]): DiskComparison {
  return {
    differences: [],
    hygiene: [{ check: "secret-places", reason: "why", problems, notes: [] }],
  };
}

Deno.test("comparisonReport() says at once what failed, and is short however much is wrong", () => {
  const many = Array.from({ length: 132 }, (_, at) => `/file-${at} ${"x".repeat(500)}`);
  const lines = comparisonReport("d.raw", comparison(many), undefined);
  assert.equal(lines[0], "verdict: NOT ok: secret-places");
  assert.equal(lines.at(-1), "d.raw: NOT ok, 132 problems");
  assert.ok(lines.includes("    and 127 more (--json)"));
  assert.ok(lines.length <= 12 && lines.every((line) => line.length <= 210));
});

Deno.test("comparisonReport() of a good disk names every check, and is ok", () => {
  assert.deepEqual(comparisonReport("d.raw", comparison([]), "gw.yaml"), [
    "checks:",
    "  secret-places        ok",
    "compared with gw.yaml: no difference",
    "d.raw: ok",
  ]);
});
