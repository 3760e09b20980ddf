import assert from "node:assert/strict";
import { quietReport } from "./quiet_report.ts";

async function quiet(text: string): Promise<string[]> {
  async function* lines() {
    yield* text.split("\n");
  }
  return await Array.fromAsync(quietReport(lines()));
}

Deno.test("a log has one line for each file whose tests pass, and names slow tests", async () => {
  assert.deepEqual(
    await quiet(`./description/b_test.ts => name with => and (dots) ... ok (784µs)
./description/a_test.ts => one ... ok (47ms)
./description/a_test.ts => two ... a step ... ok (1m)
./description/a_test.ts => two ... ok (1m2s)

ok | 3 passed (1 step) | 0 failed (1m3s)
`),
    [
      "./description/a_test.ts => two ... ok (1m2s)",
      "description/a_test.ts: 2 ok, 62.0 s",
      "description/b_test.ts: 1 ok, 0.0 s",
      "",
      "ok | 3 passed (1 step) | 0 failed (1m3s)",
    ],
  );
});

Deno.test("a log has all that is told about what failed, was skipped or printed", async () => {
  const text = `------- post-test output -------
made by the test
./description/a_test.ts => one ... ----- post-test output end -----
./description/a_test.ts => two ... FAILED (1ms)
./description/a_test.ts => three ... ignored (0ms)

 ERRORS 

two => ./description/a_test.ts:4:6
error: Error: no

 FAILURES 

two => ./description/a_test.ts:4:6

FAILED | 2 passed | 1 failed | 1 ignored (2s)`;
  assert.deepEqual(await quiet(`./description/b_test.ts => last ... ok (2s)\n${text}`), [
    ...text.split("\n").slice(0, 5),
    "description/b_test.ts: 1 ok, 2.0 s",
    ...text.split("\n").slice(5),
  ]);
});
