import assert from "node:assert/strict";
import { broken, description } from "./testing.ts";

Deno.test("a private address that leaves to the Internet is reported, a translated one is not", () => {
  const said = (firewall: object, more: object = {}) =>
    broken(description({ tunnels: [], forwarding: "all", firewall, ...more }))
      .map(({ path, severity, message }) => `${severity} ${path}: ${message}`).join("\n");
  const allow = [{ on: "vio1", from: "10.0.0.0/24", to: "any" }];
  const nat = [{ on: "vio0", from: "10.0.0.0/24" }];
  const other = [{ on: "vio0", from: "10.5.0.0/16" }];
  const routes = {
    network: {
      ...(description() as { network: object }).network,
      routes: [{ to: "10.5.0.0/16", via: "10.0.0.9" }],
    },
  };
  assert.match(
    said({ allow }),
    /^warning firewall\.allow\[0\]: hosts of 10\.0\.0\.0\/24 .* add to firewall\.nat: \{on: vio0, from: 10\.0\.0\.0\/24\}, or write to: /,
  );
  assert.equal(said({ allow }, { rcConf: { bgpd_flags: "" } }), "");
  // A gateway that translates nothing may be there for its tunnels alone.
  assert.equal(said({ allow: [{ ...allow[0], to: "10.1.0.0/24" }] }), "");
  assert.equal(said({ rules: ["pass in on vio1"] }), "");
  assert.equal(said({ allow }, { forwarding: "ipsec" }), "");
  assert.match(
    said({ allow: [...allow, { on: "vio1", from: "10.5.0.0/16", to: "any" }], nat: other }, routes),
    /^warning firewall\.allow\[0\]: hosts of 10\.0\.0\.0\/24 .* add to firewall\.nat: \{on: vio0, from: 10\.0\.0\.0\/24\}$/,
  );
  assert.equal(said({ allow, nat }), "");
  assert.match(said({ allow: [{ ...allow[0], proto: "udp", port: 53 }] }), /firewall\.allow\[0\]/);
  assert.equal(said({ allow: [{ ...allow[0], to: "10.7.0.0/16" }] }), "");
  // Translated on the wrong interface, and behind a rule that ends the evaluation.
  const rules = (...rules: string[]) => said({ rules: ["pass in on vio1", ...rules] });
  const out = "match out on vio0 from 10.0.0.0/24 nat-to (vio0)";
  assert.equal(rules(out), "");
  assert.match(rules(out.replace("on vio0", "on vio1")), /warning firewall\.rules\[0\]: hosts of/);
  assert.match(rules("pass out quick on vio0", out), /hosts of 10\.0\.0\.0\/24/);
  assert.equal(rules(out, "pass out quick on vio0"), "");
  // A router that has a private address translates, or knows the way back.
  const { network } = description() as { network: { interfaces: object[]; gateway: string } };
  const behind = {
    network: {
      interfaces: [{ name: "vio0", address: "192.168.0.2/24" }, network.interfaces[1]],
      gateway: "192.168.0.1",
    },
  };
  assert.equal(said({ allow }, behind), "");
  const routed = { network: { ...network, routes: [{ to: "10.5.0.0/16", via: "10.0.0.9" }] } };
  assert.match(
    said({ allow: [{ on: "vio1", to: "any" }], nat }, routed),
    /hosts of 10\.5\.0\.0\/16/,
  );
});

Deno.test("what comes out of a tunnel for the Internet needs NAT", () => {
  const tunnel = {
    name: "b",
    ike: 2,
    peer: "198.51.100.7",
    remote: "10.1.0.0/24",
    psk: { env: "P" },
  };
  const said = (local: string, more: object = {}) =>
    broken(description({ forwarding: "all", tunnels: [{ ...tunnel, local }], ...more }))
      .map(({ path, message }) => `${path}: ${message}`).join("\n");
  assert.match(
    said("0.0.0.0/0"),
    /^tunnels\[0\]\.local: what comes out of b for the Internet leaves with addresses of 10\.1\.0\.0\/24/,
  );
  assert.equal(said("0.0.0.0/0", { firewall: { nat: [{ on: "vio0", from: "10.1.0.0/24" }] } }), "");
  assert.equal(said("10.0.0.0/24"), "");
});
