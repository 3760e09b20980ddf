/**
 * Processor time of checking large descriptions, next to that of a quarter of their size. Unlike the
 * steps that `test/attack/growth.ts` counts, it has the work of built-in functions.
 * @module
 */
import process from "node:process";
import { DescriptionError } from "../../gateway/document/problem.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import { parseGateway as checkGateway } from "../../site/load_gateway.ts";
import { LARGE } from "../attack/large_descriptions.ts";
import { LARGE_VALID } from "../attack/large_valid.ts";

/** Times as long as a quarter of the size; a square is 16. */
const LIMIT = 11;
/** Their number of pairs of networks is a product, in what the daemons get too. */
const PRODUCTS = ["networks of a tunnel"];

/** Processor time in milliseconds. */
function cpuTime(text: string, check: typeof parseGateway): number {
  const before = process.cpuUsage();
  try {
    check(text, "large.yaml");
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

let worst = { ratio: 0, name: "" };
for (const [kinds, check] of [[LARGE, parseGateway], [LARGE_VALID, checkGateway]] as const) {
  for (const [name, make] of kinds) {
    if (PRODUCTS.includes(name)) continue;
    const size = name.startsWith("vlans") ? 1000 : 800;
    const [small, large] = [make(size), make(4 * size)];
    const times = Array.from({ length: 3 }, () => [cpuTime(small, check), cpuTime(large, check)]);
    // The least of several has the least of collecting garbage. Under 10 ms it is mostly noise.
    const [least, most] = [0, 1].map((at) =>
      Math.max(10, Math.min(...times.map((taken) => taken[at]!)))
    );
    const ratio = most! / least!;
    console.log(`${name}: ${least!.toFixed(0)} ms, four times as large: ${most!.toFixed(0)} ms`);
    if (ratio > worst.ratio) worst = { ratio, name };
  }
}
console.log(`at most ${worst.ratio.toFixed(1)} times as long (${worst.name}; at most ${LIMIT})`);
if (worst.ratio > LIMIT) throw new Error("checking grows faster than the description");
