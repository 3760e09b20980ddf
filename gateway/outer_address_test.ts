import assert from "node:assert/strict";
import { testGateway } from "../test/gateway.ts";
import { isBehindNat, outerAddress } from "./outer_address.ts";

const { network } = testGateway();
const [card] = network.interfaces;

Deno.test("a gateway sends from the address that is named, or that faces the peer or the default router", () => {
  const gateway = testGateway({
    network: {
      ...network,
      interfaces: [
        { ...card!, name: "vio1", address: "10.20.0.1/24", address6: "2001:db8:2::1/64" },
        {
          ...card!,
          address: "203.0.113.2/28",
          address6: "2001:db8:1::2/64",
          aliases: ["203.0.113.3/28"],
        },
      ],
      gateway: "203.0.113.1",
      gateway6: "2001:db8:1::1",
    },
  });
  const cases: [string, string | undefined][] = [
    ["192.0.2.230", "203.0.113.2"],
    ["10.20.0.7", "10.20.0.1"],
    ["2001:db8:9::1", "2001:db8:1::2"],
    ["2001:db8:2::9", "2001:db8:2::1"],
    ["any", "203.0.113.2"],
    ["branch.example.net", "203.0.113.2"],
  ];
  for (const [peer, expected] of cases) {
    assert.equal(outerAddress(gateway, { peer }), expected, peer);
  }
  assert.equal(outerAddress(gateway, { peer: "any", localAddress: "203.0.113.3" }), "203.0.113.3");
});

Deno.test("an address that DHCP gives is not known", () => {
  const gateway = testGateway({
    network: { ...network, interfaces: [{ ...card!, address: "autoconf" }] },
  });
  assert.equal(outerAddress(gateway, { peer: "192.0.2.230" }), undefined);
});

Deno.test("private addresses are those that a router with NAT stands before", () => {
  for (
    const one of ["10.0.0.50", "192.168.1.1", "172.31.0.1", "100.64.0.1", "fd00::1", "fe80::1"]
  ) {
    assert.equal(isBehindNat(one), true, one);
  }
  for (const one of ["192.0.2.1", "172.32.0.1", "2001:db8::1", "any", "branch.example.net"]) {
    assert.equal(isBehindNat(one), false, one);
  }
});
