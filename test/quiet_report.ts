/**
 * The report of `deno test --parallel` for logs: slow tests as they end, everything about what
 * failed, and one line for each file.
 * @module
 */

const PASSED = /^\.\/(\S+) => (.*) \.\.\. ok \(([^()]*)\)$/;
const SUMMARY = /^(?: ERRORS ?| FAILURES ?|(?:ok|FAILED) \| .*)$/;
/** Seconds from which on a test is told by its name, so that a log shows where the time goes. */
const SLOW = 10;

/** Seconds of `1m2s`, `3s`, `47ms` or `784µs`. */
function seconds(text: string): number {
  const units: Record<string, number> = { h: 3600, m: 60, s: 1, ms: 1e-3, µs: 1e-6 };
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/([\d.]+)(h|ms|µs|m|s)/g)) {
    sum += Number(number) * units[unit!]!;
  }
  return sum;
}

/** Takes the lines of the reporter, without colours, and gives those that a reader needs. */
export async function* quietReport(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const files = new Map<string, { passed: number; time: number }>();
  const table = () =>
    [...files].toSorted(([a], [b]) => a < b ? -1 : 1)
      .map(([file, { passed, time }]) => `${file}: ${passed} ok, ${time.toFixed(1)} s`);
  let blank = false;
  for await (const line of lines) {
    const [, file = "", name = "", duration = ""] = PASSED.exec(line) ?? [];
    const time = seconds(duration);
    // A step is told with its test's name, dots and its own; the test counts, and has its time.
    if (file && name.includes(" ... ")) continue;
    if (file) {
      const sum = files.get(file) ?? { passed: 0, time: 0 };
      files.set(file, { passed: sum.passed + 1, time: sum.time + time });
    }
    if (line === "") {
      blank = true;
    } else if (!file || time >= SLOW) {
      if (SUMMARY.test(line)) {
        yield* table();
        files.clear();
      }
      if (blank) yield "";
      yield line;
    }
    if (line !== "") blank = false;
  }
  yield* table();
}
