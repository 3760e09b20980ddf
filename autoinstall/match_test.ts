import assert from "node:assert/strict";
import fc from "fast-check";
import { answers, consume, parseResponse } from "./match.ts";

const DISK = "Use (W)hole disk MBR, whole disk (G)PT or (E)dit?";

Deno.test("a key matches whole words up to a blank or a question mark only", () => {
  assert(answers("Password for root", "Password for root account?"));
  assert(answers("Password for root account?", "Password for root account?"));
  assert(answers("Use (W)hole disk", DISK));
  assert(answers("timezone", "What timezone are you in? ('?' for list)"));
  assert(answers("start SSHD(8) by default", "Start sshd(8) by default?"));
  assert(!answers("Use (W)hole disk MBR", DISK));
  assert(!answers("Use (A)uto layout", "Use (A)uto layout, (E)dit auto layout, or create?"));
  assert(!answers("Start sshd", "Start sshd(8) by default?"));
  assert(!answers("timezone", "What sub-timezone of 'Europe' are you in? ('?' for list)"));
  assert(!answers("Pass*", "Password for root account?"));
  assert(!answers("", "Server directory?"));
  assert(!answers("anything", ""));
});

Deno.test("a later occurrence counts where an earlier one is no whole word", () => {
  assert(answers("disk", "Which disks or disk?"));
});

Deno.test("a value is all after the first =, and nothing is no value", () => {
  assert.deepEqual(parseResponse("# x = 1\nDNS nameservers =\n=y\nz\n  a \t= b=c # 'd' \n"), [
    { key: "a", value: "b=c # 'd'" },
  ]);
  assert.deepEqual(parseResponse("a = yes\r\n"), [{ key: "a", value: "yes\r" }]);
});

Deno.test("the first line that fits wins and is used once", () => {
  const lines = parseResponse("Location of sets = http\nLocation of sets = done\n");
  assert.equal(consume(lines, "Location of sets?")?.value, "http");
  assert.equal(consume(lines, "Location of sets?")?.value, "done");
  assert.equal(consume(lines, "Location of sets?"), undefined);
});

Deno.test("a short key takes the answer of a question asked earlier", () => {
  const lines = parseResponse("disk = sd0\nUse (W)hole disk = whole\n");
  assert.equal(consume(lines, DISK)?.value, "sd0");
});

Deno.test("whatever a response file holds, its lines answer the questions they name", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."ab =#?\t\n(,") }), (text) => {
    for (const { key, value } of parseResponse(text)) {
      assert(answers(key, `${key}?`) && answers(key, `Which ${key} then?`));
      assert.equal(value, value.replace(/^[ \t]+|[ \t]+$/g, ""));
      assert.notEqual(value, "");
    }
  }));
});

Deno.test("a key written with blanks around it is read back, and its value too", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9(][A-Za-z0-9().,'/ -]{0,20}[A-Za-z0-9)]$/);
  const blank = fc.stringMatching(/^[ \t]{0,3}$/);
  fc.assert(fc.property(word, word, blank, blank, (key, value, before, after) => {
    const [line] = parseResponse(`${before}${key}${after}=${before}${value}${after}`);
    assert.deepEqual(line, { key, value });
  }));
});
