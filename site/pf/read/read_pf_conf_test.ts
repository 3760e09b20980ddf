import { deepStrictEqual as equal, match, ok } from "node:assert/strict";
import fc from "fast-check";
import { KEYWORDS } from "../names/words.ts";
import { readPfConf } from "./read_pf_conf.ts";

const said = (text: string) =>
  readPfConf(text).complaints.map(({ place, reason, next, suggestion }) =>
    `${place!.line}:${place!.column} ${reason}${next ? ` -> ${next}` : ""}${
      suggestion ? ` (${suggestion}?)` : ""
    }`
  );

/** A text, where it is wrong, what is said and what to type. */
const WRONG: [text: string, at: string, says: RegExp][] = [
  ["pas in quick", "1:1", /"pas" does not begin a statement; .* \(pass\?\)$/],
  ["pass\nblokc", "2:1", /\(block\?\)$/],
  ["pass quick in", "1:12", /in is too late .* -> the order is: pass in log quick/],
  ["pass in proto tcp port 22", "1:19", /port without from or to .* -> write to port 22/],
  ["pass in proto tcp to port wireguard", "1:27", /not a port of services\(5\)/],
  ["pass in proto tcp to port htttp", "1:27", /\(http\?\)$/],
  ["pass proto tcpp", "1:12", /not a protocol of protocols\(5\) \(tcp\?\)$/],
  ["pass proto 0", "1:12", /protocol 0 cannot be filtered/],
  ["pass proto skip", "1:12", /found "skip"; .* -> a name .* in quotes: "skip"/],
  ["pass to port 70000", "1:14", /found 70000; allowed: a port, 0 to 65535/],
  ["pass to port 30:20", "1:14", /30 : 20 ends before it begins/],
  ["pass to port = 20:30", "1:14", /cannot be combined/],
  ["pass from 10.0.0.0/33", "1:11", /allowed: a prefix length, 0 to 32/],
  ["pass from 10.0.0.5-10.0.0.9", "1:11", /not an address -> a range has blanks/],
  ["pass from 10.0.0.9 - 2001:db8::1", "1:11", /not a range/],
  ["pass from 10.0.0.300", "1:11", /not an address/],
  ["pass from 10", "1:11", /found the number 10; .* -> a network is written 10.0.0.0\/8/],
  ["pass from ! any", "1:13", /! any matches nothing/],
  ["pass to urpf-failed", "1:9", /cannot come after to/],
  ["pass on (vio0)", "1:9", /without parentheses/],
  ["pass on averyveryverylongname", "1:9", /at most 15 characters/],
  ["pass from (vio0:net)", "1:12", /unknown modifier -> .*\(vio0:network\)/],
  ["pass from { 10.0.0.1,\n10.0.0.2 }", "1:21", /ends with a comma -> leave the comma out/],
  ["pass from { 10.0.0.1, }", "1:21", /comma before }/],
  ["pass keep", "1:10", /allowed: state/],
  ["pass keep state (if-bond)", "1:18", /\(if-bound\?\)$/],
  ["pass keep state (max 5, max 6)", "1:25", /max is given twice/],
  ["pass flags S/A", "1:6", /can never be true/],
  ["pass flags X/SA", "1:12", /letters of FSRPAUEW/],
  ["pass inet proto icmp icmp-type echorequ", "1:32", /not a type of icmp \(echoreq\?\)$/],
  ["pass label 5", "1:12", /in quotes: "5"/],
  ["pass nat-to 10.0.0.1 binat-to 10.0.0.2", "1:22", /cannot be combined/],
  ["pass in route-to 10.0.0.1 port 5", "1:27", /without a change of the port/],
  ["set skipp on lo", "1:5", /\(skip\?\)$/],
  ["set limit state 5", "1:11", /\(states\?\)$/],
  ["table <x> { <y> }", "1:11", /cannot have another table/],
  ["table <all> { }", "1:8", /in quotes: "all"/],
  ["table x", "1:7", /allowed: < before the name/],
  ["anchor", "1:7", /neither a name nor rules/],
  ['anchor "a/b" {\n}', "1:8", /cannot have a \//],
  ["anchor a/b", "1:9", /with a \/ in it must be in quotes -> anchor "a\/\.\.\."/],
  ['anchor "_x"', "1:8", /pfctl's own/],
  ["anchor x {\nset skip on lo\n}", "2:1", /cannot be used in an anchor's braces/],
  ["anchor x {\npass", "1:10", /is not closed/],
  ["pass\n}", "2:1", /no anchor is open/],
  ['pass label "x', "1:12", /quotes are not closed/],
  ["pass on $if", "1:9", /no macro if above/],
  ["nat on vio0 from any to any -> (vio0)", "1:1", /no statement in OpenBSD's .* -> match out on/],
  ["scrub in all", "1:1", /no statement in OpenBSD's .* -> match in all scrub/],
  ["pass in route-to (vio0 192.0.2.1)", "1:19", /written alone -> 192.0.2.1$/],
  [`pass from ${"{ ".repeat(5000)}`, "1:211", /more than 100 nested lists/],
  [`pass to port ${"9".repeat(5000)}`, "1:14", /too large/],
  [`pass ${"x".repeat(9000)}`, "1:6", /a word of more than/],
  [`a = "${"x".repeat(60000)}"`, "1:5", /a word of more than/],
  ["a b = c", "1:1", /does not begin a statement/],
  ["a = ", "1:5", /the value of the macro/],
  ["a = { 1 }", "1:5", /the value of the macro/],
  ["pass\r\nblock", "1:5", /carriage return.*-> write the lines with a newline alone/],
  ["pass in ä", "1:9", /found the character U\+00E4/],
  ["queue a", "1:7", /neither an interface nor a parent -> queue a on vio0/],
  ["# a\\\nblock", "1:1", /makes the next line part of the comment/],
];

for (const [text, at, says] of WRONG) {
  Deno.test(`${JSON.stringify(text)} is refused at ${at}`, () => {
    const complaints = said(text);
    equal(complaints.length, 1, complaints.join("\n"));
    equal(complaints[0]!.split(" ")[0], at);
    match(complaints[0]!, says);
  });
}

const RIGHT = [
  "pass in log quick on vio0 inet proto tcp from any to any port 22 flags S/SA keep state",
  "pass in quick log on vio0",
  "block return-icmp (host-unr, 4)",
  "pass proto { tcp, udp } to port { ssh, 0x50 domain:ntp }",
  "pass from { 10/8, ! 10.1/16 { any } }",
  "pass to port 22:22",
  "pass from 10.0.0.5 - 10.0.0.9",
  'pass from "10.0.0.0/8" to "group"',
  "pass on { ! vio0 rdomain 2 any }",
  "pass from {\n10.0.0.1 # one\n10.0.0.2\n}",
  "pass set prio 3 set tos lowdelay queue a",
  "pass probability 0.5 tag A B",
  "set limit { states 5, frags 6 }",
  "set skip",
  "set state-defaults pflow, no-sync",
  "set hostid 0x10",
  'table <x> persist { } file "/etc/a" counters',
  "a = 5\nb = $a\npass to port { $a $b }",
  'lan = "10.0.0.0"\npass from $lan/8 to ($if:network)'.replace("$if", "vio0"),
  "anchor in on vio0 {\n}",
  "pa\\\nss in",
  "pass # ssh\\x",
];

for (const text of RIGHT) {
  Deno.test(`${JSON.stringify(text)} is taken`, () => equal(said(text), []));
}

Deno.test("one statement that is wrong does not hide what is wrong behind it", () => {
  equal(
    said("pass from {\n10.0.0.1\nfoo!\n}\nblok\npass\nmatch on").map((one) => one.split(" ")[0]),
    [
      "3:5",
      "5:1",
      "7:9",
    ],
  );
});

Deno.test("files that include each other without an end are refused", () => {
  const { complaints } = readPfConf('include "a"\n', { file: () => 'include "a"\n' });
  match(complaints[0]!.reason, /in a cycle/);
  equal(complaints[0]!.place?.file, "a");
});

Deno.test("macros that double with each line, and files with each include, come to an end", () => {
  const doubled = Array.from({ length: 40 }, (_, at) => `a${at + 1} = $a${at} $a${at}\n`).join("");
  match(said(`a0 = "10.0.0.1"\n${doubled}`)[0]!, /more than 65536 characters -> a table/);
  const { complaints } = readPfConf('include "a"\n', { file: () => 'include "a"\ninclude "a"\n' });
  ok(complaints.length < 600, String(complaints.length));
});

Deno.test("an included file shares the macros, and its complaints name it", () => {
  const file = (name: string) => name === "/etc/m" ? 'lan = "vio1"\npas\n' : null;
  const { ruleSet, complaints } = readPfConf('include "/etc/m"\npass on $lan\ninclude "/x"\n', {
    file,
  });
  equal(complaints.map(({ place }) => place), [
    { file: "/etc/m", line: 2, column: 1 },
    { line: 3, column: 13 },
  ]);
  equal(ruleSet.statements[1]?.kind, "rule");
});

const words = fc.constantFrom(
  ...KEYWORDS,
  ..."{ } ( ) , < > ! != = / - <> $a $b \" ' \\ # \n 10.0.0.1 vio0 22 :network a = \t \r é".split(
    " ",
  ),
);
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 25,
  }).map((list) => list.join(" ")),
);

Deno.test("no text makes the reader throw, and every complaint has a place in the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const lines = text.split("\n");
      for (const { place, reason } of readPfConf(text).complaints) {
        ok(reason !== "" && !reason.includes("\n"), reason);
        const line = lines[place!.line - 1];
        ok(line !== undefined && place!.column >= 1 && place!.column <= line.length + 1, text);
      }
    }),
    { numRuns: 3000 },
  );
});

Deno.test("a macro's value is read as if it stood there", () => {
  const value = fc.constantFrom("vio0", "{ vio0 vio1 }", "! vio0", "vio", "10.0.0.0", "22", "");
  fc.assert(
    fc.property(value, fc.constantFrom("", ".0", "/8", ":network", " }"), (text, behind) => {
      const strip = ({ statements }: { statements: readonly { kind: string }[] }) =>
        statements.filter(({ kind }) => kind === "rule")
          .map((one) => ({ ...one, origin: undefined }));
      const whole = readPfConf(`pass from ${text}${behind}\n`);
      const macro = readPfConf(`m = "${text}"\npass from $m${behind}\n`);
      equal(strip(macro.ruleSet), strip(whole.ruleSet));
      equal(macro.complaints.length, whole.complaints.length);
    }),
  );
});
