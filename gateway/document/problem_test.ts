import assert from "node:assert/strict";
import { DescriptionError, type Problem } from "./problem.ts";

Deno.test("the message of a description that is refused has its errors first, the data its order", () => {
  const problem = (line: number, severity: Problem["severity"]): Problem => ({
    file: "gw.yaml",
    line,
    column: 1,
    path: "",
    severity,
    message: "m",
  });
  const problems = [
    problem(2, "warning"),
    problem(4, "error"),
    problem(3, "note"),
    problem(9, "error"),
  ];
  const error = new DescriptionError(problems);
  assert.deepEqual(error.format().split("\n"), [
    "gw.yaml:4:1: error: m",
    "gw.yaml:9:1: error: m",
    "gw.yaml:2:1: warning: m",
    "gw.yaml:3:1: note: m",
  ]);
  assert.deepEqual(error.problems, problems);
});
