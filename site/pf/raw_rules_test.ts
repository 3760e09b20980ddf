import { deepStrictEqual as equal, match } from "node:assert/strict";
import { expand } from "./expand/expand.ts";
import { printPfConf } from "./print/print_pf_conf.ts";
import { readRawRules } from "./raw_rules.ts";
import { RECORDED_MACHINE } from "./testing.ts";

const placed = (entries: string[]) => {
  const { statements, complaints } = readRawRules(entries);
  const { complaints: more } = expand({ statements }, RECORDED_MACHINE);
  return [...complaints, ...more].map(({ origin, place, reason }) => [
    origin?.field?.join("."),
    `${place?.line}:${place?.column}`,
    reason,
  ]);
};

Deno.test("a complaint about a raw rule names the entry, the line in it and the column", () => {
  equal(placed(["pass", "pass in\npass on vio0 porto tcp", "block"]), [[
    "firewall.rules.1",
    "2:14",
    'found "porto"; allowed: flags, keep state, tag or another option of a rule, or the end of the line',
  ]]);
});

Deno.test("what the machine makes of a raw rule is reported at the same place", () => {
  equal(placed(["pass", "# why\n  pass from vio9:network"]).map((one) => one.slice(0, 2)), [
    ["firewall.rules.1", "2:3"],
  ]);
});

Deno.test("anchors and macros reach over entries", () => {
  const entries = ['lan = "vio1"', "anchor x in on $lan {", "pass", "}"];
  equal(placed(entries), []);
  const { statements } = readRawRules(entries);
  equal(
    printPfConf({ statements }),
    'lan = "vio1"\nanchor "x" in on vio1 all {\n  pass all\n}\n',
  );
  const anchor = statements[1]!;
  equal(anchor.kind === "anchor" && anchor.body?.[0]?.origin, {
    field: ["firewall", "rules", 2],
    place: { line: 1, column: 1 },
  });
});

Deno.test("macros defined before the raw rules are known in them", () => {
  equal(readRawRules(["pass on $wan"], { macros: [["wan", "vio0"]] }).complaints, []);
  match(readRawRules(["pass on $wan"]).complaints[0]!.reason, /no macro wan/);
});

Deno.test("an anchor that no entry closes is reported where it opens", () => {
  equal(placed(["pass", "anchor x {", "pass"]).map((one) => one.slice(0, 2)), [
    ["firewall.rules.1", "1:10"],
  ]);
});
