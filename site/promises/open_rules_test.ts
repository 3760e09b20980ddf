import assert from "node:assert/strict";
import { broken, description } from "./testing.ts";

const SSH = { proto: "tcp", port: 22, from: "10.0.0.0/24" };

function said(rule: object, more: object = {}): string {
  const { rules, tables, ...rest } = more as { rules?: string[]; tables?: object };
  const firewall = {
    allow: [SSH, rule, { on: "vio1", from: "10.0.0.0/24", to: "any" }],
    nat: [{ on: "vio0", from: "10.0.0.0/24" }],
    ...(rules ? { rules } : {}),
    ...(tables ? { tables } : {}),
  };
  return broken(description({ tunnels: [], forwarding: "all", firewall, ...rest }))
    .map(({ path, severity, message }) => `${severity} ${path}: ${message}`).join("\n");
}

Deno.test("a rule without a port that lets everybody in is said, with what it opens", () => {
  const open: [rule: object, message: RegExp][] = [
    [{ to: "any" }, /every port of the gateway and of the hosts behind it .* on: vio1 if/],
    [{ from: "any", to: "any" }, /every port of the gateway and of the hosts/],
    [{ on: "vio0", from: "any", to: "any" }, /or from: with the networks$/],
    [{ on: "egress" }, /opens every port of the gateway to everybody who reaches vio0, such as/],
    [{ proto: "tcp" }, /every tcp port of the gateway to/],
    [{ proto: "udp" }, /every udp port of the gateway to .* port 161/],
    [{ proto: ["tcp", "udp"], port: "1:65535" }, /every port of the gateway to/],
    [{ to: "10.0.0.0/24" }, /every port of the gateway and of the hosts/],
    [{ to: "10.0.0.77" }, /every port of the hosts behind it/],
    // As open as any, and narrower.
    [{ from: "! 192.168.0.0/16", to: "any" }, /every port of the gateway and of the hosts/],
    [{ from: "! 192.168.0.0/16" }, /every port of the gateway to/],
  ];
  for (const [rule, message] of open) {
    const found = said(rule);
    assert.match(found, /^warning firewall\.allow\[1\]: opens [^\n]*$/, JSON.stringify(rule));
    assert.match(found, message);
  }
});

Deno.test("a published service, and a rule for hosts of a network, are not", () => {
  const silent: object[] = [
    { proto: "tcp", port: 443 },
    { proto: "tcp", port: [80, 443], from: "any", to: "10.0.0.77" },
    { proto: "udp", port: "49152:65535", to: "any" },
    { proto: "tcp", port: 443, from: "! 192.168.0.0/16" },
    { proto: "icmp", to: "any" },
    { proto: "gre" },
    { on: "vio1" },
    { on: "vio1", from: "any", to: "any" },
    { from: "198.51.100.0/24", to: "any" },
    { from: "10.0.0.0/24", to: "any" },
    { to: "10.7.0.0/16" },
  ];
  for (const rule of silent) assert.equal(said(rule), "", JSON.stringify(rule));
  // A later rule blocks it again.
  const rules = ["block in on vio0"];
  assert.equal(said({ to: "any" }, { rules }), "");
  assert.equal(
    said({ from: "<a>", to: "any" }, { tables: { a: ["198.51.100.0/24", "!198.51.100.7"] } }),
    "",
  );
});

Deno.test("it is said too of another uplink, to whose router a rule sends answers", () => {
  const { network } = description() as { network: { interfaces: object[] } };
  const more = {
    network: {
      ...network,
      interfaces: [...network.interfaces, { name: "vio2", address: "192.0.2.2/29" }],
    },
    domain: { interfaces: [{ bridge: "br0" }, { bridge: "br1" }, { bridge: "br2" }] },
  };
  const rule = { on: "vio2", from: "any", replyTo: "192.0.2.1" };
  assert.match(
    said(rule, more),
    /^warning firewall\.allow\[1\]: opens every port of the gateway to everybody who reaches vio2/,
  );
  assert.equal(said({ ...rule, proto: "tcp", port: 22 }, more), "");
});

Deno.test("it is said too where the outer address comes from DHCP", () => {
  const network = {
    interfaces: [{ name: "vio0", address: "dhcp" }, { name: "vio1", address: "10.0.0.1/24" }],
  };
  for (const rule of [{ to: "any" }, { on: "egress" }, { proto: "tcp" }]) {
    assert.match(said(rule, { network }), /firewall\.allow\[1\]: opens every .* reaches vio0/);
  }
  const port = { proto: "tcp", port: 443 };
  for (const rule of [port, { on: "vio1", to: "any" }, { from: "10.0.0.0/24", to: "any" }]) {
    assert.equal(said(rule, { network }), "", JSON.stringify(rule));
  }
});
