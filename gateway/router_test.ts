import assert from "node:assert/strict";
import { testGateway } from "../test/gateway.ts";
import type { Network } from "./gateway.ts";
import { interfaceOfRouter, linkRoutes, parseRouter, routerWord } from "./router.ts";

function network(patch: Partial<Network>, ...addresses: [string, string][]): Network {
  const { network } = testGateway();
  const [card] = network.interfaces;
  return {
    ...network,
    interfaces: addresses.map(([name, address]) => ({
      ...card!,
      name,
      address: address.includes(":") ? "none" : address,
      address6: address.includes(":") ? address : "none",
    })),
    ...patch,
  };
}

Deno.test("a router's name has an address, and may have an interface", () => {
  assert.deepEqual(parseRouter("fe80::1%vio0"), { address: "fe80::1", interface: "vio0" });
  assert.deepEqual(parseRouter("10.0.0.1"), { address: "10.0.0.1" });
  assert.equal(routerWord("fe80::1%vio0"), "fe80::1%vio0");
  assert.equal(routerWord("192.0.2.1%vio0"), "192.0.2.1");
});

Deno.test("a router outside every subnet is routed to over the interface it is on", () => {
  const wan: [string, string] = ["vio0", "203.0.113.2/32"];
  const lan: [string, string] = ["vio1", "10.0.0.1/24"];
  const route = { interface: "vio0", family: 4, address: "192.0.2.1" } as const;
  const routes = (gateway: string, ...cards: [string, string][]) =>
    linkRoutes(network({ gateway }, ...cards));
  assert.deepEqual(routes("192.0.2.1", wan, lan), [route]);
  assert.deepEqual(routes("192.0.2.1%vio1", wan, lan), [{ ...route, interface: "vio1" }]);
  // In a subnet, or on no interface that could be told from others: none.
  assert.deepEqual(routes("10.0.0.254", wan, lan), []);
  assert.deepEqual(routes("192.0.2.1", lan), []);
  assert.deepEqual(routes("192.0.2.1", wan, ["vio2", "203.0.113.9/32"]), []);
  const six = network({ gateway: "10.0.0.2", gateway6: "2001:db8:ff::1" }, lan, [
    "vio0",
    "2001:db8::2/128",
  ]);
  assert.deepEqual(linkRoutes(six), [
    { interface: "vio0", family: 6, address: "2001:db8:ff::1" },
  ]);
  assert.deepEqual(linkRoutes({ ...six, gateway6: "fe80::1%vio0" }), []);
});

Deno.test("a route that a raw line makes is not made twice", () => {
  const own = network({ gateway: "192.0.2.1" }, ["vio0", "203.0.113.2/32"]);
  own.interfaces[0]!.options = ["!route add -inet 192.0.2.1/32 -link -iface vio0"];
  assert.deepEqual(linkRoutes(own), []);
  own.interfaces[0]!.options = ["!route add -inet 192.0.2.10/32 -link -iface vio0"];
  assert.equal(linkRoutes(own).length, 1);
});

Deno.test("a router is on the interface with the narrowest network around it", () => {
  const wide: [string, string] = ["vio0", "10.0.0.1/8"];
  const narrow: [string, string] = ["vio1", "10.9.0.1/24"];
  for (const cards of [[wide, narrow], [narrow, wide]]) {
    const found = (address: string) => interfaceOfRouter(network({}, ...cards), address)?.name;
    assert.equal(found("10.9.0.7"), "vio1");
    assert.equal(found("10.1.0.7"), "vio0");
    assert.equal(found("192.0.2.1"), undefined);
  }
});
