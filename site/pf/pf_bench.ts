/**
 * Reading and expanding stay linear in the number of rules.
 * @module
 */
import { expand } from "./expand/expand.ts";
import { readPfConf } from "./read/read_pf_conf.ts";
import { RECORDED_MACHINE } from "./testing.ts";

function readAndExpand(count: number): () => void {
  const rule = (at: number) =>
    `pass in quick on $ext inet proto tcp from 10.${at >> 8}.${
      at & 255
    }.0/24 to (self) port { 22 443 } keep state (if-bound)\n`;
  const text = `ext = "vio0"\n${Array.from({ length: count }, (_, at) => rule(at)).join("")}`;
  return () => void expand(readPfConf(text).ruleSet, RECORDED_MACHINE);
}

/** Milliseconds of the fastest of five runs. */
function best(run: () => void): number {
  return Math.min(...Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }));
}

const [thousand, many] = [readAndExpand(1000), readAndExpand(10_000)];
thousand();
const ratio = best(many) / best(thousand);
console.log(`10,000 rules take ${ratio.toFixed(1)} times what 1,000 take`);
if (ratio > 20) throw new Error("reading and expanding rules is not linear");

Deno.bench("read and expand 1,000 rules", thousand);
Deno.bench("read and expand 10,000 rules", many);
