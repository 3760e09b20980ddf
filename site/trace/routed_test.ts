/**
 * Packets that pf routes itself, past routing, forwarding and flows; and those of other routing tables.
 * @module
 */
import assert from "node:assert/strict";
import type { Gateway } from "../../gateway/gateway.ts";
import { parseGateway } from "../load_gateway.ts";
import { askTrace } from "./ask.ts";
import { kernelOf } from "./kernel.ts";
import { trace } from "./trace.ts";
import { answerTo } from "../pf/evaluate/state.ts";

/** Two uplinks, a LAN, a tunnel; `firewall` in YAML, and further fields behind it. */
function gateway(firewall: string, more = "", lan = ""): Gateway {
  return parseGateway(
    `hostname: gw.example.net
network:
  interfaces:
    - {name: vio0, address: 203.0.113.2/29}
    - {name: vio1, address: 10.0.0.1/24${lan}}
    - {name: vio2, address: 198.51.100.2/29}
  gateway: 203.0.113.1
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}, {bridge: br2}, {bridge: br3}]}
tunnels: [{name: a, peer: 192.0.2.7, local: 10.0.0.0/24, remote: 10.20.0.0/24, psk: {env: PSK}}]
firewall: ${firewall}
${more}
`,
    "gw.yaml",
  ).gateway;
}

const end = (one: Gateway, text: string) =>
  askTrace(one, kernelOf(one), text).trace.steps.at(-1)!.text;

const WEB = "in on vio1 proto tcp from 10.0.0.5 to 192.0.2.99 port 80";
const LEAVES = "leaves by vio2 to the router 198.51.100.1, outside any tunnel";

Deno.test("routeTo sends what comes in past the default route, and past forwarding: ipsec", () => {
  const allow = '[{on: vio1, from: 10.0.0.0/24, to: "! 10.20.0.0/24", routeTo: 198.51.100.1}]';
  for (const forwarding of ["all", "ipsec"]) {
    const one = gateway(`{allow: ${allow}}`, `forwarding: ${forwarding}`);
    assert.equal(end(one, WEB), LEAVES);
    assert.equal(
      end(one, "in on vio1 proto tcp from 10.0.0.5 to 10.20.0.9 port 80"),
      "leaves inside the tunnel a",
    );
  }
});

Deno.test("what pf routes itself never takes a tunnel", () => {
  const rule = "pass in quick on vio1 from 10.0.0.0/24 route-to 198.51.100.1";
  const clear = "pass out quick on vio2";
  const packet = "in on vio1 proto tcp from 10.0.0.5 to 10.20.0.9 port 80";
  const one = gateway(`{rules: ["${rule}", "pass in quick on vio2"]}`, "forwarding: all");
  const { steps } = askTrace(one, kernelOf(one), packet).trace;
  assert(
    steps.some(({ text }) => text === "route-to 198.51.100.1: vio2, bypassing routes and tunnels"),
  );
  assert.equal(steps.at(-1)!.text, "blocked");
  const open = gateway(`{skipTunnels: false, rules: ["${rule}", "${clear}"]}`, "forwarding: all");
  assert(askTrace(open, kernelOf(open), packet).trace.end.kind !== "tunnel");
});

Deno.test("replyTo is for the answers alone", () => {
  const one = gateway(
    "{allow: [{on: vio2, proto: tcp, port: 22, from: 192.0.2.0/24, replyTo: 198.51.100.1}]}",
  );
  const kernel = kernelOf(one);
  const { trace: there, asked } = askTrace(
    one,
    kernel,
    "in on vio2 proto tcp from 192.0.2.99 to 198.51.100.2 port 22",
  );
  assert.equal(there.end.kind, "delivered");
  const back = trace(kernel, answerTo(asked.packet), { states: there.states });
  assert.deepEqual(back.end, { kind: "sent", on: "vio2", via: "198.51.100.1" });
});

Deno.test("where a table decides, or another routing table, it is not known", () => {
  const table = gateway(
    '{rules: ["table <up> { 198.51.100.1 }", "pass in on vio1 route-to <up>"]}',
    "forwarding: all",
  );
  assert.match(end(table, WEB), /^not known: the target of route-to is not known/);
  const away = gateway("{allow: [{on: vio1, to: any}]}", "forwarding: all", ", rdomain: 1");
  assert.match(end(away, WEB), /^not known: the routes of table 1 are not known/);
  // Its own address is there.
  assert.equal(
    end(away, "in on vio1 proto tcp from 10.0.0.5 to 10.0.0.1 port 22"),
    "delivered to the gateway itself",
  );
  // No route of the first table leads there.
  assert.doesNotMatch(end(away, "proto tcp from 203.0.113.2 to 10.0.0.5 port 22"), /vio1/);
  const beside = ", rdomain: 1}\n    - {name: vio3, address: 10.3.0.1/24";
  const rtable = gateway('{rules: ["pass in on vio3 rtable 1"]}', "forwarding: all", beside);
  assert.match(
    end(rtable, "in on vio3 proto tcp from 10.3.0.5 to 192.0.2.99 port 80"),
    /^not known: the routes of table 1/,
  );
});
