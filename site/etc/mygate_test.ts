import assert from "node:assert/strict";
import { testGateway } from "../../test/gateway.ts";
import { renderMygate } from "./mygate.ts";

Deno.test("mygate has one router of each family, or is not there", () => {
  const { network } = testGateway();
  assert.equal(renderMygate(testGateway()), "10.0.0.1\n");
  const both = { ...network, gateway6: "2001:db8::1" };
  assert.equal(renderMygate(testGateway({ network: both })), "10.0.0.1\n2001:db8::1\n");
  const scoped = { ...network, gateway: "192.0.2.1%vio0", gateway6: "fe80::1%vio0" };
  assert.equal(renderMygate(testGateway({ network: scoped })), "192.0.2.1\nfe80::1%vio0\n");
  const { gateway: _, ...none } = network;
  assert.equal(renderMygate(testGateway({ network: none })), "");
});
