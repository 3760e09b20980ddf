import { deepStrictEqual as equal, match } from "node:assert/strict";
import { expand } from "../expand/expand.ts";
import type { PfComplaint } from "../model/complaint.ts";
import { readPfConf } from "../read/read_pf_conf.ts";
import { RECORDED_MACHINE, recordings } from "../testing.ts";
import { pfctlForm } from "./pfctl_form.ts";

/** Why pfctl refuses a recording: the line, and our words for its own. */
const REFUSED = new Map<string, [line: number, reason: RegExp]>([
  ["12-nat-pool", [2, /^binat-to is for both directions$/]],
  ["17-icmp-wrong-family", [1, /^proto icmp6 and the family inet cannot be combined$/]],
  ["30-load-anchor-include", [2, /^there is no file \/etc\/x.conf to load anchor x from$/]],
  ["34-negated-list", [1, /^a list cannot be negated as a whole$/]],
  ["37-no-combination", [
    1,
    /^no address or interface of the rule can be combined with the others/,
  ]],
  ["38-unknown-service", [1, /^"wireguard" is not a port of services\(5\)$/]],
  ["39-syntax", [1, /^"passs" does not begin a statement/]],
  ["40-word-as-interface", [1, /^found "group"; allowed: an interface's name/]],
  ["44-rtable", [1, /^there is no routing table 2 when the file is loaded$/]],
  ["56-empty-list", [1, /^found an empty list/]],
  ["57-undefined-macro", [1, /^there is no macro nobody above this line$/]],
  ["58-table-file", [1, /^there is no file \/etc\/pf.x to fill table <x> from$/]],
  ["59-network-of-missing", [2, /^no interface, group or host vio9:network has an address/]],
]);

function readAndExpand(text: string) {
  const { ruleSet, complaints } = readPfConf(text);
  const { flat, complaints: more } = expand(ruleSet, RECORDED_MACHINE);
  return { ruleSet, flat, errors: [...complaints, ...more].filter(isError) };
}

const isError = (one: PfComplaint) => one.severity === "error";

/** pfctl's standard output, without what goes to standard error. */
const printed = (output: string) =>
  output.split("\n").filter((line) => !/^[\w.-]+\.conf:[0-9]+: /.test(line)).join("\n");

for (const { name, text, output, status } of recordings()) {
  Deno.test(`pfctl's own judgement and print of ${name}`, () => {
    const { ruleSet, flat, errors } = readAndExpand(text);
    if (status !== 0) {
      const [line, reason] = REFUSED.get(name)!;
      equal(errors.map((one) => one.place?.line), [line]);
      match(errors[0]!.reason, reason);
      return;
    }
    equal(errors, []);
    equal(pfctlForm(ruleSet, flat), printed(output));
  });
}
