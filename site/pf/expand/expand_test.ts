import { deepStrictEqual as equal, match } from "node:assert/strict";
import fc from "fast-check";
import type { Environment } from "../model/environment.ts";
import { pfctlForm } from "../print/pfctl_form.ts";
import { readPfConf } from "../read/read_pf_conf.ts";
import { anyRuleSet, RECORDED_MACHINE } from "../testing.ts";
import { expand } from "./expand.ts";

function expandText(text: string, environment: Environment = RECORDED_MACHINE) {
  const { ruleSet, complaints } = readPfConf(text);
  const expanded = expand(ruleSet, environment);
  return {
    ...expanded,
    text: pfctlForm(ruleSet, expanded.flat),
    said: [...complaints, ...expanded.complaints].map((one) =>
      `${one.severity} ${one.place?.line}: ${one.reason}${one.next ? ` -> ${one.next}` : ""}`
    ),
  };
}

Deno.test("binat-to makes a rule for each direction", () => {
  const { text, said } = expandText(
    "match on vio0 from 10.9.0.0/24 to any binat-to 192.0.2.0/24\n",
  );
  equal(said, []);
  equal(
    text,
    "match out on vio0 inet from 10.9.0.0/24 to any nat-to 192.0.2.0/24 static-port\n" +
      "match in on vio0 inet from any to 192.0.2.0/24 rdr-to 10.9.0.0/24\n",
  );
});

Deno.test("an antispoof that is no rule at all is reported, and the form that is one", () => {
  equal(expandText("antispoof for vio9\n").said, [
    "warning 1: antispoof for vio9 makes no rule: the interface has no address when the file " +
    "is loaded -> antispoof for (vio9)",
  ]);
  equal(expandText("antispoof for (vio9)\n").said, []);
});

Deno.test("a bare interface without an address at load time is refused, with the form to type", () => {
  for (const bare of ["vio9:network", "enc0", "pppx"]) {
    const { said } = expandText(`pass in from ${bare}\n`);
    equal(said.length, 1);
    match(said[0]!, new RegExp(`error 1: .*${bare} has (no|an) address when .* -> \\(${bare}\\)`));
    equal(expandText(`pass in from (${bare})\n`).said, []);
  }
});

Deno.test("a table takes no interface that has no address, and has no form for it", () => {
  const { said } = expandText("table <t> { enc0 }\n");
  match(said[0]!, /enc0 has no address .* -> numeric addresses/);
});

Deno.test("block-policy, state-policy and state-defaults hold for the rules behind them", () => {
  const { text } = expandText(`
block
pass
set block-policy return
set state-policy if-bound
set state-defaults no-sync
block
pass
pass keep state (floating)
`);
  equal(
    text.split("\n").filter((line) => /^(block|pass)/.test(line)),
    [
      "block drop all",
      "pass all flags S/SA",
      "block return all",
      "pass all flags S/SA keep state (no-sync, if-bound)",
      "pass all flags S/SA",
    ],
  );
});

Deno.test("link-local addresses bind a rule to their interface", () => {
  const machine: Environment = {
    interfaces: [
      { name: "vio0", groups: [], addresses: [{ address: "fe80::5", length: 64 }] },
      { name: "vio1", groups: [], addresses: [{ address: "fe80::6", length: 64 }] },
    ],
  };
  equal(
    expandText("pass from vio0\n", machine).text,
    "pass on vio0 inet6 from fe80::5 to any flags S/SA\n",
  );
  match(expandText("pass on vio1 from vio0\n", machine).said[0]!, /so it makes no rule/);
});

Deno.test("rules of a file that is loaded stand in their anchor; the rest is not known", () => {
  const machine: Environment = {
    ...RECORDED_MACHINE,
    file: (name) => name === "/etc/x" ? "pass in label r$nr\npass proto\n" : undefined,
  };
  const { flat, text, said } = expandText(
    'anchor "x"\nload anchor x from "/etc/x"\nanchor "relayd/*"\ntable <t> file "/etc/t"\n',
    machine,
  );
  match(text, /anchor "x" all \{\n {2}pass in all flags S\/SA label "r0"\n\}/);
  equal(said.length, 1);
  match(said[0]!, /^error 2: found the end of the line/);
  equal(flat.notKnown, [
    "the addresses in /etc/t, from which table <t> is filled",
    "the rules of anchor relayd/*, which is filled at run time",
  ]);
  equal(flat.tables.get("t")?.open, true);
});

Deno.test("tables have their addresses; those that rules fill are open", () => {
  const { flat } = expandText(`
table <a> const { 10.0.0.0/8 !10.0.0.1 }
table <b> persist
pass from <a> to <c>
pass proto tcp keep state (max-src-conn 5, overload <b> flush)
`);
  equal(
    [...flat.tables.values()].map(({ name, kind, open, entries }) => [
      name,
      kind,
      open,
      entries.length,
    ]),
    [
      ["a", "defined", false, 2],
      ["b", "defined", true, 0],
      ["c", "undefined", true, 0],
    ],
  );
});

