import assert from "node:assert/strict";
import { GOOD, problems } from "../../test/broken_description.ts";
import { EXAMPLE_KEY, TEST_KEY } from "../../test/ssh_keys.ts";

Deno.test("the key of the examples is a warning where it stands, and another one is none", () => {
  assert(GOOD.includes(TEST_KEY));
  assert.deepEqual(problems(GOOD), []);
  const [warning, ...more] = problems(GOOD.replace(TEST_KEY, EXAMPLE_KEY));
  assert.match(warning!, /^warning this is the placeholder key of the examples.*your own/);
  assert.deepEqual(more, []);
});
