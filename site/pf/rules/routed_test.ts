import assert from "node:assert/strict";
import { testFirewall, testInterface, testRouter, testTunnel } from "../../../test/gateway.ts";
import type { AllowRule, Firewall } from "../../../gateway/gateway.ts";
import { pfLines } from "./testing.ts";

function lines(firewall: Partial<Firewall>): string[] {
  const sec = testInterface("sec0", "10.254.0.1/32", { peer: "10.254.0.2" });
  const gateway = testRouter({
    firewall: testFirewall(firewall),
    tunnels: [testTunnel({ name: "t", iface: "sec0", local: [], remote: [] })],
  }, sec);
  const routes = [{ to: "10.30.0.0/16", via: "10.254.0.2" }];
  return pfLines({ ...gateway, network: { ...gateway.network, routes } });
}

Deno.test("routed: the networks inside reach those that routes lead into the tunnel, and nobody else claims them", () => {
  const found = lines({});
  assert(found.includes("set skip on { lo enc0 sec0 }"), found.join("\n"));
  assert(found.includes("pass in on vio1 from 10.0.0.0/24 to { 10.254.0.2 10.30.0.0/16 }"));
  assert(found.includes("block in log quick on ! sec0 from { 10.254.0.2 10.30.0.0/16 } to any"));
  assert(!found.some((line) => /^pass in on vio0 from/.test(line)));
});

Deno.test("routed: a filtered tunnel lets out what rules name, else all that comes from its networks", () => {
  const all = lines({ skipTunnels: false });
  assert(all.includes("set skip on lo"));
  assert(all.includes("pass in on sec0 from { 10.254.0.2 10.30.0.0/16 } to 10.0.0.0/24"));
  const allow: AllowRule[] = [
    { tunnel: "t", proto: ["tcp"], port: ["443"], from: [], to: ["10.0.0.80"], log: false },
  ];
  const some = lines({ skipTunnels: false, allow });
  assert(
    some.includes(
      "pass in on sec0 proto tcp from { 10.254.0.2 10.30.0.0/16 } to 10.0.0.80 port 443",
    ),
  );
  assert(!some.some((line) => line.startsWith("pass in on sec0 from")));
});
