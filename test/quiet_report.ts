/**
 * The report of `deno test` for logs: one line for each file, and everything about what failed.
 * @module
 */

const FILE = /^running (\d+) tests? from (?:\.\/)?(.*)$/;
const PASSED = / \.\.\. ok \(([^()]*)\)$/;
/** A test announces its steps by a line of its own. */
const STEPS = / \.\.\.$/;

/** Seconds of `1m2s`, `3s`, `47ms` or `784µs`. */
function seconds(text: string): number {
  const units: Record<string, number> = { h: 3600, m: 60, s: 1, ms: 1e-3, µs: 1e-6 };
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/([\d.]+)(h|ms|µs|m|s)/g)) {
    sum += Number(number) * units[unit!]!;
  }
  return sum;
}

/** Takes the lines of the reporter `pretty`, without colours, and gives those that a reader needs. */
export async function* quietReport(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let file = "";
  let header = "";
  let time = 0;
  /** Something of the present file was shown, so its name was too. */
  let shown = true;
  const end = () => shown ? [] : [`${file} ok (${time < 1 ? "<1" : time.toFixed(0)} s)`];
  let blank = false;
  for await (const line of lines) {
    const match = FILE.exec(line);
    if (match) {
      yield* end();
      [header, file, time, shown] = [line, `${match[2]}: ${match[1]}`, 0, match[1] === "0"];
    } else if (line === "") {
      blank = true;
    } else if (PASSED.test(line)) {
      if (!/^\s/.test(line)) time += seconds(PASSED.exec(line)![1]!);
    } else if (!STEPS.test(line)) {
      // What follows the last file is about all of them.
      const summary = /^ ?(ERRORS|FAILURES|ok \||FAILED \|)/.test(line);
      if (!shown) yield* summary ? end() : [header];
      shown = true;
      if (blank) yield "";
      blank = false;
      yield line;
    }
    if (line !== "") blank = false;
  }
  yield* end();
}
