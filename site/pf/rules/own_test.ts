import assert from "node:assert/strict";
import { testFirewall, testInterface, testRouter, testTunnel } from "../../../test/gateway.ts";
import { linesFrom, pfLines } from "./testing.ts";

Deno.test("own: icmp reaches the gateway alone, not the hosts behind it", () => {
  const lines = pfLines(testRouter());
  assert(
    lines.includes(
      "pass in inet proto icmp from any to (self) icmp-type { echoreq unreach timex }",
    ),
  );
  assert(
    lines.includes(
      "pass in inet6 proto icmp6 from any to (self) icmp6-type { echoreq unreach toobig timex paramprob }",
    ),
  );
  for (const line of lines.filter((one) => /^pass in .*icmp/.test(one))) {
    assert.match(line, / to (\(self\)|\{ \(self\) fe80::\/10 ff02::\/16 \}|ff00::\/8) /);
  }
});

Deno.test("own: neighbour discovery and its multicast pass before anything can block them", () => {
  const tunnel = testTunnel({ local: ["2001:db8::1"], remote: ["2001:db8::7"] });
  const six = testInterface("vio2", "none", { address6: "2001:db8::1/64" });
  const lines = pfLines(testRouter({ tunnels: [tunnel] }, six));
  const found = lines.flatMap((line, at) => /^pass (in|out) quick inet6/.test(line) ? [at] : []);
  const stop = lines.findIndex((line) => line.startsWith("block out log quick on ! enc0"));
  assert.equal(found.length, 4);
  assert(found.every((at) => at < stop), lines.join("\n"));
  // Their router alert is dropped without allow-opts; the number has a name in some releases only.
  assert(
    lines.includes(
      "pass in quick inet6 proto icmp6 from fe80::/10 to ff00::/8 icmp6-type groupqry allow-opts",
    ),
  );
  assert(
    lines.includes(
      "pass out quick inet6 proto icmp6 from any to ff00::/8 icmp6-type { grouprep groupterm 143 } allow-opts",
    ),
  );
});

Deno.test("own: leases and router advertisements are let in where an address comes from them", () => {
  assert(!pfLines(testRouter()).some((line) => /port (68|546)|routeradv/.test(line)));
  const lines = pfLines(
    testRouter({}, testInterface("vio2", "autoconf", { address6: "autoconf" })),
  );
  assert.deepEqual(lines.filter((line) => /port (68|546)|routeradv/.test(line)), [
    "pass in on vio2 inet proto udp from any port 67 to any port 68",
    "pass in on vio2 inet6 proto icmp6 from fe80::/10 to { fe80::/10 ff02::/16 } icmp6-type routeradv",
    "pass in on vio2 inet6 proto udp from fe80::/10 port 547 to fe80::/10 port 546",
  ]);
});

Deno.test("own: packets of the other gateway are let in on the carpdev and the syncdev", () => {
  const lines = linesFrom(
    testRouter(
      {},
      testInterface("vio2", "10.255.0.1/30"),
      testInterface("carp0", "203.0.113.3/29", { options: ["vhid 1 carpdev vio0"] }),
      testInterface("carp1", "10.0.0.254/24", {
        options: ["vhid 2 carpdev vio1 carppeer 10.0.0.3"],
      }),
      testInterface("carp2", "none", { options: ["inet6 2001:db8::9 64 vhid 3 carpdev vio1"] }),
      testInterface("pfsync0", "none", { options: ["syncdev vio2"] }),
      testInterface("pfsync1", "none", { options: ["syncdev vio2 syncpeer 10.255.0.2"] }),
      testInterface("pfsync2", "none"),
    ),
    "pass",
  ).filter((line) => line.includes("no-sync"));
  assert.deepEqual(lines, [
    "pass in on vio0 proto carp from any to 224.0.0.18 keep state (no-sync)",
    "pass out on vio0 proto carp from any to 224.0.0.18 keep state (no-sync)",
    "pass in on vio1 proto carp from 10.0.0.3 to (self) keep state (no-sync)",
    "pass out on vio1 proto carp from (self) to 10.0.0.3 keep state (no-sync)",
    "pass in on vio1 proto carp from any to 224.0.0.18 keep state (no-sync)",
    "pass out on vio1 proto carp from any to 224.0.0.18 keep state (no-sync)",
    "pass in on vio1 proto carp from any to ff02::12 keep state (no-sync)",
    "pass out on vio1 proto carp from any to ff02::12 keep state (no-sync)",
    "pass in on vio2 proto pfsync from any to 224.0.0.240 keep state (no-sync)",
    "pass out on vio2 proto pfsync from any to 224.0.0.240 keep state (no-sync)",
    "pass in on vio2 proto pfsync from 10.255.0.2 to (self) keep state (no-sync)",
    "pass out on vio2 proto pfsync from (self) to 10.255.0.2 keep state (no-sync)",
  ]);
});

Deno.test("own: sasyncd of the other gateway is let in on the link between the two", () => {
  const failover = { interface: "vio2", peer: "10.255.0.2", key: { env: "SASYNC" } };
  const sync = testInterface("vio2", "10.255.0.1/30");
  assert(
    pfLines(testRouter({ failover }, sync)).includes(
      "pass in on vio2 proto tcp from 10.255.0.2 to (self) port 500 keep state (no-sync)",
    ),
  );
  assert(!pfLines(testRouter({}, sync)).some((line) => line.includes("port 500")));
});

Deno.test("own: a rule that passes everything on an interface makes no state that pfsync would send", () => {
  const pair = testRouter(
    {
      firewall: testFirewall({
        allow: [{
          proto: [],
          port: [],
          log: false,
          on: "vio1",
          from: ["10.0.0.0/24"],
          to: ["any"],
        }],
      }),
    },
    testInterface("carp1", "10.0.0.254/24", { options: ["vhid 2 carpdev vio1"] }),
  );
  const lines = pfLines(pair);
  const last = (pattern: RegExp) => lines.findLastIndex((line) => pattern.test(line));
  assert(last(/^pass in on vio1 .*from 10\.0\.0\.0\/24 to any/) >= 0, lines.join("\n"));
  assert(last(/^pass in on vio1 proto carp .*no-sync/) > last(/^pass in on vio1 .*to any/));
});
