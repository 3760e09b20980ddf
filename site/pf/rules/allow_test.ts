import assert from "node:assert/strict";
import { testFirewall, testRouter, testTunnel } from "../../../test/gateway.ts";
import type { AllowRule, Firewall } from "../../../gateway/gateway.ts";
import { pfLines } from "./testing.ts";

const RULE: AllowRule = { proto: [], port: [], from: [], to: [], log: false };

function lines(firewall: Partial<Firewall>, tunnels = [testTunnel({ name: "t", tag: "t" })]) {
  return pfLines(testRouter({
    firewall: testFirewall({ skipTunnels: false, peers: ["192.0.2.230"], ...firewall }),
    tunnels,
  }));
}

Deno.test("allow: states that can begin on a filtered enc0 are bound to it, and no others are", () => {
  const found = lines({
    allow: [
      { ...RULE, tunnel: "t", proto: ["tcp"], port: ["443"], log: true },
      { ...RULE, on: "enc0", to: ["10.0.0.9"] },
      { ...RULE, on: "vio1", to: ["10.0.0.9"] },
      { ...RULE, proto: ["tcp"], port: ["80"] },
    ],
  });
  assert(!found.some((line) => line.startsWith("set state-policy")));
  for (const line of found.filter((one) => one.startsWith("pass"))) {
    const canBegin = !/ on (! enc0|vio\d) /.test(line) && !/ icmp6 /.test(line);
    assert.equal(line.includes("keep state (if-bound)"), canBegin, line);
  }
  assert(found.includes("pass in on ! enc0 proto tcp from any to (self) port 80"));
  assert(
    found.includes("pass in on enc0 proto tcp from any to (self) port 80 keep state (if-bound)"),
  );
});

Deno.test("allow: out of a filtered tunnel comes what its peers sent, by its tag", () => {
  const all = lines({});
  assert(
    all.includes(
      "pass in quick on enc0 proto { ipencap ipv6 } from <ipsec_peers> to (self) keep state (if-bound)",
    ),
  );
  const inner = "pass in on enc0 from 10.0.10.0/24 to 10.0.0.0/24 keep state (if-bound) tagged t";
  assert(all.includes(inner));
  // Where the description says what may come, nothing else may.
  const narrow = lines({ allow: [{ ...RULE, tunnel: "t", proto: ["tcp"], port: ["https"] }] });
  assert(!narrow.includes(inner));
  assert(
    narrow.includes(
      "pass in on enc0 proto tcp from 10.0.10.0/24 to 10.0.0.0/24 port 443 keep state (if-bound) tagged t",
    ),
  );
});

Deno.test("allow: antispoof does not stop a peer in a network of the gateway's own", () => {
  const near = testTunnel({
    name: "near",
    encapsulation: "transport",
    peer: "10.0.0.7",
    local: ["10.0.0.1"],
    remote: ["10.0.0.7"],
  });
  const found = lines({}, [near]);
  const at = (start: string) => found.findIndex((line) => line.startsWith(start));
  assert(at("pass in quick on enc0 from 10.0.0.7 to 10.0.0.1") >= 0);
  assert(at("pass in quick on enc0 from 10.0.0.7") < at("antispoof"));
  // Nothing comes through ipencap in transport mode.
  assert.equal(at("pass in quick on enc0 proto"), -1);
  // A remote network around ours vouches for nobody in ours.
  const wide = lines({}, [testTunnel({ remote: ["10.0.0.0/8"] })]);
  assert(!wide.some((line) => line.startsWith("pass in quick on enc0 from")));
});

Deno.test("allow: an interface named like a word of the grammar is in quotes", () => {
  const found = lines({ allow: [{ ...RULE, on: "group" }, { ...RULE, on: "vio1" }] });
  assert(found.includes('pass in on "group" from any to (self)'), found.join("\n"));
  assert(found.includes("pass in on vio1 from any to (self)"));
});

Deno.test("allow: long lists are tables", () => {
  const from = Array.from({ length: 200 }, (_, n) => `198.51.${n}.0/24`);
  const found = lines({ skipTunnels: true, allow: [{ ...RULE, from, to: ["10.0.0.9"] }] });
  assert(found.includes("pass in from <allow-1.from> to 10.0.0.9"));
});

Deno.test("allow: peers that are an empty list are nobody", () => {
  const found = lines({ peers: [] });
  assert(found.includes("table <ipsec_peers> const { }"), found.join("\n"));
  assert(!found.some((line) => /from any to \(self\) port \{ 500 4500 \}/.test(line)));
});
