/**
 * Descriptions that nobody meant, by the million:
 *
 *     deno run -A --no-check test/attack/fuzz_descriptions.ts [--count N] [--from N] [--seed N]
 *
 * Case N of a seed is always the same. What is found is printed with its number; the last line counts.
 * @module
 */
import process from "node:process";
import fc from "fast-check";
import { parse } from "yaml";
import { GOLDENS } from "../golden.ts";
import { descriptions, iked } from "../gateway_arbitrary.ts";
import { Dice } from "./dice.ts";
import { Finding, type Outcome, outcomeOf } from "./check_description.ts";
import { mutated } from "./mutate_description.ts";

/** Milliseconds of processor time that no description may take. */
const LIMIT = 2000;

/** How often one that took longer is tried: what only a loaded host makes slow is faster another time. */
const TRIES = 5;

/** So many descriptions are made from the schema at once. */
const BATCH = 2000;

/** What a run is to do. */
export interface FuzzOptions {
  /** Cases. */
  count: number;
  /** The first of them. Default: 0. */
  from?: number;
  /** Another seed gives other cases. Default: 1. */
  seed?: number;
  /** Told about each finding. */
  onFinding?: (number: number, what: string, text: string) => void;
  /** Told now and then how many are done. */
  onProgress?: (done: number) => void;
}

/** What a run found. */
export interface FuzzResult {
  /** How many ended how. */
  outcomes: Map<Outcome, number>;
  /** Errors that nobody caught, injections and forged lines. */
  findings: number;
  /** Descriptions that took longer than 2 s. */
  slow: number;
  /** Milliseconds of the slowest. */
  slowest: number;
}

const ROOT = new URL("../../", import.meta.url);

/** Real descriptions, as data. */
async function realOnes(): Promise<unknown[]> {
  const files = [...Object.values(GOLDENS), "examples/demo.yaml"];
  return await Promise.all(
    files.map(async (file) => parse(await Deno.readTextFile(new URL(file, ROOT)))),
  );
}

/** Cases one after the other: their numbers and texts. */
export async function* cases(
  { count, from = 0, seed = 1 }: FuzzOptions,
): AsyncGenerator<[number: number, text: string]> {
  const real = await realOnes();
  let made: unknown[] = [];
  let batch = -1;
  for (let number = from; number < from + count; number++) {
    const dice = new Dice(seed * 1_000_003 + number);
    if (dice.once(3)) {
      const wanted = Math.floor(number / BATCH);
      if (wanted !== batch) {
        batch = wanted;
        made = fc.sample(fc.oneof(descriptions, iked), { seed: seed * 7919 + batch, numRuns: 40 });
      }
      yield [number, mutated(dice, dice.one(made))];
    } else yield [number, mutated(dice, dice.one(real))];
  }
}

/** Milliseconds of this thread since `began`: neither other tests nor other programs count. */
function since(began: ReturnType<typeof process.threadCpuUsage>): number {
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}

/** What a description costs, however it ends. */
function costOf(text: string): number {
  const began = process.threadCpuUsage();
  try {
    outcomeOf(text);
  } catch { /* it was told already */ }
  return since(began);
}

/** Runs `options.count` cases. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const result: FuzzResult = { outcomes: new Map(), findings: 0, slow: 0, slowest: 0 };
  for await (const [number, text] of cases(options)) {
    const began = process.threadCpuUsage();
    try {
      const outcome = outcomeOf(text);
      result.outcomes.set(outcome, (result.outcomes.get(outcome) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof Finding)) throw error;
      result.findings++;
      options.onFinding?.(number, error.message, text);
    }
    let took = since(began);
    for (let tried = 1; took > LIMIT && tried < TRIES; tried++) {
      took = Math.min(took, costOf(text));
    }
    result.slowest = Math.max(result.slowest, took);
    if (took > LIMIT) {
      result.slow++;
      options.onFinding?.(number, `${Math.round(took)} ms`, text);
    }
    if (number % 10_000 === 9999) options.onProgress?.(number + 1 - (options.from ?? 0));
  }
  return result;
}

if (import.meta.main) {
  const flag = (name: string, initial: number) => {
    const at = Deno.args.indexOf(`--${name}`);
    return at < 0 ? initial : Number(Deno.args[at + 1]);
  };
  const began = performance.now();
  const result = await fuzz({
    count: flag("count", 10_000),
    from: flag("from", 0),
    seed: flag("seed", 1),
    onFinding: (number, what, text) => {
      console.log(`${number}: ${what.slice(0, 600)}`);
      if (Deno.args.includes("--texts")) console.log(text);
    },
    onProgress: (done) => console.log(`${done} done`),
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  const outcomes = [...result.outcomes].map(([outcome, count]) => `${count} ${outcome}`);
  console.log(
    `${outcomes.join(", ")}; ${result.findings} findings, ${result.slow} over 2 s, ` +
      `slowest ${Math.round(result.slowest)} ms; ${seconds} s`,
  );
  Deno.exit(result.findings + result.slow > 0 ? 1 : 0);
}
