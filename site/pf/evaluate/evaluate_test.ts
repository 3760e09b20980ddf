import assert from "node:assert/strict";
import { parseAddress } from "../../../gateway/address.ts";
import { expand } from "../expand/expand.ts";
import { readPfConf } from "../read/read_pf_conf.ts";
import { type Decision, PfEvaluator } from "./evaluate.ts";
import type { PfMachine } from "./machine.ts";
import type { Packet, Passage } from "./packet.ts";
import { answerTo, type State } from "./state.ts";

/** vio0 outside, vio1 a LAN, vio2 with carp1 on it; the routes follow the networks. */
const MACHINE: PfMachine = {
  interfaces: [
    {
      name: "lo0",
      groups: ["lo"],
      loopback: true,
      addresses: [{ address: "127.0.0.1", length: 8 }, { address: "::1", length: 128 }],
    },
    {
      name: "vio0",
      groups: ["egress"],
      addresses: [{ address: "203.0.113.10", length: 28 }, { address: "2001:db8::10", length: 64 }],
    },
    { name: "vio1", groups: [], addresses: [{ address: "10.0.0.1", length: 24 }] },
    { name: "enc0", groups: ["enc"], addresses: [] },
  ],
  interfaceTowards: ({ family, value }) =>
    family === 4 && value >> 8n === 0x0a0000n ? "vio1" : "vio0",
};

function evaluator(text: string, machine = MACHINE): PfEvaluator {
  const read = readPfConf(text);
  assert.deepEqual(read.complaints, [], text);
  const { flat, complaints } = expand(read.ruleSet, machine);
  assert.deepEqual(complaints.filter((one) => one.severity === "error"), [], text);
  return new PfEvaluator(flat, machine);
}

/** `in vio0 tcp 198.51.100.7 203.0.113.10:22`. */
function passage(words: string, more: Partial<Packet> = {}): Passage {
  const [direction, on, protocol, from, to] = words.split(" ") as ["in" | "out", ...string[]];
  const [source, sourcePort = "50000"] = from!.split("#");
  const [destination, port] = to!.split("#");
  const number = new Map([["tcp", 6], ["udp", 17], ["icmp", 1], ["icmp6", 58], ["esp", 50]]);
  const packet: Packet = {
    from: parseAddress(source!)!,
    to: parseAddress(destination!)!,
    protocol: number.get(protocol!)!,
    ...(port === undefined ? {} : { fromPort: Number(sourcePort), toPort: Number(port) }),
    ...more,
  };
  return { packet, direction, on: on! };
}

const decide = (text: string, words: string, more: Partial<Packet> = {}): Decision =>
  evaluator(text).decide(passage(words, more));

const result = (text: string, words: string, more: Partial<Packet> = {}) =>
  decide(text, words, more).result;

const SSH = "in vio0 tcp 198.51.100.7 203.0.113.10#22";

Deno.test("the last rule that matches decides, quick ends the search, and none passes", () => {
  assert.equal(result("", SSH), "pass");
  assert.equal(result("block\npass in proto tcp to port 22\n", SSH), "pass");
  assert.equal(result("pass in proto tcp to port 22\nblock\n", SSH), "block");
  assert.equal(result("pass in quick proto tcp to port 22\nblock\n", SSH), "pass");
  assert.equal(result("block quick\npass\n", SSH), "block");
  assert.equal(decide("pass\nblock in on vio0\n", SSH).rule?.source.origin?.place?.line, 2);
});

Deno.test("direction, interface, group, negation, family and protocol", () => {
  const passes = (rule: string, words = SSH, more: Partial<Packet> = {}) =>
    result(`block\n${rule}\n`, words, more) === "pass";
  assert(passes("pass in") && !passes("pass out"));
  assert(passes("pass on egress") && !passes("pass on vio1") && passes("pass on ! vio1"));
  assert(passes("pass on any") && !passes("pass on ! egress"));
  assert(passes("pass inet") && !passes("pass inet6"));
  assert(passes("pass proto { udp tcp }") && !passes("pass proto udp"));
  assert(passes("pass on rdomain 0") && !passes("pass on rdomain 1"));
  assert(passes("pass", "in vio0 tcp 198.51.100.7 203.0.113.10#22", { flags: "S" }));
  assert(!passes("pass proto tcp", SSH, { flags: "A" }), "a stateful rule wants S/SA");
  assert(passes("pass proto tcp flags any", SSH, { flags: "A" }));
});

