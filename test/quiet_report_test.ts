import assert from "node:assert/strict";
import { quietReport } from "./quiet_report.ts";

async function quiet(text: string): Promise<string[]> {
  async function* lines() {
    yield* text.split("\n");
  }
  return await Array.fromAsync(quietReport(lines()));
}

Deno.test("a log has one line for each file whose tests pass", async () => {
  assert.deepEqual(
    await quiet(`running 2 tests from ./spec/a_test.ts
one ... ok (47ms)
two ...
  step ... ok (1m2s)
two ... ok (1m2s)
running 1 test from ./spec/b_test.ts
name with ... dots ... ok (784µs)
running 0 tests from ./spec/c_test.ts

ok | 3 passed (1 step) | 0 failed (1m3s)
`),
    [
      "spec/a_test.ts: 2 ok (62 s)",
      "spec/b_test.ts: 1 ok (<1 s)",
      "",
      "ok | 3 passed (1 step) | 0 failed (1m3s)",
    ],
  );
});

Deno.test("a log has all that is told about what failed, was skipped or printed", async () => {
  const text = `running 3 tests from ./spec/a_test.ts
one ... ok (47ms)
------- post-test output -------
made by the test
----- post-test output end -----
two ... FAILED (1ms)
three ... ignored (0ms)
running 1 test from ./spec/b_test.ts
last ... ok (2s)

 ERRORS 

two => ./spec/a_test.ts:4:6
error: Error: no

 FAILURES 

two => ./spec/a_test.ts:4:6

FAILED | 2 passed | 1 failed | 1 ignored (2s)`;
  const lines = await quiet(text);
  assert.deepEqual(
    lines,
    text.split("\n").filter((line) => !/^(one|last|running 1) /.test(line))
      .toSpliced(6, 0, "spec/b_test.ts: 1 ok (2 s)"),
  );
});
