import assert from "node:assert/strict";
import { testGateway, testInterface } from "../test/gateway.ts";
import { outerMtu } from "./outer_mtu.ts";

function mtu(interfaces: ReturnType<typeof testInterface>[], tunnel: object = {}) {
  const network = { ...testGateway().network, interfaces, gateway: "203.0.113.1", routes: [] };
  return outerMtu(testGateway({ network }), { peer: "192.0.2.1", ...tunnel });
}

Deno.test("the MTU towards a peer is that of the interface there, and of what carries it", () => {
  const lan = testInterface("vio1", "10.0.0.1/24", { mtu: 1300 });
  const wan = testInterface("vio0", "203.0.113.2/28");
  assert.equal(mtu([wan, lan]), 1500);
  assert.equal(mtu([{ ...wan, mtu: 1400 }, lan]), 1400);
  assert.equal(mtu([{ ...wan, mtu: 1400 }, lan], { peer: "10.0.0.9" }), 1300);
  assert.equal(mtu([wan, lan], { peer: "any" }), 1500);
  assert.equal(mtu([wan, lan], { localAddress: "10.0.0.1" }), 1300);
  const vlan = testInterface("vlan7", "203.0.113.2/28", { vlan: { id: 7, parent: "vio2" } });
  assert.equal(mtu([testInterface("vio2", "none", { mtu: 1400 }), vlan]), 1400);
  const pppoe = testInterface("pppoe0", "203.0.113.2/28", {
    pppoe: { dev: "vio2", authProto: "pap", user: "u", password: { env: "P" } } as never,
  });
  assert.equal(mtu([testInterface("vio2", "none"), pppoe]), 1492);
  assert.equal(mtu([testInterface("vio2", "none", { mtu: 1460 }), pppoe]), 1452);
  assert.equal(mtu([testInterface("vio2", "none", { mtu: 1508 }), { ...pppoe, mtu: 1500 }]), 1500);
  assert.equal(mtu([lan]), undefined);
});