Deno.test("addresses, ranges, self, dynamic interfaces, negation and ports", () => {
  const passes = (rule: string, words = SSH) => result(`block\n${rule}\n`, words) === "pass";
  assert(passes("pass from 198.51.100.0/24") && !passes("pass from 198.51.101.0/24"));
  assert(passes("pass from ! 10.0.0.0/8") && !passes("pass from ! 198.51.100.0/24"));
  assert(passes("pass from 198.51.100.1 - 198.51.100.9"));
  assert(passes("pass from 198.51.100.1 - 198.51.100.7"));
  assert(passes("pass from 198.51.100.7 - 198.51.100.9"));
  assert(!passes("pass from 198.51.100.8 - 198.51.100.9"));
  assert(passes("pass to self") && passes("pass to (self)") && passes("pass to (vio0)"));
  assert(passes("pass to (vio0:network)") && !passes("pass to (vio1:network)"));
  assert(passes("pass to (egress)") && !passes("pass to (lo)"));
  assert(!passes("pass to ! (self)"));
  assert(passes("pass proto tcp to port ssh") && !passes("pass proto tcp to port != 22"));
  assert(!passes("pass proto tcp to port 22 >< 25") && passes("pass proto tcp to port 21 >< 25"));
  assert(!passes("pass proto tcp to port 22 <> 30") && passes("pass proto tcp to port 22:30"));
  assert(passes("pass proto tcp to port 20:22") && !passes("pass proto tcp to port 20 >< 22"));
  assert(passes("pass proto tcp to port 23 <> 30") && !passes("pass proto tcp to port < 22"));
  assert(passes("pass proto tcp from port > 1024"));
  const six = "in vio0 tcp 2001:db8:1::7 2001:db8::10#22";
  assert(passes("pass to (vio0)", six) && passes("pass to 2001:db8::/64", six));
  const range = "198.51.100.1 - 198.51.100.9";
  assert(!passes(`pass from ! ${range}`, six) && !passes("pass from ! 10.0.0.0/8", six));
  assert(!passes("pass to 203.0.113.10", six) && !passes("pass to ! 203.0.113.10", six));
});

Deno.test("tables: the longest prefix decides, what is filled at run time is not known", () => {
  const table = (entries: string) => `table <t> const { ${entries} }\nblock\npass from <t>\n`;
  assert.equal(result(table("198.51.100.0/24"), SSH), "pass");
  assert.equal(result(table("198.51.100.0/24 !198.51.100.7"), SSH), "block");
  assert.equal(result(table("!198.51.0.0/16 198.51.100.0/24"), SSH), "pass");
  assert.equal(result("block\npass from ! <t>\n" + "", SSH), "unknown");
  const decision = decide('table <t> persist file "/etc/t"\nblock\npass from <t>\n', SSH);
  assert.equal(decision.result, "unknown");
  assert.match(decision.why[0]!, /<t> is filled at run time/);
});

Deno.test("a table that only overload fills is as it is at boot", () => {
  const rules = (entries: string) =>
    `table <bad> persist ${entries}\nblock\npass in proto tcp to port 22 keep state ` +
    "(max-src-conn 5, overload <bad>)\nblock in quick from <bad>\n";
  assert.equal(result(rules(""), SSH), "pass");
  assert.equal(result(rules("{ 198.51.100.7 }"), SSH), "block");
  assert.equal(result(rules('file "/etc/bad"'), SSH), "unknown");
});

Deno.test("what is not known never passes, unless all that it may be decides alike", () => {
  const doubt = "pass in from <later>";
  assert.equal(result(`block\n${doubt}\n`, SSH), "unknown");
  assert.equal(result(`block\n${doubt}\nblock\n`, SSH), "block", "overruled");
  assert.equal(
    result(
      `block\n${doubt} quick\n`.replace("in from <later> quick", "in quick from <later>") +
        "block\n",
      SSH,
    ),
    "unknown",
  );
  assert.equal(result(`pass\n${doubt}\n`, SSH), "pass", "both pass");
  assert.equal(result('block\nanchor "ftp-proxy/*"\n', SSH), "unknown");
  assert.equal(result("block\npass probability 50%\n", SSH), "unknown");
  assert.equal(result("block\npass in proto tcp to port 22 user root\n", SSH), "unknown");
});

Deno.test("anchors with rules in braces are entered where they match", () => {
  const anchor = (head: string) =>
    `block\nanchor ${head} {\npass proto tcp to port 22\n}\nblock proto udp\n`;
  assert.equal(result(anchor("in on vio0"), SSH), "pass");
  assert.equal(result(anchor("in on vio1"), SSH), "block");
  assert.equal(result("block\nanchor in quick on vio0 {\npass\n}\nblock\n", SSH), "pass");
  assert.equal(result("block\nanchor in on vio0 {\npass\n}\nblock\n", SSH), "block");
});

Deno.test("icmp types, errors, replies and fragments", () => {
  const ping = "in vio0 icmp 198.51.100.7 203.0.113.10";
  const rule = "block\npass inet proto icmp icmp-type { echoreq unreach }\n";
  assert.equal(result(rule, ping), "pass");
  assert.equal(result(rule, ping, { icmp: { type: 3, code: 4 } }), "pass");
  assert.equal(result(rule, ping, { icmp: { type: 13, code: 0 } }), "block");
  assert.equal(
    result("block\npass inet proto icmp\n", ping, { icmp: { type: 0, code: 0 } }),
    "block",
  );
  assert.equal(result("block\npass\n", ping, { icmp: { type: 0, code: 0 } }), "block");
  assert.equal(result("block\npass no state\n", ping, { icmp: { type: 0, code: 0 } }), "pass");
  const fragment = { fragment: true };
  assert.equal(result("block\npass proto tcp to port 22\n", SSH, fragment), "block");
  assert.equal(result("block\npass proto tcp flags any\n", SSH, fragment), "pass");
  assert.equal(result("block\npass fragment\n", SSH), "block");
});

