import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { Search, SoughtTexts } from "./search_bytes.ts";

Deno.test("Search finds exactly the strings that a stream holds, however it is cut", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "\u00e9"), minLength: 4, maxLength: 9 });
  const stream = fc.string({ unit: fc.constantFrom("a", "b", "\u00e9"), maxLength: 120 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 14 }),
      stream,
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 }),
      (words, text, cuts) => {
        const search = new Search(new SoughtTexts(words.map((word) => [word, word])));
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

Deno.test("Search finds a string cut at any place into pieces of any size", () => {
  const secret = "0123456789abcdef";
  const text = `...${secret}...`;
  // Few strings are looked for in one way, many in another.
  for (const others of [0, 40]) {
    const more = Array.from({ length: others }, (_, at): [string, string] => {
      const other = `other-string-${at}`;
      return [other, other];
    });
    const sought = new SoughtTexts<string>([[secret, "secret"], ["short", "short"], ...more]);
    for (let size = 1; size <= text.length; size++) {
      const search = new Search(sought);
      for (let at = 0; at < text.length; at += size) {
        search.add(Buffer.from(text.slice(at, at + size)));
      }
      assert.deepEqual([...search.found], ["secret"], `pieces of ${size}, ${others} others`);
    }
    for (let cut = 1; cut < text.length; cut++) {
      const search = new Search(sought);
      search.add(Buffer.from(text.slice(0, cut)));
      search.add(Buffer.from(text.slice(cut)));
      assert.deepEqual([...search.found], ["secret"], `cut at ${cut}, ${others} others`);
    }
  }
});
