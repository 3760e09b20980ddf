import assert from "node:assert/strict";
import { cycle, entries, importsOf } from "./imports.ts";

Deno.test("no file imports itself by a detour", async () => {
  for (const entry of entries()) {
    const imports = await importsOf(entry);
    assert.ok(imports.size > 0);
    const found = cycle(imports);
    assert.equal(found, undefined, `move what both need into a file of its own: ${found}`);
  }
});

Deno.test("a cycle is reported as the way around it", () => {
  const imports = new Map([["a", ["b", "c"]], ["b", []], ["c", ["d"]], ["d", ["c", "b"]]]);
  assert.deepEqual(cycle(imports), ["c", "d", "c"]);
  imports.set("d", ["b"]);
  assert.equal(cycle(imports), undefined);
});
