import assert from "node:assert/strict";
import { DescriptionError } from "../../gateway/document/problem.ts";
import { parseGateway } from "../load_gateway.ts";
import { askTrace } from "../trace/ask.ts";
import { kernelOf } from "../trace/kernel.ts";

const text = (file: string, more = "") =>
  `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}, {name: vio1, address: 10.0.0.1/24}]
  gateway: 203.0.113.6
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
files: [{path: /etc/pf.conf, ${file}}]
${more}`;
const whole = (lines: string[], more = "") =>
  text(`content: ${JSON.stringify(lines.join("\n") + "\n")}`, more);

/** What is said of the file. */
function said(description: string): string[] {
  try {
    return parseGateway(description, "gw.yaml").warnings.filter(({ path }) => /files/.test(path))
      .map(({ severity, message }) => `${severity} ${message}`);
  } catch (error) {
    assert(error instanceof DescriptionError, String(error));
    return error.problems.map(({ severity, message }) => `${severity} ${message}`);
  }
}

const GOOD = [
  "set skip on lo",
  "block log",
  "pass out",
  "pass in on vio1 proto tcp from 10.0.0.0/24 to (self) port 22",
];

Deno.test("a whole pf.conf is checked as the rules of fields are", () => {
  assert.deepEqual(said(whole(GOOD)), []);
  assert.match(
    said(whole(["pass"])).join(),
    /^warning \/etc\/pf\.conf: a stranger gets to the gate/,
  );
  assert.match(said(whole(GOOD.slice(0, 3))).join(), /\/etc\/pf\.conf: nobody can reach ssh[^;]*$/);
  const tunnel =
    "tunnels: [{name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, psk: {env: P}}]\n";
  assert.match(said(whole(GOOD, tunnel)).join(), /tunnel a: the peer's packets do not get in/);
  const ike = "pass in proto { udp esp } from 198.51.100.7 to (self)";
  assert.doesNotMatch(said(whole([...GOOD, ike], tunnel)).join(), /do not get in/);
});

Deno.test("a whole pf.conf that pfctl would refuse is refused, with its line", () => {
  assert.match(
    said(whole([...GOOD, "pas in"])).join(),
    /^error line 5: "pas" does not begin a statement/,
  );
  assert.match(said(whole([...GOOD, "pass on $ext"])).join(), /^error line 5: .*no macro ext/);
});

Deno.test("a whole pf.conf that is a secret or beside the description is not known", () => {
  for (const file of ["secret: {env: X}", "source: pf.conf"]) {
    assert.match(said(text(file)).join(), /^warning what \/etc\/pf\.conf holds .*not known/);
    const { gateway } = parseGateway(text(file), "gw.yaml");
    const packet = "in on vio1 proto tcp from 10.0.0.5 to 10.0.0.1 port 22";
    assert.equal(askTrace(gateway, kernelOf(gateway), packet).trace.end.kind, "unknown");
  }
});

Deno.test("a trace goes through a whole pf.conf, not through rules that are not there", () => {
  const { gateway } = parseGateway(whole(GOOD), "gw.yaml");
  const end = (packet: string) => askTrace(gateway, kernelOf(gateway), packet).trace.end.kind;
  assert.equal(end("in on vio1 proto tcp from 10.0.0.5 to 10.0.0.1 port 22"), "delivered");
  assert.equal(end("in on vio0 proto icmp from 198.51.100.9 to 203.0.113.2"), "blocked");
});
