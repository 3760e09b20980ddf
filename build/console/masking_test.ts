import assert from "node:assert/strict";
import { masking } from "./masking.ts";

Deno.test("nothing is left of a secret that begins with another one", () => {
  const mask = masking(["hunter2", "hunter2-of-the-branch", "abc"]);
  assert.equal(mask("psk hunter2-of-the-branch"), "psk ********");
  assert.equal(mask("psk hunter2 hunter2"), "psk ******** ********");
  assert.equal(mask("abc"), "abc", "what is so short occurs by chance");
});
