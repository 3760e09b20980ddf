/**
 * Rule sets that experts write, and what pf(4) makes of them: traps, and what cannot be known from the text.
 * @module
 */
import assert from "node:assert/strict";
import { parseAddress } from "../../../gateway/address.ts";
import { expand } from "../expand/expand.ts";
import { readPfConf } from "../read/read_pf_conf.ts";
import { RECORDED_MACHINE } from "../testing.ts";
import { PfEvaluator } from "./evaluate.ts";
import type { PfMachine } from "./machine.ts";
import type { Packet } from "./packet.ts";

const MACHINE: PfMachine = {
  ...RECORDED_MACHINE,
  interfaces: RECORDED_MACHINE.interfaces.map((one) =>
    one.name === "vio1" ? { ...one, groups: ["inner"] } : one
  ),
  file: () => undefined,
  interfaceTowards: ({ family, value }) =>
    family === 4 && value >> 8n === 0x0a0000n ? "vio1" : "vio0",
};
const PROTOCOLS = new Map([["tcp", 6], ["udp", 17], ["icmp", 1], ["icmp6", 58]]);

/** ssh from a stranger to the gateway; a LAN host to the web, as it comes in and as it leaves. */
const SSH = "in vio0 tcp 198.51.100.7 203.0.113.10#22";
const PING = "in vio0 icmp 198.51.100.7 203.0.113.10";
const WEB = "in vio1 tcp 10.0.0.5 198.51.100.7#80";
const OUT = "out vio0 tcp 10.0.0.5 198.51.100.7#80";

/** `pass`, `block`, or `unknown` with the reason. */
function said(text: string, words: string, more: Partial<Packet> = {}): string {
  const read = readPfConf(`${text}\n`);
  assert.deepEqual(read.complaints.filter((one) => one.severity === "error"), [], text);
  const { flat, complaints } = expand(read.ruleSet, MACHINE);
  assert.deepEqual(complaints.filter((one) => one.severity === "error"), [], text);
  const [direction, on, protocol, from, to = ""] = words.split(" ") as ["in" | "out", ...string[]];
  const [destination, port] = to.split("#");
  const { result, why } = new PfEvaluator(flat, MACHINE).decide({
    direction,
    on: on!,
    packet: {
      from: parseAddress(from!)!,
      to: parseAddress(destination!)!,
      protocol: PROTOCOLS.get(protocol!)!,
      ...(port === undefined ? {} : { fromPort: 50000, toPort: Number(port) }),
      ...more,
    },
    ...(direction === "out" && from === "10.0.0.5" ? { receivedOn: "vio1" } : {}),
  });
  return [result, ...why].join(": ");
}

