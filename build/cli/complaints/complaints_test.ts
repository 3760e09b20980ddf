import assert from "node:assert/strict";
import fc from "fast-check";
import { DescriptionError, type Problem } from "../../../gateway/document/problem.ts";
import type { Outcome } from "../../../gateway/load/load_together.ts";
import { GatewrightError } from "../../../host/error.ts";
import { complaintsOf } from "./complaints.ts";
import { githubLines } from "./github.ts";
import { junitLines } from "./junit.ts";
import { sarifLog } from "./sarif.ts";
import { textLines } from "./text.ts";

const problem = (more: Partial<Problem> = {}): Problem => ({
  file: "gw.yaml",
  line: 3,
  column: 7,
  path: "tunnels[12].psk",
  severity: "warning",
  message: "there is none",
  ...more,
});

const refused = (file: string, ...problems: Problem[]): Outcome => ({
  file,
  problems,
  error: new DescriptionError(problems),
});

Deno.test("a complaint about a shared file is made once, others as often as they are", () => {
  const shared = problem({ file: "base.yaml" });
  const outcomes: Outcome[] = [
    { file: "a.yaml", problems: [shared, problem({ file: "a.yaml" })] },
    refused("b.yaml", shared, problem({ file: "b.yaml", severity: "error" })),
    { file: "c.yaml", problems: [], error: new GatewrightError("there is no such file") },
  ];
  assert.deepEqual(textLines(complaintsOf(outcomes)), [
    "base.yaml:3:7: warning: tunnels[12].psk: there is none",
    "a.yaml:3:7: warning: tunnels[12].psk: there is none",
    "b.yaml:3:7: error: tunnels[12].psk: there is none",
    "there is no such file",
  ]);
});

/** What the runner makes of a workflow command: actions/runner, ActionCommand. */
function read(line: string) {
  const [, name, properties, data] = /^::(\w+) ([^:]*)::(.*)$/s.exec(line)!;
  const decode = (text: string) =>
    text.replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%0A", "\n").replaceAll(
      "%0D",
      "\r",
    ).replaceAll("%25", "%");
  const fields = properties!.split(",").map((one) => one.split("=", 2) as [string, string]);
  return {
    name,
    data: decode(data!),
    properties: Object.fromEntries(fields.map(([key, value]) => [key, decode(value)])),
  };
}

Deno.test("GitHub's runner reads back whatever is in a complaint", () => {
  const text = fc.string({ unit: fc.constantFrom("%", ":", ",", "\n", "\r", "2", "5", "A", "é") });
  fc.assert(fc.property(text, text, (file, message) => {
    const [line] = githubLines([{ problem: problem({ file, message, suggestion: "psk" }) }]);
    assert(!/[\r\n]/.test(line!));
    const { name, data, properties } = read(line!);
    assert.deepEqual([name, properties.file, properties.line, properties.col], [
      "warning",
      file,
      "3",
      "7",
    ]);
    assert.equal(data, `tunnels[12].psk: ${message}; did you mean psk?`);
  }));
  const [note] = githubLines([{ problem: problem({ severity: "note" }) }]);
  assert.match(note!, /^::notice file=gw\.yaml,/);
});

Deno.test("SARIF: a result is known by its field, wherever in a list it stands, and its place", () => {
  const log = (one: Problem) =>
    // deno-lint-ignore no-explicit-any -- the log is read as other programs read it
    (sarifLog([{ problem: one }], { version: "1", exitCode: 3 }) as any).runs[0];
  const { results: [result], tool, invocations } = log(problem({ file: "my gateways/ä.yaml" }));
  assert.equal(result.ruleId, "tunnels[].psk");
  assert.deepEqual(tool.driver.rules.map(({ id }: { id: string }) => id), ["tunnels[].psk"]);
  assert.equal(invocations[0].exitCode, 3);
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  assert.equal(artifactLocation.uri, "my%20gateways/%C3%A4.yaml");
  assert.deepEqual(region, { startLine: 3, startColumn: 7 });
  const uri = (file: string) =>
    log(problem({ file })).results[0].locations[0].physicalLocation.artifactLocation.uri;
  assert.equal(uri("/etc/gw.yaml"), "file:///etc/gw.yaml");
  assert.equal(uri(`${Deno.cwd()}/gw.yaml`), "gw.yaml");
  assert.match(uri("../x.yaml"), /^file:\/\/\/.*\/x\.yaml$/);
});

Deno.test("JUnit: a refused description is a failure, a warning is no failure", () => {
  const lines = junitLines([
    { file: "a.yaml", problems: [] },
    { file: "b.yaml", problems: [problem()] },
    refused("c&d.yaml", problem({ severity: "error", message: 'found "<\x1b\uFFFE"' })),
  ]).join("\n");
  assert.match(lines, /<testsuite name="gatewright check" tests="3" failures="1" errors="0"/);
  assert.match(lines, /name="a\.yaml" time="0"\/>/);
  assert.match(lines, /<system-out>gw\.yaml:3:7: warning: /);
  assert.match(lines, /name="c&amp;d\.yaml"/);
  assert.match(lines, /message="found &quot;&lt;\\u001b\uFFFD&quot;"/);
});
