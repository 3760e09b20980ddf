import assert from "node:assert/strict";
import { canonical } from "./canonical.ts";
import { Secret } from "./secret.ts";

Deno.test("the same data has one text, other data another one", () => {
  const same = [
    { a: 1, b: [new Map([["x", new Set([1])]]), null] },
    { b: [new Map([["x", new Set([1])]]), null], a: 1, c: undefined },
  ];
  assert.equal(new Set(same.map(canonical)).size, 1);
  const different = [
    { a: 1 },
    { a: "1" },
    { a: 1n },
    { a: [1] },
    { a: new Set([1]) },
    { a: new Map([[1, 1]]) },
    { a: new Uint8Array([1]) },
    { a: null },
    { a: "undefined" },
    [{ a: 1 }],
    { "a:1,b": 1 },
    {},
    new Map(),
    new Map([["a", 1]]),
  ];
  assert.equal(new Set(different.map(canonical)).size, different.length);
});

Deno.test("what it cannot tell apart is refused", () => {
  for (const data of [{ a: new Secret("one") }, [new Date(0)], () => 1, Symbol("a")]) {
    assert.throws(() => canonical(data), TypeError);
  }
});
