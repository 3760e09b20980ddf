import assert from "node:assert/strict";
import fc from "fast-check";
import { plain, printable } from "./printable.ts";

/** Text full of what terminals obey. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."\x1b\x07\r\n\t\b\x7f\x84\x9b\x9d\u202e\u2066\u200f\u2028\ufeff\u00ad"),
    fc.constantFrom("\u{e0041}", "\ufe0f", "é", "語", "\\", '"', "👩"),
    fc.string({ minLength: 1, maxLength: 1, unit: "binary" }),
  ),
});

Deno.test("what people see has no controls, no other direction and nothing invisible", () => {
  fc.assert(fc.property(hostile, (text) => {
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(printable(text), /[\0-\x08\v-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e]/);
    assert.doesNotMatch(printable(text), /[\u2060-\u206f\u061c\ufeff\u{e0000}-\u{e007f}]/u);
    assert.equal(printable(printable(text)), printable(text));
    assert.doesNotMatch(plain(text), /[\n\t]/);
  }));
});

Deno.test("JSON says the same after it was made printable", () => {
  fc.assert(fc.property(hostile, (text) => {
    for (const indent of [0, 2]) {
      const json = JSON.stringify({ [text]: [text] }, null, indent);
      assert.deepEqual(JSON.parse(printable(json)), JSON.parse(json));
    }
  }));
});

Deno.test("letters, accents, emoji, quotes and tables stay as they are", () => {
  const text = "Größe\t5 – 語 «é» ⚠️ 👩 \\x1b ┌─┐\n";
  assert.equal(printable(text), text);
  assert.equal(plain("a\nb"), "a\\u000ab");
});
