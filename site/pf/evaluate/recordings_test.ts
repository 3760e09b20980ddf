import assert from "node:assert/strict";
import fc from "fast-check";
import { parseAddress } from "../../../gateway/address.ts";
import { expand } from "../expand/expand.ts";
import { readPfConf } from "../read/read_pf_conf.ts";
import { RECORDED_MACHINE, recordings } from "../testing.ts";
import { PfEvaluator } from "./evaluate.ts";
import type { Packet, Passage } from "./packet.ts";

/** Recordings whose output pfctl(8) does not read again, and why. */
const NOT_READ = new Map([
  ["41-word-quoted", "prints an interface named like a keyword without its quotes"],
]);

const address4 = fc.constantFrom(
  ...["203.0.113.10", "203.0.113.1", "10.0.0.1", "10.0.0.9", "10.0.1.7", "10.255.0.1", "127.0.0.1"],
  ...["192.168.1.5", "198.51.100.7", "192.0.2.9", "224.0.0.18", "172.16.3.3"],
);
const address6 = fc.constantFrom(
  ...["2001:db8::10", "2001:db8::9", "2001:db8:1::7", "fe80::9", "ff02::1", "::1"],
);
const port = fc.constantFrom(22, 25, 53, 80, 443, 500, 1023, 1024, 3000, 4500, 8080, 50000);
const packet: fc.Arbitrary<Packet> = fc.record({
  pair: fc.oneof(fc.tuple(address4, address4), fc.tuple(address6, address6)),
  protocol: fc.constantFrom(1, 6, 6, 17, 47, 50, 58, 112),
  ports: fc.tuple(port, port),
  type: fc.constantFrom(0, 3, 8, 11, 128, 129, 134, 135),
  flags: fc.constantFrom("S", "SA", "A", "FA", "R"),
  fragment: fc.boolean(),
}).map(({ pair, protocol, ports, type, flags, fragment }) => ({
  from: parseAddress(pair[0])!,
  to: parseAddress(pair[1])!,
  protocol,
  ...([6, 17].includes(protocol) ? { fromPort: ports[0], toPort: ports[1] } : {}),
  ...(protocol === 6 ? { flags } : {}),
  ...([1, 58].includes(protocol) ? { icmp: { type, code: 0 } } : {}),
  ...(fragment && protocol === 17 ? { fragment } : {}),
}));
const passage: fc.Arbitrary<Passage> = fc.record({
  packet,
  direction: fc.constantFrom("in", "out"),
  on: fc.constantFrom("vio0", "vio1", "vio2", "enc0", "lo0"),
});

function evaluator(text: string): PfEvaluator | undefined {
  const { ruleSet, complaints } = readPfConf(text);
  if (complaints.some(({ severity }) => severity === "error")) return undefined;
  return new PfEvaluator(expand(ruleSet, RECORDED_MACHINE).flat, RECORDED_MACHINE);
}

for (const { name, text, output, status } of recordings()) {
  if (status !== 0 || NOT_READ.has(name)) continue;
  Deno.test(`packets meet the same end in what was written and in what pfctl made of it: ${name}`, () => {
    // A remark of pfctl's own begins with the file's name.
    const rules = output.replaceAll(/^\S+\.conf:\d+: .*\n/gm, "");
    const [written, made] = [evaluator(text), evaluator(rules)];
    assert(written);
    assert(made, "what pfctl printed is not read");
    fc.assert(
      fc.property(passage, (one) => {
        const [a, b] = [written.decide(one), made.decide(one)];
        assert.deepEqual([a.result, a.packet, a.tag], [b.result, b.packet, b.tag]);
      }),
      { numRuns: 300 },
    );
  });
}
