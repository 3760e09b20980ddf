import assert from "node:assert/strict";
import { testFirewall, testInterface, testRouter, testTunnel } from "../../../test/gateway.ts";
import type { AllowRule, Firewall, Gateway, NetworkInterface } from "../../../gateway/gateway.ts";
import { linesFrom } from "./testing.ts";

const SSH: AllowRule = { proto: ["tcp"], port: ["22"], from: [], to: [], log: false };

function ways(firewall: Partial<Firewall>, ...more: NetworkInterface[]): string[] {
  const gateway = testRouter({
    firewall: testFirewall(firewall),
    tunnels: [testTunnel({ name: "t" })],
  }, ...more);
  return fallback(gateway);
}

function fallback(gateway: Gateway): string[] {
  return linesFrom(gateway, "pass in on").filter((line) =>
    / proto tcp from \(\w+:network\) to \(self\) port 22$/.test(line)
  );
}

const allow = (patch: Partial<AllowRule>) => ({ allow: [{ ...SSH, ...patch }] });

Deno.test("administrator: the networks of the interfaces, where nothing else lets one in", () => {
  const found = [
    "pass in on vio0 proto tcp from (vio0:network) to (self) port 22",
    "pass in on vio1 proto tcp from (vio1:network) to (self) port 22",
  ];
  const silent: [string, Partial<Firewall>][] = [
    ["nothing", {}],
    ["another port", allow({ port: ["80"] })],
    ["udp", allow({ proto: ["udp"] })],
    ["a host behind", allow({ to: ["10.0.0.9"] })],
    ["a missing interface", allow({ on: "sync0" })],
    ["a skipped interface", allow({ on: "enc0" })],
    ["a skipped tunnel", allow({ tunnel: "t" })],
    ["loopback", allow({ on: "lo0" })],
    ["from loopback", allow({ from: ["127.0.0.0/8"] })],
    ["a range that ends before", allow({ port: ["20:21"] })],
    ["raw: out", { rules: ["pass out proto tcp to port 22"] }],
    ["raw: a host behind", { rules: ["pass in on vio0 inet proto tcp to 10.0.0.80 port 22"] }],
    ["raw: a redirect", {
      rules: ["pass in on vio1 proto tcp to port 2222 rdr-to 10.0.0.9 port 22"],
    }],
    ["raw: redirected ssh", { rules: ["pass in on vio1 proto tcp to port 22 rdr-to 10.0.0.9"] }],
    ["raw: digits in an address", { rules: ["pass in proto tcp from 10.22.0.22 to port 80"] }],
    ["raw: a missing interface", { rules: ["pass in on em7 proto tcp to port 22"] }],
    ["raw: a skipped interface", { rules: ["pass in on enc0 proto tcp to port 22"] }],
    ["raw: another family", { rules: ["pass in inet6 proto tcp to port 22"] }],
    ["raw: blocked", { rules: ["block in proto tcp to port 22"] }],
    ["all of a tunnel interface", allow({ proto: [], port: [], on: "tun0", to: ["any"] })],
    ["raw: all of enc0", { skipTunnels: false, rules: ["pass on enc0 keep state (if-bound)"] }],
    ["raw: with a tag", { rules: ["pass in proto tcp to port 22 tagged X"] }],
    ["raw: no rule", { rules: ["# pass in proto tcp to port 22"] }],
  ];
  for (const [name, firewall] of silent) assert.deepEqual(ways(firewall), found, name);
});

Deno.test("administrator: no more where the description lets one in", () => {
  const said: [string, Partial<Firewall>][] = [
    ["everybody", allow({})],
    ["a range around", allow({ port: ["20:25"] })],
    ["by name", allow({ port: ["ssh"] })],
    ["everything", allow({ port: [], proto: [] })],
    ["our address", allow({ to: ["10.0.0.1"] })],
    ["a network with our address", allow({ to: ["10.0.0.0/24"] })],
    ["any", allow({ to: ["any"] })],
    ["an interface", allow({ on: "vio1" })],
    ["a group", allow({ on: "egress" })],
    ["a filtered tunnel", { ...allow({ tunnel: "t" }), skipTunnels: false }],
    ["filtered enc0", { ...allow({ on: "enc0" }), skipTunnels: false }],
    ["from outside", allow({ from: ["198.51.100.200"] })],
    ["raw", { rules: ["pass in proto tcp from 10.0.0.7 to port ssh"] }],
    ["raw: a macro and a list", {
      rules: ['p = "{ 22 80 }"', "pass in proto tcp to (self) port $p"],
    }],
    ["raw: everything", { rules: ["pass in on vio1"] }],
    ["raw: not enc0", { rules: ["pass in on ! enc0 proto tcp to port 22"] }],
  ];
  for (const [name, firewall] of said) assert.deepEqual(ways(firewall), [], name);
});

Deno.test("administrator: the ports that sshd listens on", () => {
  const rules = (text: string, firewall: Partial<Firewall> = {}) => {
    const content = { kind: "text" as const, text };
    const file = { path: "/etc/ssh/sshd_config", content, append: true, mode: 0o644 };
    return linesFrom(
      testRouter({
        firewall: testFirewall(firewall),
        files: [{ ...file, owner: "root", group: "wheel" }],
      }),
      "pass in on vio0 proto tcp from (vio0:network) to (self) port",
    );
  };
  const rule = (port: string) => [
    `pass in on vio0 proto tcp from (vio0:network) to (self) port ${port}`,
  ];
  assert.deepEqual(rules("X11Forwarding no\n"), rule("22"));
  assert.deepEqual(rules("Port 2222\n"), rule("2222"));
  assert.deepEqual(rules("Port 2222\n", allow({})), rule("2222"));
  assert.deepEqual(rules("Port 2222\nPort 22\n"), rule("{ 2222 22 }"));
  assert.deepEqual(rules("ListenAddress 127.0.0.1:22\nListenAddress 10.0.0.1:23\n"), rule("23"));
  assert.deepEqual(rules("ListenAddress 127.0.0.1\n"), []);
  assert.deepEqual(rules("Port 2222\n", allow({ port: ["2222"] })), []);
  assert.deepEqual(rules("Port 2222\nPort 22\n", allow({})), []);
});

Deno.test("administrator: a tunnel counts only where its local networks hold an address of ours", () => {
  const through = (local: string) =>
    fallback(testRouter({
      firewall: testFirewall({ skipTunnels: false, ...allow({ tunnel: "t" }) }),
      tunnels: [testTunnel({ name: "t", local: [local] })],
    }));
  assert.equal(through("10.7.0.0/16").length, 2);
  assert.equal(through("10.0.0.0/24").length, 0);
});

Deno.test("administrator: never everybody, never loopback, and on carp the carpdev", () => {
  const gateway = testRouter();
  const { gateway: _, ...network } = gateway.network;
  const only = (...interfaces: NetworkInterface[]) =>
    fallback({ ...gateway, network: { ...network, interfaces } });
  assert.deepEqual(
    only(testInterface("vio0", "autoconf"), testInterface("lo1", "192.168.1.1/24")),
    ["pass in on vio0 proto tcp from (vio0:network) to (self) port 22"],
  );
  assert.deepEqual(only(testInterface("vio0", "203.0.113.9/32")), []);
  const carp = testInterface("carp0", "10.5.0.1/16", { options: ["vhid 1 carpdev vio2"] });
  assert.deepEqual(only(testInterface("vio2", "none"), carp), [
    "pass in on vio2 proto tcp from (carp0:network) to (self) port 22",
  ]);
});
