import assert from "node:assert/strict";
import fc from "fast-check";
import { testGateway, testTunnel } from "../test/gateway.ts";
import { disagreements } from "./check/ends.ts";
import { mirrorTunnel } from "./tunnel_mirror.ts";

const { network } = testGateway();
const [card] = network.interfaces;

/** A gateway with an address that its peers can know. */
const HQ = testGateway({
  network: {
    ...network,
    interfaces: [
      { ...card!, address: "203.0.113.2/29" },
      { ...card!, name: "vio1", address: "10.0.0.1/24" },
    ],
    gateway: "203.0.113.6",
  },
});

Deno.test("the other end has networks, ports, identities and roles the other way round", () => {
  const tunnel = testTunnel({
    ike: 2,
    mode: "passive",
    selectors: [{ local: "10.0.0.0/24", remote: "10.1.0.0/24" }],
    proto: "tcp",
    localPort: "80",
    srcid: "hq.example.net",
    dstid: "branch.example.net",
  });
  const far = mirrorTunnel(HQ, tunnel);
  assert.equal(far.mode, "active");
  assert.equal(far.peer, "203.0.113.2");
  assert.equal(far.localAddress, "192.0.2.230");
  assert.deepEqual([far.srcid, far.dstid], ["branch.example.net", "hq.example.net"]);
  assert.deepEqual(far.selectors, [{ local: "10.1.0.0/24", remote: "10.0.0.0/24" }]);
  assert.deepEqual([far.localPort, far.remotePort], [undefined, "80"]);
  assert.equal(mirrorTunnel(HQ, testTunnel()).mode, "passive");
});

Deno.test("what the peer does not see of the gateway is not in its tunnel", () => {
  const nat = mirrorTunnel(HQ, testTunnel({ ike: 2, nat: "10.9.0.0/24" }));
  assert.deepEqual(nat.remote, ["10.9.0.0/24"]);
  assert.equal(nat.nat, undefined);
  // Behind a router with NAT nobody knows the gateway's address, so that it must begin.
  const behind = mirrorTunnel(testGateway(), testTunnel({ ike: 2, mode: "active" }));
  assert.deepEqual([behind.peer, behind.mode], ["any", "passive"]);
  const [dynamic] = [{ ...card!, address: "autoconf" as const }];
  const dhcp = testGateway({ network: { ...network, interfaces: [dynamic] } });
  assert.equal(mirrorTunnel(dhcp, testTunnel()).peer, "any");
});

Deno.test("a tunnel and its mirror never disagree", () => {
  const id = fc.option(fc.constantFrom("a.example.net", "192.0.2.230", "b@example.net"), {
    nil: undefined,
  });
  const patch = fc.record({
    mode: fc.constantFrom("active" as const, "passive" as const),
    srcid: id,
    dstid: id,
    nat: fc.option(fc.constant("10.9.0.0/24"), { nil: undefined }),
    local: fc.subarray(["10.0.0.0/24", "10.7.0.0/16"], { minLength: 1 }),
    remote: fc.subarray(["10.1.0.0/24", "10.2.0.1"], { minLength: 1 }),
    encapsulation: fc.constantFrom("tunnel" as const, "transport" as const),
    ike: fc.constantFrom(1, 2),
  });
  fc.assert(
    fc.property(patch, ({ ike, ...fields }) => {
      const given = Object.fromEntries(
        Object.entries(fields).filter(([, value]) => value !== undefined),
      );
      const tunnel = ike === 1 ? testTunnel(given) : testTunnel({ ...given, ike: 2 });
      const far = { gateway: testGateway(), tunnel: mirrorTunnel(HQ, tunnel) };
      const found = disagreements({ gateway: HQ, tunnel }, far);
      assert.deepEqual(found, []);
    }),
  );
});
