import assert from "node:assert/strict";
import { description, problems } from "./testing.ts";

const said = (change: object) =>
  problems(description({ tunnels: [], ...change }))
    .filter(({ path }) => path === "firewall")
    .map(({ path, severity, message }) => `${severity} ${path}: ${message}`).join("\n");

Deno.test("ssh from the outer network that no rule names is said, with the rule to write", () => {
  for (const allow of [[], [{ proto: "udp", port: 22, from: "10.0.0.0/24" }]]) {
    assert.match(
      said({ firewall: { allow } }),
      /^warning firewall: .* open to .* 203\.0\.113\.0\/28 of vio0, .*; add to firewall\.allow: \{proto: tcp, port: 22, from: 10\.0\.0\.0\/24\}$/,
    );
  }
  const interfaces = [{ name: "vio0", address: "dhcp" }, {
    name: "vio1",
    address: "10.0.0.1/24",
  }];
  assert.match(said({ network: { interfaces } }), /also to that of vio0/);
});

Deno.test("a gateway with one interface, or with a rule for ssh, gives no reason to", () => {
  const allow = [{ proto: "tcp", port: 22, from: "10.0.0.0/24" }];
  assert.equal(said({ firewall: { allow } }), "");
  assert.equal(
    said({ firewall: { rules: ["pass in proto tcp from 10.0.0.0/24 to port 22"] } }),
    "",
  );
  const network = {
    interfaces: [{ name: "vio0", address: "203.0.113.10/28" }],
    gateway: "203.0.113.1",
  };
  assert.equal(said({ network, domain: { interfaces: [{ bridge: "br0" }] } }), "");
});
