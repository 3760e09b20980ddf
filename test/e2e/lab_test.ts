/**
 * Tunnels that come up and carry packets, in one guest of the laboratory.
 * @module
 */
import assert from "node:assert/strict";
import { passed } from "../../build/lab/case.ts";
import { runLab } from "../../build/lab/run_lab.ts";
import { PASSWORD, PSK, suiteCases } from "./lab_cases.ts";

Deno.test("tunnels come up in the laboratory", async (t) => {
  const cases = await suiteCases();
  assert(cases.length >= 20);
  const results = await runLab(cases.map(({ planned }) => planned.lab), { timeout: 900_000 });
  for (const [at, { title }] of cases.entries()) {
    const result = results[at]!;
    await t.step(title, () => {
      const steps = result.steps.map(({ name, outcome, text }) => `${outcome} ${name}: ${text}`);
      const logs = [...result.logs].map(([name, text]) => `--- ${name}\n${text}`);
      assert(passed(result), [...steps, ...logs].join("\n"));
      for (const secret of [PSK, PASSWORD]) assert(!JSON.stringify([steps, logs]).includes(secret));
    });
  }
});
