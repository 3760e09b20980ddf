import assert from "node:assert/strict";
import fc from "fast-check";
import { shellWord, shownWord } from "./shell_word.ts";

Deno.test("a shell reads back the word that was quoted for it", async () => {
  const words = fc.sample(
    fc.string({ unit: "grapheme" }).filter((one) => !/[\0\r]/.test(one)),
    200,
  );
  const { stdout } = await new Deno.Command("sh", {
    args: [
      "-c",
      `printf '%s\\0' ${words.flatMap((one) => [shellWord(one), shownWord(one)]).join(" ")}`,
    ],
  }).output();
  assert.deepEqual(
    new TextDecoder().decode(stdout).split("\0").slice(0, -1),
    words.flatMap((one) => [one, one]),
  );
});

Deno.test("a word that needs no quotes is shown without them", () => {
  assert.equal(shownWord("/dev/vg0/hq"), "/dev/vg0/hq");
  assert.equal(shownWord("a b"), "'a b'");
  assert.equal(shownWord(""), "''");
});
