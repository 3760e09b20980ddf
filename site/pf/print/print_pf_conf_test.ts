import { deepStrictEqual as equal, match, throws } from "node:assert/strict";
import fc from "fast-check";
import { printPfConf } from "./print_pf_conf.ts";
import { quoted } from "./word.ts";
import { readPfConf } from "../read/read_pf_conf.ts";
import { anyName, anyRuleSet, recordings } from "../testing.ts";

Deno.test("what is printed is read without complaint, and printed as the same text", () => {
  fc.assert(
    fc.property(anyRuleSet, (ruleSet) => {
      const text = printPfConf(ruleSet);
      const { ruleSet: again, complaints } = readPfConf(text);
      equal(complaints, [], text);
      equal(printPfConf(again), text);
    }),
    { numRuns: 500, examples: [[{ statements: [{ kind: "comment", text: " " }] }]] },
  );
});

Deno.test("every recording that pfctl accepts is printed as text that is read again", () => {
  for (const { name, text, status } of recordings()) {
    if (status !== 0) continue;
    const once = printPfConf(readPfConf(text).ruleSet);
    const twice = readPfConf(once);
    equal(twice.complaints, [], name);
    equal(printPfConf(twice.ruleSet), once, name);
  }
});

Deno.test("quoted text is read as it was", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const { ruleSet } = readPfConf(`pass label ${quoted(name)} tag ${quoted(name)}\n`);
      const [rule] = ruleSet.statements;
      equal(rule?.kind === "rule" && [rule.label, rule.tag], [name, name]);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("what pf.conf cannot write is refused, not written otherwise", () => {
  for (const text of ["a\nb", "a\0", "a\\"]) throws(() => quoted(text), /cannot be written/);
});

Deno.test("a comment never reaches into the next line", () => {
  const text = printPfConf({
    statements: [
      { kind: "comment", text: "a\\\npass" },
      { kind: "rule", action: "block", comment: "why\\" },
      { kind: "rule", action: "block", origin: { field: ["firewall", "rules", 0] } },
    ],
  }, { comment: ({ origin }) => origin?.field?.join(".") });
  equal(text, "# a\\ pass\nblock all # why\nblock all # firewall.rules.0\n");
  match(printPfConf(readPfConf(text).ruleSet), /block all # firewall.rules.0\n$/);
});