Deno.test("tags stay with the packet, also those of match rules", () => {
  const rules = "block\nmatch in on vio0 tag OUT\npass tagged OUT\n";
  assert.equal(result(rules, SSH), "pass");
  assert.equal(decide(rules, SSH).tag, "OUT");
  assert.equal(result(rules, "in vio1 tcp 10.0.0.5 10.0.0.1#22"), "block");
  const later = evaluator("block\npass out on vio1 tagged OUT\n");
  const out = passage("out vio1 tcp 198.51.100.7 10.0.0.5#22");
  assert.equal(later.decide(out).result, "block");
  assert.equal(later.decide({ ...out, tag: "OUT" }).result, "pass");
  assert.equal(result("block\npass ! tagged OUT\n", SSH), "pass");
});

Deno.test("antispoof blocks what claims an interface's network elsewhere", () => {
  const rules = "pass\nantispoof quick for vio1 inet\n";
  assert.equal(result(rules, "in vio0 tcp 10.0.0.5 203.0.113.10#22"), "block");
  assert.equal(result(rules, "in vio1 tcp 10.0.0.5 10.0.0.1#22"), "pass");
  assert.equal(result(rules, "in vio1 tcp 10.0.0.1 10.0.0.1#22"), "block", "its own address");
  assert.equal(
    result("pass\nblock in from urpf-failed\n", "in vio0 tcp 10.0.0.5 1.2.3.4#2"),
    "block",
  );
  assert.equal(
    result("pass\nblock in from urpf-failed\n", "in vio1 tcp 10.0.0.5 1.2.3.4#2"),
    "pass",
  );
});

Deno.test("skip, and carp traffic that is seen on the carpdev", () => {
  assert.equal(decide("set skip on enc0\nblock\n", "in enc0 tcp 10.1.0.1 10.0.0.1#22").by, "skip");
  assert.equal(result("set skip on enc\nblock\n", "in enc0 tcp 10.1.0.1 10.0.0.1#22"), "pass");
  assert.equal(result("set skip on enc0\nblock\n", SSH), "block");
});

Deno.test("a state lets the answer back, on its interface where it is bound", () => {
  const states: State[] = [];
  const rules = (policy: string) =>
    evaluator(`${policy}\nblock\npass in on vio0 proto tcp to port 22\n`);
  const floating = rules("set state-policy floating");
  const decision = floating.decide(passage(SSH));
  assert(decision.state);
  states.push(decision.state);
  const back = { packet: answerTo(decision.packet), direction: "out" as const };
  assert.equal(floating.decide({ ...back, on: "vio0" }, states).by, "state");
  assert.equal(floating.decide({ ...back, on: "vio1" }, states).by, "state");
  assert.equal(floating.decide({ ...back, direction: "in", on: "vio0" }, states).result, "block");
  const bound = rules("set state-policy if-bound");
  const held = [bound.decide(passage(SSH)).state!];
  assert.equal(bound.decide({ ...back, on: "vio0" }, held).by, "state");
  assert.equal(bound.decide({ ...back, on: "vio1" }, held).result, "block");
  assert.equal(decide("block\npass no state\n", SSH).state, undefined);
});

Deno.test("nat-to and rdr-to translate, match rules at once, and states turn it back", () => {
  const text =
    "match out on vio0 from 10.0.0.0/24 nat-to (vio0)\nblock\npass out on vio0 from (vio0)\n";
  const nat = decide(text, "out vio0 tcp 10.0.0.5 198.51.100.7#443");
  assert.equal(nat.result, "pass");
  assert.equal(nat.packet.from.value, parseAddress("203.0.113.10")!.value);
  const back = evaluator(text).decide(
    { packet: answerTo(nat.packet), direction: "in", on: "vio0" },
    [nat.state!],
  );
  assert.equal(back.packet.to.value, parseAddress("10.0.0.5")!.value);
  assert.equal(back.packet.toPort, 50000);
  const rdr = decide(
    "pass in on vio0 proto tcp to port 8000:8009 rdr-to 10.0.0.5 port 9000:*\n",
    "in vio0 tcp 198.51.100.7 203.0.113.10#8003",
  );
  assert.equal(rdr.packet.to.value, parseAddress("10.0.0.5")!.value);
  assert.equal(rdr.packet.toPort, 9003);
  const mask = decide(
    "pass out from 10.0.0.0/24 nat-to 192.0.2.0/24 bitmask\n",
    "out vio0 udp 10.0.0.77 198.51.100.7#53",
  );
  assert.equal(mask.packet.from.value, parseAddress("192.0.2.77")!.value);
});

Deno.test("a packet with IP options needs allow-opts", () => {
  assert.equal(result("pass\n", SSH, { options: true }), "block");
  assert.equal(result("pass allow-opts\n", SSH, { options: true }), "pass");
});
