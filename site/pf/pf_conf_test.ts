import assert from "node:assert/strict";
import fc from "fast-check";
import { DescriptionError } from "../../gateway/document/problem.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import { testFirewall, testInterface, testRouter, testTunnel } from "../../test/gateway.ts";
import { environmentOf } from "./environment_of.ts";
import { expand } from "./expand/expand.ts";
import { renderPfConf } from "./pf_conf.ts";
import { readPfConf } from "./read/read_pf_conf.ts";
import { pfRuleSet } from "./rules/pf_rule_set.ts";

Deno.test("pf.conf: raw rules come last, as they are, and so decide", () => {
  const rules = ['bad = "10.9.9.9"  # a macro', "block in on vio0 from $bad"];
  const text = renderPfConf(testRouter({
    firewall: testFirewall({ rules }),
  }));
  assert(text.endsWith(`\n# Raw rules of the description\n${rules.join("\n")}\n`));
});

Deno.test("pf.conf: lines name the field they come from", () => {
  const text = renderPfConf(testRouter({
    firewall: testFirewall({
      allow: [{ proto: ["tcp"], port: ["80"], from: [], to: [], log: false }],
    }),
    tunnels: [testTunnel()],
  }));
  assert.match(text, /^pass in proto tcp from any to \(self\) port 80 # firewall\.allow\[0\]$/m);
  assert.match(text, /^block out log quick .* # tunnel branch10$/m);
  assert.match(text, /^set skip on \{ lo enc0 \} # firewall\.skipTunnels$/m);
});

Deno.test("pf.conf: every statement knows its line in the text", () => {
  const gateway = testRouter({
    tunnels: [testTunnel()],
    firewall: testFirewall({
      skipTunnels: false,
      peers: ["192.0.2.230"],
      rules: ["pass in on vio1", "", "  block in on vio0 from 10.9.9.9"],
    }),
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

Deno.test("pf.conf: pfctl takes what check accepts, whatever the description is", () => {
  // Networks where hosts can be: check refuses tunnels to 127.0.0.0/8 and above 223.
  const four = fc.tuple(fc.integer({ min: 128, max: 223 }), fc.nat(255), fc.nat(255))
    .map((octets) => `${octets.join(".")}.0/24`);
  const net = fc.oneof(
    { weight: 3, arbitrary: four },
    fc.constantFrom("0.0.0.0/0", "10.0.0.0/8", "10.0.0.1", "203.0.113.2/32", "10.0.10.0/24"),
    fc.constantFrom("::/0", "2001:db8:1::/48", "fd00::/8", "2001:db8::7/128"),
  );
  const word = fc.oneof(
    net,
    fc.constantFrom("<admins>", "(vio1:network)", "! (egress)", "!<admins>"),
  );
  const some = (one: fc.Arbitrary<string>, least = 0) =>
    fc.array(one, { minLength: least, maxLength: 18 });
  const optional = <T>(model: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]) =>
    fc.record(model, { requiredKeys }) as unknown as fc.Arbitrary<T>;
  const tunnel = optional<{ name: string }>({
    name: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,40}$/),
    local: some(net, 1),
    remote: some(net, 1),
    tag: fc.constantFrom("t", "u"),
    peer: fc.constantFrom("any", "198.51.100.7", "10.0.10.7", "gw.example.org"),
    mode: fc.constant("passive"),
    protocol: fc.constantFrom("esp", "ah"),
    encapsulation: fc.constantFrom("tunnel", "transport"),
    nat: fc.constantFrom("10.99.0.1", "10.99.0.0/24"),
    psk: fc.constant({ env: "PSK" }),
  }, ["name", "local", "remote", "peer", "mode", "psk"]);
  const address = fc.oneof(word, some(net), fc.constantFrom("any", "self"));
  const allow = optional<{ ports: object; limits?: object }>({
    ports: fc.constantFrom(
      { proto: "tcp", port: "ssh" },
      { proto: ["tcp", "udp"], port: [22, "8000:8010"] },
      { proto: "icmp" },
      { proto: ["icmp6", "skip"] },
      { from: "any" },
    ),
    from: address,
    to: address,
    on: fc.constantFrom("vio0", "vio1", "enc0", "egress", "queue"),
    log: fc.boolean(),
    tagged: fc.constant("t"),
    limits: fc.constantFrom(
      { proto: "tcp", maxConnections: 5, maxRate: "15/5", overload: "<bad>" },
      { proto: "tcp", maxRate: "15/5", overload: "admins" },
      { on: "vio1", routeTo: "203.0.113.6" },
      { on: "vio0", replyTo: "203.0.113.6" },
    ),
  }, ["ports"]).map(({ ports, limits, ...rest }) => ({ ...ports, ...rest, ...limits }));
  const firewall = optional({
    skipTunnels: fc.boolean(),
    blockPolicy: fc.constantFrom("drop", "return"),
    urpf: fc.boolean(),
    tables: fc.constantFrom({ admins: ["198.51.100.0/24", "! 198.51.100.7"] }, {
      admins: [],
    }),
    allow: fc.array(allow, { maxLength: 2 }),
    nat: fc.array(
      optional({
        on: fc.constantFrom("egress", "vio0"),
        from: address,
        to: address,
        as: fc.constantFrom("203.0.113.3", "(vio0)"),
      }, ["on", "from"]),
      { maxLength: 2 },
    ),
    redirect: fc.array(
      optional({
        on: fc.constantFrom("egress", "vio0"),
        proto: fc.constantFrom("tcp", ["tcp", "udp"]),
        port: fc.constantFrom(443, "8000:8010"),
        from: address,
        address: fc.constantFrom("203.0.113.2", "(vio0)"),
        to: fc.constantFrom("10.0.0.5", ["10.0.0.5", "10.0.0.6"], "2001:db8::5"),
        toPort: fc.constantFrom(8443, "https"),
      }, ["on", "proto", "port", "to"]),
      { maxLength: 2 },
    ),
    maxMss: fc.constant(1360),
  }, ["tables"]);
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(tunnel, { maxLength: 2 }), firewall, (tunnels, firewall) => {
      const description = {
        hostname: "gw.example.net",
        network: {
          interfaces: [
            { name: "vio0", address: "203.0.113.2/29", address6: "2001:db8:0:1::2/64" },
            { name: "vio1", address: "10.0.0.1/24", address6: "2001:db8::1/64" },
          ],
          gateway: "203.0.113.6",
          gateway6: "2001:db8:0:1::1",
        },
        forwarding: "all",
        domain: { interfaces: [{ bridge: "br0" }, { bridge: "br1" }] },
        tunnels,
        firewall,
      };
      let gateway: Gateway;
      try {
        ({ gateway } = parseGateway(JSON.stringify(description), "gw.yaml"));
      } catch (error) {
        assert(error instanceof DescriptionError, String(error));
        return;
      }
      accepted++;
      const { complaints, ruleSet } = readPfConf(renderPfConf(gateway));
      const refused = [...complaints, ...expand(ruleSet, environmentOf(gateway)).complaints];
      assert.deepEqual(refused, [], JSON.stringify(refused));
    }),
    { numRuns: 1000 },
  );
  assert(accepted > 50, String(accepted));
});
