/**
 * Counts the work of reading large descriptions, and of descriptions four times as large, and prints
 * it as JSON: `{"tunnels": [391520, 1466012], ...}`. The unit is a block of JavaScript that ran, as
 * V8 counts them for coverage. The numbers are the same in each run, however busy the host is; but
 * V8 counts exactly only without its optimizing compilers:
 *
 *     deno run -A --v8-flags=--no-opt,--no-maglev test/attack/growth.ts [SIZE]
 *
 * A built-in function is one step: `list.includes(x)` costs 1 of any list. `test/bench/growth_bench.ts`
 * measures time, which has them.
 * @module
 */
import { type Profiler, Session } from "node:inspector";
import { DescriptionError } from "../../gateway/document/problem.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import { parseGateway as checkGateway } from "../../site/load_gateway.ts";
import { LARGE } from "./large_descriptions.ts";
import { LARGE_VALID } from "./large_valid.ts";

const size = Number(Deno.args[0] ?? 100);
/** A misspelt name is compared with 500 others at most: before that, hints grow with the square. */
const LEAST: Readonly<Record<string, number>> = { interfaces: 500 };

const session = new Session();
session.connect();
const post = (method: string, params: object = {}) =>
  new Promise<unknown>((resolve, reject) =>
    session.post(method, params, (error, result) => error ? reject(error) : resolve(result))
  );

/** Reads and checks `text`; it may be refused. */
function read(text: string, check: typeof parseGateway): void {
  try {
    check(text, "large.yaml");
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
  }
}

/** Blocks that ran since the last call. */
async function steps(): Promise<number> {
  const taken = await post("Profiler.takePreciseCoverage");
  return (taken as Profiler.TakePreciseCoverageReturnType).result
    .flatMap((script) => script.functions.flatMap((one) => one.ranges))
    .reduce((sum, range) => sum + range.count, 0);
}

await post("Profiler.enable");
await post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
const counted: Record<string, [small: number, large: number]> = {};
for (const [kinds, check] of [[LARGE, parseGateway], [LARGE_VALID, checkGateway]] as const) {
  for (const [name, make] of kinds) {
    // What is made at first use belongs to no size.
    read(make(10), check);
    const least = Math.max(size, LEAST[name] ?? 0);
    const [small, large] = [make(least), make(4 * least)];
    await steps();
    read(small, check);
    const first = await steps();
    read(large, check);
    counted[name] = [first, await steps()];
  }
}
console.log(JSON.stringify(counted));
