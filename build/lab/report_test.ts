import assert from "node:assert/strict";
import type { StepResult } from "./case.ts";
import type { CaseProof, Proof } from "./prove.ts";
import { LIMITS, proofReport } from "./report.ts";

const step = (name: string, outcome: StepResult["outcome"], text = ""): StepResult => (
  { name, outcome, text }
);

function proof(...steps: StepResult[]): Proof {
  const passed = steps.every(({ outcome }) => outcome === "pass");
  const one: CaseProof = {
    name: "hq.branch10.as-described",
    purpose: "as described",
    notes: ["iked makes new keys after 20 s"],
    steps,
    logs: new Map(),
    ended: true,
    passed,
  };
  const tunnel = { file: "hq.yaml", tunnel: "branch10", ike: 2 as const, peer: "192.0.2.230" };
  return { tunnels: [{ ...tunnel, cases: [one] }], proved: passed, warnings: [] };
}

Deno.test("a report says what held, what stood for something else, and what it does not show", () => {
  const lines = proofReport(proof(
    step("router", "pass"),
    step("negotiated", "pass", "IKE AES, ESP AES"),
    step("packets-1", "pass", "10.0.0.10 and 10.0.10.10"),
  ));
  assert.deepEqual(lines, [
    "hq.yaml: tunnel branch10, IKEv2, peer 192.0.2.230: proved",
    "  as described: ok",
    "    ok     negotiated: IKE AES, ESP AES",
    "    ok     packets both ways: 10.0.0.10 and 10.0.10.10",
    "    note: iked makes new keys after 20 s",
    "",
    "What this does not show:",
    ...LIMITS.map((limit) => `  ${limit}`),
    "",
    "1 of 1 tunnel proved",
  ]);
});

Deno.test("the step that failed is shown, whatever it is, and not those after it", () => {
  const lines = proofReport(proof(
    step("router", "fail", "no such card"),
    step("negotiated", "skip", "after router failed"),
  ));
  assert.deepEqual(lines.slice(0, 3), [
    "hq.yaml: tunnel branch10, IKEv2, peer 192.0.2.230: FAILED",
    "  as described: failed",
    "    FAILED router: no such card",
  ]);
  assert(!lines.join().includes("negotiated"));
  assert.equal(lines.at(-1), "0 of 1 tunnel proved");
});
