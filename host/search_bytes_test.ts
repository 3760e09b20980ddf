import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { Needles, Search } from "./search_bytes.ts";

Deno.test("Search finds exactly the strings that a stream holds, however it is cut", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "\u00e9"), minLength: 4, maxLength: 9 });
  const stream = fc.string({ unit: fc.constantFrom("a", "b", "\u00e9"), maxLength: 120 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 14 }),
      stream,
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 }),
      (words, text, cuts) => {
        const search = new Search(new Needles(words.map((word) => [word, word])));
        let rest: Uint8Array = Buffer.from(text);
        for (const cut of cuts) {
          search.add(rest.subarray(0, cut));
          rest = rest.subarray(cut);
        }
        search.add(rest);
        const whole = Buffer.from(text);
        const expected = words.filter((word) => whole.includes(Buffer.from(word)));
        assert.deepEqual([...search.found].sort(), expected.sort());
      },
    ),
  );
});
