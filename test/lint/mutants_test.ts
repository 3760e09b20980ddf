import assert from "node:assert/strict";
import { MUTANTS } from "../mutants/all.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

Deno.test("every mutant of `deno task mutants` can still be made, and its tests are there", () => {
  assert(MUTANTS.length >= 60);
  for (const { file, from, to, tests } of MUTANTS) {
    const times = Deno.readTextFileSync(ROOT + file).split(from).length - 1;
    assert.equal(
      times,
      1,
      `${file} has ${JSON.stringify(from)} ${times} times: correct it in test/mutants/`,
    );
    assert.notEqual(from, to);
    for (const test of tests) assert(Deno.statSync(ROOT + test).isFile, test);
  }
});
