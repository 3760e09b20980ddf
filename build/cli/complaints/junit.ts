/**
 * Formats complaints as JUnit XML, which CI servers show as tests: one test for each description.
 * @module
 */
import { formatProblem } from "../../../gateway/document/problem.ts";
import type { Outcome } from "../../../gateway/load/load_together.ts";
import { plain, printable } from "../../../host/printable.ts";

/** The lines of the document. */
export function junitLines(outcomes: readonly Outcome[]): string[] {
  const failures = outcomes.filter(({ error }) => error).length;
  const counts = `tests="${outcomes.length}" failures="${failures}" errors="0"`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="gatewright check" ${counts}>`,
    `  <testsuite name="gatewright check" ${counts} skipped="0">`,
    ...outcomes.flatMap(testcase),
    "  </testsuite>",
    "</testsuites>",
  ];
}

function testcase({ file, error, problems }: Outcome): string[] {
  const head = `<testcase classname="gatewright check" name="${attribute(file)}" time="0"`;
  if (error) {
    const errors = problems.filter(({ severity }) => severity === "error");
    const message = errors.length === 0
      ? error.message
      : errors.length === 1
      ? errors[0]!.message
      : `${errors.length} errors`;
    return [
      `    ${head}>`,
      `      <failure message="${attribute(message)}" type="description">${
        content(error.format())
      }</failure>`,
      "    </testcase>",
    ];
  }
  if (problems.length === 0) return [`    ${head}/>`];
  const lines = problems.map(formatProblem).join("\n");
  return [`    ${head}>`, `      <system-out>${content(lines)}</system-out>`, "    </testcase>"];
}

/** Text escaped for XML 1.0, without the characters that it cannot contain. */
function content(text: string): string {
  return printable(text).toWellFormed().replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function attribute(text: string): string {
  return content(plain(text)).replaceAll('"', "&quot;").replaceAll("\t", " ");
}
