import assert from "node:assert/strict";
import fc from "fast-check";
import type { AllowRule, Firewall, Tunnel } from "../../gateway/gateway.ts";
import { testInterface, testRouter, testTunnel } from "../../test/gateway.ts";
import { renderPfConf } from "./pf_conf.ts";
import { readPfConf } from "./read/read_pf_conf.ts";
import { pfRuleSet } from "./rules/pf_rule_set.ts";

Deno.test("pf.conf: raw rules come last, as they are, and so decide", () => {
  const rules = ['bad = "10.9.9.9"  # a macro', "block in on vio0 from $bad"];
  const text = renderPfConf(testRouter({
    firewall: { skipTunnels: true, peers: "any", allow: [], rules },
  }));
  assert(text.endsWith(`\n# Raw rules of the description\n${rules.join("\n")}\n`));
});

Deno.test("pf.conf: lines name the field they come from", () => {
  const text = renderPfConf(testRouter({
    firewall: {
      skipTunnels: true,
      peers: "any",
      allow: [{ proto: ["tcp"], port: ["80"], from: [], to: [], log: false }],
      rules: [],
    },
    tunnels: [testTunnel()],
  }));
  assert.match(text, /^pass in proto tcp from any to \(self\) port 80 # firewall\.allow\[0\]$/m);
  assert.match(text, /^block out log quick .* # tunnel branch10$/m);
  assert.match(text, /^set skip on \{ lo enc0 \} # firewall\.skipTunnels$/m);
});

Deno.test("pf.conf: every statement knows its line in the text", () => {
  const gateway = testRouter({
    tunnels: [testTunnel()],
    firewall: {
      skipTunnels: false,
      peers: ["192.0.2.230"],
      allow: [],
      rules: ["pass in on vio1", "", "  block in on vio0 from 10.9.9.9"],
    },
  }, testInterface("carp0", "203.0.113.3/29", { options: ["vhid 1 carpdev vio0"] }));
  const lines = renderPfConf(gateway).split("\n");
  const { statements } = readPfConf(lines.join("\n")).ruleSet;
  const read = new Map(statements.map((one) => [one.origin!.place!.line, one]));
  for (const { origin, ...statement } of pfRuleSet(gateway).statements) {
    const { line, column } = origin!.place!;
    const found = read.get(line);
    assert.equal(found?.kind, statement.kind, lines[line - 1]);
    assert.equal(found!.origin!.place!.column, column, lines[line - 1]);
  }
});

Deno.test("pf.conf: OpenBSD's grammar takes every line, whatever the description is", () => {
  const four = fc.ipV4().map((ip) => `${ip.replace(/\.\d+$/, ".0")}/24`);
  const net = fc.oneof(
    four,
    fc.constantFrom("0.0.0.0/0", "10.0.0.0/8", "10.0.0.1", "203.0.113.2/32"),
    fc.constantFrom("::/0", "2001:db8:1::/48", "fd00::/8", "2001:db8::7/128"),
  );
  const nets = fc.array(net, { minLength: 1, maxLength: 20 });
  const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,40}$/);
  const tunnel = fc.record({
    name: word,
    local: nets,
    remote: nets,
    tag: fc.option(word, { nil: undefined }),
    peer: fc.oneof(fc.ipV4(), fc.constantFrom("any", "gw.example.org")),
    protocol: fc.constantFrom("esp", "ah"),
    encapsulation: fc.constantFrom("tunnel", "transport"),
    nat: fc.option(fc.ipV4(), { nil: undefined }),
  });
  const allow = fc.record({
    proto: fc.constantFrom([], ["tcp"], ["tcp", "udp"]),
    port: fc.array(fc.constantFrom("22", "ssh", "8000:8010"), { maxLength: 2 }),
    from: fc.array(net, { maxLength: 20 }),
    to: fc.oneof(fc.constantFrom(["any"], ["self"]), fc.array(net, { maxLength: 20 })),
    on: fc.option(fc.constantFrom("vio0", "enc0", "egress", "queue"), { nil: undefined }),
    log: fc.boolean(),
  }).map((one) => one.proto.length === 0 ? { ...one, port: [] } : one);
  const firewall = fc.record({
    skipTunnels: fc.boolean(),
    peers: fc.oneof(fc.constant("any" as const), fc.array(fc.ipV4(), { minLength: 1 })),
    allow: fc.array(allow as unknown as fc.Arbitrary<AllowRule>, { maxLength: 3 }),
    rules: fc.constant([]),
  }) as fc.Arbitrary<Firewall>;
  fc.assert(
    fc.property(fc.array(tunnel, { maxLength: 4 }), firewall, (tunnels, firewall) => {
      const gateway = testRouter(
        { tunnels: tunnels.map((patch) => testTunnel(patch as object)) as Tunnel[], firewall },
        testInterface("vio2", "autoconf", { address6: "autoconf" }),
      );
      const { complaints } = readPfConf(renderPfConf(gateway));
      assert.deepEqual(complaints, []);
    }),
    { numRuns: 200 },
  );
});