/** Rules behind `block`, a packet, and whether it passes. */
const DECIDED: [rules: string, words: string, result: "pass" | "block", more?: Partial<Packet>][] =
  [
    ["pass in to (self:network)", "in vio0 tcp 198.51.100.7 10.0.0.77#22", "pass"],
    ["pass in to (self:network)", "in vio0 tcp 198.51.100.7 192.0.2.1#22", "block"],
    ["pass in from ! 198.51.100.0/24", SSH, "block"],
    // Each of a negated list is a rule of its own, and one of them always matches.
    ["pass in from { ! 198.51.100.0/24 ! 10.0.0.0/8 }", SSH, "pass"],
    ["table <t> { 198.51.100.0/24 !198.51.100.7 }\npass in from <t>", SSH, "block"],
    ["table <t> { 198.51.100.0/24 !198.51.100.7 }\npass in from ! <t>", SSH, "pass"],
    ["table <t> persist\npass in from <t>", SSH, "block"],
    ["pass in on inner", WEB, "pass"],
    ["pass in on ! inner", WEB, "block"],
    ["pass out on egress received-on inner", OUT, "pass"],
    ["pass out on egress received-on egress", OUT, "block"],
    ["pass out on egress received-on any", "out vio0 tcp 203.0.113.10 198.51.100.7#80", "block"],
    // What is forwarded has no socket here: its user is unknown, which is not root.
    ["pass out proto tcp user != root", OUT, "pass"],
    ["pass out proto tcp user unknown", OUT, "pass"],
    ["pass out proto tcp user root", OUT, "block"],
    ["pass out proto tcp user != unknown", OUT, "block"],
    ["pass out proto tcp user > 100", OUT, "block"],
    ["pass in inet proto icmp icmp-type { echoreq unreach code needfrag }", PING, "pass"],
    ["pass in inet proto icmp icmp-type unreach", PING, "block"],
    ["pass in proto tcp from port { 50000 } to port { 22 > 60000 }", SSH, "pass"],
    ["pass in proto tcp from port 49999 >< 50001 to port 22", SSH, "pass"],
    ['a = "pass in"\nb = "vio0"\n$a on $b', SSH, "pass"],
    ["pass in \\\n on vio0 \\\n proto tcp", SSH, "pass"],
    ["# a comment \\\npass in", SSH, "block"],
    [
      "anchor in on vio1 {\npass\n}\nanchor in on vio0 {\npass proto tcp to port 22\n}",
      SSH,
      "pass",
    ],
    ['anchor "x" quick {\npass proto tcp to port 22\n}\nblock', SSH, "pass"],
    ['anchor "x" quick {\npass proto tcp to port 80\n}\nblock', SSH, "block"],
    ["anchor {\nblock quick\n}\npass", SSH, "block"],
    ["match in tag X\nmatch in tag Y\npass in tagged X", SSH, "block"],
    ["block in tag X\npass in tagged X", SSH, "pass"],
    ["match in proto tcp to port 22 rdr-to 10.0.0.5\npass in to 10.0.0.5", SSH, "pass"],
    ["match in proto tcp to port 22 rdr-to 10.0.0.5\npass in to 203.0.113.10", SSH, "block"],
    ["match out from 10.0.0.0/24 nat-to (vio0:0)\npass out from (vio0)", OUT, "pass"],
    // Nothing that comes out of IPsec, and no link-local sender, fails urpf.
    ["pass\nblock in quick from urpf-failed", "in enc0 tcp 10.1.0.9 10.0.0.1#22", "pass"],
    ["pass\nblock in quick from urpf-failed", "in vio0 tcp 10.0.0.9 203.0.113.10#22", "block"],
    ["pass\nblock in quick from urpf-failed", "in vio1 icmp6 fe80::5 ff02::1", "pass"],
    ["pass\nblock in quick from no-route", "in vio1 icmp6 fe80::5 ff02::1", "pass"],
    ["pass in proto tcp to port 22", SSH, "block", { flags: "A" }],
    ["pass in proto tcp to port 22 no state", SSH, "pass", { flags: "A" }],
    ["pass in", SSH, "block", { options: true }],
    ["pass in allow-opts", SSH, "pass", { options: true }],
    [
      "queue r on vio0 bandwidth 9M\nqueue a parent r bandwidth 1M default\npass set queue a",
      SSH,
      "pass",
    ],
  ];

Deno.test("rules that experts write decide as pf(4) decides", () => {
  for (const [rules, words, result, more] of DECIDED) {
    assert.equal(said(`block\n${rules}`, words, more), result, rules);
  }
});

/** Rules behind `block`, and what is not known of ssh from a stranger. */
const NOT_KNOWN: [rules: string, why: RegExp][] = [
  ['table <t> persist file "/etc/x"\npass in from <t>', /<t> is filled at run time/],
  ["pass in from <never-defined>", /<never-defined> is filled at run time/],
  ["pass in proto tcp user root", /the user of the socket is not known/],
  ["pass in probability 50%", /probability/],
  ["pass in proto tcp to port 22 once", /removed after its first match/],
  ["pass in proto tcp to port 22 divert-to 127.0.0.1 port 8022", /divert-to hands it/],
  ["pass in proto tcp to port 22 divert-packet port 700", /divert-packet hands it/],
  ["pass in tos 0x10", /tos/],
  ["pass in prio 5", /prio/],
  ["pass in proto tcp from any os OpenBSD", /operating system/],
  ["pass in max-pkt-rate 100/10", /packet rate/],
  ["pass in from route mylabel", /mylabel/],
  ['include "/etc/pf.more"', /what \/etc\/pf\.more has is not known/],
  ['include "/etc/pf.more"\nblock', /what \/etc\/pf\.more has is not known/],
  ['anchor "ftp-proxy/*"', /ftp-proxy\/\* is filled at run time/],
  ['anchor "ftp-proxy/*"\nblock', /ftp-proxy\/\* is filled at run time/],
  ['anchor x\nload anchor x from "/etc/x.conf"', /x is filled at run time/],
];

Deno.test("what the text cannot tell is not known, and never passes", () => {
  for (const [rules, why] of NOT_KNOWN) {
    const answer = said(`block\n${rules}`, SSH);
    assert.match(answer, /^unknown: /, rules);
    assert.match(answer, why, rules);
  }
  // IPv6 to IPv4: where it goes is not followed.
  assert.match(
    said(
      "block\npass in inet6 af-to inet from (vio0)",
      "in vio0 tcp 2001:db8:1::5 64:ff9b::c633:6407#80",
    ),
    /^unknown: af-to/,
  );
});

Deno.test("a quick rule that decides before is known, whatever comes behind it", () => {
  for (const [rules] of NOT_KNOWN) {
    assert.equal(said(`block quick proto tcp\n${rules}`, SSH), "block", rules);
    assert.equal(said(`pass in quick proto tcp\n${rules}`, SSH), "pass", rules);
  }
});
