import assert from "node:assert/strict";
import { testFirewall, testInterface, testRouter, testTunnel } from "../../../test/gateway.ts";
import type {
  Firewall,
  NatRule,
  NetworkInterface,
  RedirectRule,
} from "../../../gateway/gateway.ts";
import { pfLines } from "./testing.ts";

const NAT: NatRule = { on: "egress", from: ["10.0.0.0/24"], to: [], as: [], log: false };
const REDIRECT: RedirectRule = {
  on: "egress",
  proto: ["tcp"],
  port: ["443"],
  from: [],
  address: [],
  to: ["10.0.0.5"],
  log: false,
};

function lines(firewall: Partial<Firewall>, ...more: NetworkInterface[]): string[] {
  return pfLines(testRouter({ firewall: testFirewall(firewall), forwarding: "all" }, ...more));
}

function translated(firewall: Partial<Firewall>, ...more: NetworkInterface[]): string[] {
  return lines(firewall, ...more).filter((line) => /(nat|rdr)-to/.test(line));
}

Deno.test("nat: to the address of the interface, without its aliases", () => {
  assert.deepEqual(translated({ nat: [NAT] }), [
    "match out on egress inet from 10.0.0.0/24 to any nat-to (egress:0)",
  ]);
  const nat = { ...NAT, on: "vio0", to: ["! 10.0.0.0/8"], as: ["203.0.113.3"], log: true };
  assert.deepEqual(translated({ nat: [nat] }), [
    "match out log on vio0 inet from 10.0.0.0/24 to ! 10.0.0.0/8 nat-to 203.0.113.3",
  ]);
  assert.deepEqual(translated({ nat: [{ ...NAT, from: ["(vio1:network)"], as: ["(vio0)"] }] }), [
    "match out on egress from (vio1:network) to any nat-to (vio0)",
  ]);
});

Deno.test("nat: each uplink has its own address, and a shared one goes over to the other gateway", () => {
  const second = testInterface("vio2", "198.51.100.2/30", { options: ["group egress"] });
  assert.deepEqual(translated({ nat: [NAT] }, second), [
    "match out on vio0 inet from 10.0.0.0/24 to any nat-to (vio0:0)",
    "match out on vio2 inet from 10.0.0.0/24 to any nat-to (vio2:0)",
  ]);
  const carp = testInterface("carp0", "203.0.113.3/29", { options: ["vhid 1 carpdev vio0"] });
  assert.deepEqual(translated({ nat: [NAT] }, carp), [
    "match out on vio0 inet from 10.0.0.0/24 to any nat-to (carp0:0)",
  ]);
});

Deno.test("nat: what belongs into a tunnel is blocked in clear text before its address changes", () => {
  const found = pfLines(testRouter({
    firewall: testFirewall({ nat: [NAT] }),
    forwarding: "all",
    tunnels: [testTunnel()],
  }));
  const stop = found.indexOf("block out log quick on ! enc0 from 10.0.0.0/24 to 10.0.10.0/24");
  assert(stop >= 0 && stop < found.findIndex((line) => line.includes("nat-to")));
});

Deno.test("redirect: the translation and the pass that it needs, for every address of the gateway", () => {
  assert.deepEqual(translated({ redirect: [REDIRECT] }), [
    "pass in on egress inet proto tcp from any to (self) port 443 rdr-to 10.0.0.5",
  ]);
  const more: RedirectRule = {
    ...REDIRECT,
    proto: ["tcp", "udp"],
    port: ["https", "8000:8010"],
    from: ["<friends>"],
    address: ["203.0.113.3"],
    to: ["10.0.0.5", "10.0.0.6"],
    toPort: "8443",
    log: true,
  };
  assert.deepEqual(translated({ redirect: [more], tables: new Map([["friends", []]]) }), [
    "pass in log on egress inet proto { tcp udp } from <friends> to 203.0.113.3 port { 443 8000:8010 } rdr-to { 10.0.0.5 10.0.0.6 } port 8443 round-robin",
  ]);
});

Deno.test("tables are filled from the description and while the gateway runs", () => {
  const allow = { proto: ["tcp"], port: ["22"], from: ["! <bad>"], to: [], log: false };
  const found = lines({
    tables: new Map([["admins", ["198.51.100.0/24", "! 198.51.100.7"]], ["later", []]]),
    allow: [
      { ...allow, maxConnections: 10, maxRate: { connections: 15, seconds: 5 }, overload: "bad" },
      { ...allow, from: ["<admins>"] },
    ],
  });
  for (
    const wanted of [
      "table <admins> persist { 198.51.100.0/24 ! 198.51.100.7 }",
      "table <later> persist",
      "table <bad> persist",
      "block in log quick from <bad> to any",
      "pass in proto tcp from ! <bad> to (self) port 22 keep state (max-src-conn 10, max-src-conn-rate 15/5, overload <bad> flush global)",
      "pass in proto tcp from <admins> to (self) port 22",
    ]
  ) {
    assert(found.includes(wanted), `${wanted}\n${found.join("\n")}`);
  }
});

Deno.test("a rule has its tags, its router and its limits, and enc0 stays bound", () => {
  const base = { proto: ["tcp"], port: ["22"], from: [], to: [], log: false };
  const found = lines({
    skipTunnels: false,
    allow: [
      { ...base, on: "vio0", replyTo: "203.0.113.6", tag: "uplink" },
      { ...base, on: "vio1", routeTo: "203.0.113.6", tagged: "uplink" },
      { ...base, on: "enc0", maxConnections: 3 },
    ],
  });
  for (
    const wanted of [
      "pass in on vio0 proto tcp from any to (self) port 22 tag uplink reply-to 203.0.113.6",
      "pass in on vio1 proto tcp from any to (self) port 22 tagged uplink route-to 203.0.113.6",
      "pass in on enc0 proto tcp from any to (self) port 22 keep state (max-src-conn 3, if-bound)",
    ]
  ) {
    assert(found.includes(wanted), `${wanted}\n${found.join("\n")}`);
  }
});

Deno.test("senders are told that they were blocked, and unreachable sources blocked, where asked for", () => {
  assert(lines({ blockPolicy: "return" }).includes("set block-policy return"));
  assert(lines({}).includes("set block-policy drop"));
  assert(lines({ urpf: true }).includes("block in log quick from urpf-failed to any"));
  // What comes out of a tunnel is answered through another interface.
  assert(
    lines({ urpf: true, skipTunnels: false }).includes(
      "block in log quick on ! enc0 from urpf-failed to any",
    ),
  );
  assert(!lines({}).some((line) => line.includes("urpf-failed")));
});
