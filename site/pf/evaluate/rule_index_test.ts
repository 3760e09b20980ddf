import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePrefix } from "../../../gateway/address.ts";
import { kernelOf } from "../../trace/kernel.ts";
import { testFirewall, testGateway } from "../../../test/gateway.ts";
import { subjectOf } from "./match_host.ts";
import { readyRule } from "./match_rule.ts";
import type { Packet } from "./packet.ts";
import { RuleIndex } from "./rule_index.ts";

const network = fc.constantFrom(
  "any",
  "10.0.0.0/8",
  "10.1.0.0/16",
  "! 10.1.0.0/16",
  "10.1.2.3",
  "0.0.0.0/0",
  "2001:db8::/32",
  "(vio0)",
  "<many>",
  "10.1.0.1 - 10.1.0.9",
);
const port = fc.constantFrom(
  "",
  "proto tcp",
  "proto tcp port 80",
  "proto tcp port 81",
  "proto udp port 80",
);
const address = fc.constantFrom("10.1.2.3", "10.1.0.5", "10.9.9.9", "192.0.2.1", "8.8.8.8");

Deno.test("every rule that may match a packet is near it, in the order of the rules", () => {
  const pair = fc.tuple(network, network, port);
  fc.assert(
    fc.property(
      fc.array(pair, { minLength: 1, maxLength: 60 }),
      address,
      address,
      (pairs, a, b) => {
        const { flat, machine } = kernelOf(testGateway({
          firewall: testFirewall({
            rules: [
              "table <many> { 10.1.2.0/24, !10.1.2.3 }",
              ...pairs.map(([from, to, what]) => {
                const [proto = "", at = ""] = what.split(/ (?=port)/);
                return `pass in ${proto} from ${from} to ${to} ${at} no state`;
              }),
            ],
          }),
        }));
        const context = { machine, tables: flat.tables };
        const rules = flat.rules.map((rule) => readyRule(rule, context));
        const index = new RuleIndex(rules, [...rules.keys()]);
        const packet: Packet = {
          from: parsePrefix(a)!,
          to: parsePrefix(b)!,
          protocol: 6,
          fromPort: 50000,
          toPort: 80,
        };
        const passage = { packet, direction: "in" as const, on: "vio0" };
        const near = index.near(packet);
        assert.deepEqual([...near].sort((one, other) => one - other), near);
        const [from, to] = [subjectOf(packet.from), subjectOf(packet.to)];
        for (const [position, ready] of rules.entries()) {
          if (near.includes(position)) continue;
          assert.equal(ready.matches(passage, from, to), false, `rule ${position}`);
        }
      },
    ),
    { numRuns: 60 },
  );
});
