import assert from "node:assert/strict";
import { testInterface, testRouter } from "../../test/gateway.ts";
import { linksOf } from "./links.ts";
import type { Gateway, NetworkInterface } from "../gateway.ts";

function outside(gateway: Gateway): string[] {
  return linksOf(gateway).filter((one) => one.outside).map(({ name }) => name);
}

function withInterfaces(interfaces: NetworkInterface[], router?: string): Gateway {
  const gateway = testRouter();
  return {
    ...gateway,
    network: {
      nameservers: [],
      search: [],
      hosts: [],
      routes: [],
      interfaces,
      ...(router === undefined ? {} : { gateway: router }),
    },
  };
}

Deno.test("links: the outside is where the default route leads", () => {
  const wan = testInterface("vio0", "203.0.113.2/29");
  const lan = testInterface("vio1", "10.0.0.1/24");
  assert.deepEqual(outside(withInterfaces([wan, lan], "203.0.113.6")), ["vio0"]);
  assert.deepEqual(outside(withInterfaces([wan, lan], "10.0.0.254")), ["vio1"]);
  assert.deepEqual(outside(withInterfaces([wan, lan])), []);
  assert.deepEqual(outside(withInterfaces([testInterface("vio0", "autoconf"), lan])), ["vio0"]);
  // A lease gives no route where a router is written.
  assert.deepEqual(
    outside(withInterfaces([testInterface("vio0", "autoconf"), lan], "10.0.0.254")),
    ["vio1"],
  );
  const alone = testInterface("vio0", "203.0.113.9/32");
  assert.deepEqual(outside(withInterfaces([lan, alone], "192.0.2.1")), ["vio0"]);
  assert.deepEqual(outside(withInterfaces([testInterface("pppoe0", "none"), lan])), ["pppoe0"]);
  const group = testInterface("vio5", "198.51.100.2/30", { options: ["group egress"] });
  assert.deepEqual(outside(withInterfaces([wan, lan, group], "203.0.113.6")), ["vio0", "vio5"]);
});

Deno.test("links: a carp interface is one wire with its carpdev", () => {
  const gateway = testRouter(
    {},
    testInterface("carp0", "203.0.113.3/29", { options: ["vhid 1 carpdev vio0"] }),
    testInterface("carp1", "none", {
      options: ["inet 10.0.0.254 255.255.255.0 vhid 2 carpdev vio1"],
    }),
    testInterface("lo1", "192.168.1.1/24"),
  );
  const links = linksOf(gateway);
  assert.deepEqual(links.map(({ seenOn }) => seenOn), ["vio0", "vio1", "vio0", "vio1", "lo1"]);
  assert.deepEqual(outside(gateway), ["vio0", "carp0"]);
  assert.deepEqual(links[3]!.addresses.map(({ network }) => network), ["10.0.0.0/24"]);
  assert.deepEqual(links.map(({ loopback }) => loopback), [false, false, false, false, true]);
  assert(links[2]!.groups.includes("carp") && !links[0]!.groups.includes("vio"));
});
