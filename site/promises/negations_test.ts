import assert from "node:assert/strict";
import { parseGateway } from "../load_gateway.ts";
import { askTrace } from "../trace/ask.ts";
import { kernelOf } from "../trace/kernel.ts";
import { broken, description } from "./testing.ts";

/** A router with a network of guests, and these rules for it. */
function said(rule: object, more: object = {}, firewall: object = {}): string {
  const { network } = description() as { network: { interfaces: object[] } };
  const interfaces = [...network.interfaces, { name: "vio2", address: "10.7.0.1/24" }];
  const allow = [
    { proto: "tcp", port: 22, from: "10.0.0.0/24" },
    { on: "vio1", from: "(vio1:network)", to: "any" },
    { on: "vio2", from: "10.7.0.0/24", ...rule },
  ];
  return broken(description({
    network: { ...network, interfaces },
    domain: { interfaces: [{ bridge: "br0" }, { bridge: "br1" }, { bridge: "br2" }] },
    forwarding: "all",
    firewall: { skipTunnels: false, allow, nat: [{ on: "vio0", from: "10.0.0.0/8" }], ...firewall },
    ...more,
  })).map(({ path, severity, message }) => `${severity} ${path} ${message}`).join("\n");
}

Deno.test("a rule for what is not inside is told where it lets guests reach ssh of the gateway", () => {
  const outside =
    /^warning firewall\.allow\[2\]\.to "! 10\.0\.0\.0\/8" has .* 10\.7\.0\.\d+ reaches its ssh at 203\.0\.113\.10; write proto and port/;
  assert.match(said({ to: "! 10.0.0.0/8" }), outside);
  assert.match(said({ from: "(vio2:network)", to: "! 10.0.0.0/8" }), outside);
  assert.match(said({ to: "!10.0.0.0/24" }), /reaches its ssh at 203\.0\.113\.10/);
});

Deno.test("a rule for what is not inside that leaves ssh of the gateway out is accepted", () => {
  assert.equal(said({ proto: "tcp", port: [80, 443], to: "! 10.0.0.0/8" }), "");
  assert.equal(said({ proto: "udp", to: "! 10.0.0.0/8" }), "");
  const tables = { inside: ["10.0.0.0/8", "203.0.113.10"] };
  assert.equal(said({ to: "! <inside>" }, {}, { tables }), "");
  assert.equal(said({ to: "! 10.0.0.0/8" }, { rcConf: { sshd_flags: "NO" } }), "");
  // Its packets go to a router, whatever their destination.
  assert.equal(said({ to: "! 10.0.0.0/8", routeTo: "203.0.113.1" }), "");
  // To any address, or with ssh by another rule: that was meant.
  assert.equal(said({ to: "any" }), "");
  const allow = [
    { proto: "tcp", port: 22 },
    { on: "vio2", from: "10.7.0.0/24", to: "! 10.0.0.0/8" },
    { on: "vio1", from: "10.0.0.0/24", to: "any" },
  ];
  assert.equal(said({}, {}, { allow }), "");
});

Deno.test("the example of a router lets its DMZ neither log in to the gateway nor reach what is inside", async () => {
  const file = new URL("../../examples/router.yaml", import.meta.url);
  const { gateway } = parseGateway(await Deno.readTextFile(file), "router.yaml");
  const kernel = kernelOf(gateway);
  const end = (packet: string) => askTrace(gateway, kernel, `in on ${packet}`).trace.end.kind;
  const dmz = (rest: string) => end(`vio2 proto tcp from 10.10.30.5 to ${rest}`);
  for (const own of gateway.network.interfaces) {
    assert.equal(dmz(`${own.address.split("/")[0]} port 22`), "blocked", own.name);
  }
  for (const port of [22, 80, 443, 445]) {
    assert.equal(dmz(`10.10.0.9 port ${port}`), "blocked", `LAN ${port}`);
    assert.equal(dmz(`10.0.0.9 port ${port}`), "blocked", `head office ${port}`);
  }
  assert.equal(dmz("198.18.77.9 port 443"), "sent");
  assert.equal(end("vio2 proto udp from 10.10.30.5 to 9.9.9.9 port 53"), "sent");
  assert.equal(end("vio1 proto tcp from 10.10.0.9 to 10.10.0.1 port 22"), "delivered");
  assert.equal(end("vio1 proto tcp from 10.10.0.9 to 10.10.30.5 port 443"), "sent");
  assert.equal(end("vio0 proto tcp from 198.18.77.9 to 203.0.113.2 port 443"), "sent");
});