/** What pfctl refuses in one rule, and its twin that it takes. */
const TWINS: [refused: string, reason: RegExp, taken: string][] = [
  ["pass proto udp flags S/SA", /flags are for tcp only/, "pass proto { tcp udp } flags S/SA"],
  ["pass from any port 22", /ports are for tcp and udp only/, "pass proto tcp from any port 22"],
  ["pass proto icmp icmp-type echoreq", /need a family/, "pass inet proto icmp icmp-type echoreq"],
  ["pass inet icmp-type echoreq", /icmp-type needs proto icmp/, "pass inet proto icmp icmp-type 8"],
  ["block keep state", /only pass rules keep state/, "pass keep state"],
  ["block allow-opts", /allow-opts is for pass/, "pass allow-opts"],
  ["block return-rst proto udp", /return-rst is for tcp only/, "block return-rst proto tcp"],
  ["pass route-to 10.0.0.9", /route-to needs a direction/, "pass in route-to 10.0.0.9"],
  ["match in route-to 10.0.0.9", /match rules cannot route/, "pass in route-to 10.0.0.9"],
  ["pass in route-to (vio0)", /not an address to route to/, "pass in route-to (vio0:peer)"],
  ["pass nat-to 10.0.0.9", /need a direction/, "pass out nat-to 10.0.0.9"],
  ["block out nat-to 10.0.0.9", /need state/, "match out nat-to 10.0.0.9"],
  [
    "match out nat-to (vio0) bitmask",
    /bitmask takes no interface/,
    "match out nat-to (vio0:0) bitmask",
  ],
  [
    "match out nat-to { 10.0.0.1 10.0.0.2 } bitmask",
    /one network/,
    "match out nat-to 10.0.0.0/30 bitmask",
  ],
  [
    "match in rdr-to 10.0.0.9 static-port",
    /is for nat-to/,
    "match out nat-to 10.0.0.9 static-port",
  ],
  ["match in inet6 rdr-to 10.0.0.9", /family, inet6/, "match in inet rdr-to 10.0.0.9"],
  [
    "pass in af-to inet6 from 10.0.0.1",
    /not of inet6/,
    "pass in inet af-to inet6 from 2001:db8::1",
  ],
  ["pass out divert-to 127.0.0.1 port 5", /incoming/, "pass in divert-to 127.0.0.1 port 5"],
  ["match inet6 scrub (no-df)", /no-df and random-id are for inet/, "match scrub (no-df)"],
  ["pass proto tcp to port 5 fragment", /fragments have no ports/, "pass proto tcp fragment"],
  ["match once", /once is for pass and block/, "pass once"],
  [
    "pass proto tcp keep state (overload <x>)",
    /overload without a limit/,
    "pass proto tcp keep state (max-src-conn 5, overload <x>)",
  ],
  [
    "pass proto tcp modulate state (sloppy)",
    /cannot be combined/,
    "pass proto tcp keep state (sloppy)",
  ],
  ["pass user root", /user is for tcp and udp only/, "pass proto tcp user root"],
  ["pass set queue a", /no queue a with a parent/, "pass set prio 5"],
  [
    "pass from { 10.0.0.1 } to { 2001:db8::1 }",
    /makes no rule/,
    "pass from { 10.0.0.1 2001:db8::2 } to 2001:db8::1",
  ],
];

Deno.test("what pfctl refuses in a rule is refused, and its nearest good form is not", () => {
  for (const [refused, reason, taken] of TWINS) {
    const { said, flat } = expandText(`${refused}\n`);
    match(said.join("\n"), reason, refused);
    match(said.join("\n"), /^error/m, refused);
    equal(flat.rules, [], refused);
    equal(expandText(`${taken}\n`).said, [], taken);
  }
});

Deno.test("a rule that becomes millions of rules is refused, a table in its place is not", () => {
  const list = Array.from({ length: 1000 }, (_, at) => `10.0.${at >> 8}.${at & 255}`).join(" ");
  match(
    expandText(`pass from { ${list} } to { ${list} }\n`).said[0]!,
    /becomes 1000000 rules, one for each combination -> a table/,
  );
  equal(expandText(`table <a> const { ${list} }\npass from <a> to <a>\n`).said, []);
});

Deno.test("no rule set makes expansion throw", () => {
  fc.assert(
    fc.property(anyRuleSet, (ruleSet) => {
      const { flat } = expand(ruleSet, RECORDED_MACHINE);
      pfctlForm(ruleSet, flat);
    }),
    { numRuns: 300 },
  );
});
