import assert from "node:assert/strict";
import { firstProblems, MOST_PROBLEMS } from "./first_problems.ts";
import type { Problem } from "./problem.ts";

const problem = (line: number, severity: Problem["severity"]): Problem => ({
  file: "gw.yaml",
  line,
  column: 1,
  path: "",
  severity,
  message: `of line ${line}`,
});

Deno.test("as many complaints as can be read are all there, in order", () => {
  const all = Array.from({ length: MOST_PROBLEMS }, (_, at) => problem(at + 1, "error"));
  assert.deepEqual(firstProblems(all.toReversed()), all);
});

Deno.test("of more the first are shown, the rest is counted", () => {
  const all = Array.from({ length: 2000 }, (_, at) => problem(at + 1, "error"));
  const shown = firstProblems(all);
  assert.equal(shown.length, MOST_PROBLEMS + 1);
  assert.deepEqual(shown.slice(0, -1), all.slice(0, MOST_PROBLEMS));
  const { line, severity, message } = shown.at(-1)!;
  assert.deepEqual([line, severity], [MOST_PROBLEMS + 1, "error"]);
  assert.match(message, /^and 1950 more, 1950 of them errors/);
});

Deno.test("no error is lost behind warnings", () => {
  const warnings = Array.from({ length: 100 }, (_, at) => problem(at + 1, "warning"));
  const shown = firstProblems([...warnings, problem(500, "error"), problem(501, "note")]);
  assert.equal(shown.length, MOST_PROBLEMS + 1);
  assert.deepEqual(shown[MOST_PROBLEMS - 1], problem(500, "error"));
  const { severity, message } = shown.at(-1)!;
  assert.equal(severity, "warning");
  assert.match(message, /^and 52 more/);
  assert.doesNotMatch(message, /errors/);
});

Deno.test("a complaint about one place that is made twice is reported once", () => {
  const one = problem(1, "error");
  assert.deepEqual(firstProblems([one, { ...one }, { ...one, column: 2 }]).length, 2);
  assert.deepEqual(firstProblems(new Array(99).fill(one)), [one]);
});
