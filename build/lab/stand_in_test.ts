import assert from "node:assert/strict";
import { testGateway, testPhase, testTunnel } from "../../test/gateway.ts";
import { standIn } from "./stand_in.ts";

const sets = (...sets: Parameters<typeof testPhase>[1][]) => {
  const phase2 = { sets: sets.flatMap((set) => testPhase(3600, set).sets), lifetime: 3600 };
  return standIn(testGateway(), testTunnel({ ike: 2, phase2 }));
};

Deno.test("what Linux can do for iked is left as it is", () => {
  for (const auth of ["hmac-sha1", "hmac-sha2-384", "hmac-sha2-512"]) {
    const { tunnel, notes } = sets({ auth });
    assert.equal(tunnel.phase2.sets[0]!.auth, auth);
    assert.deepEqual(notes, []);
  }
});

Deno.test("what it cannot do is replaced, once, and reported", () => {
  const { tunnel, notes } = sets({}, { enc: "aes-256-gcm", group: "modp2048" });
  assert.deepEqual(tunnel.phase2, {
    sets: [{ enc: "aes-256", auth: "hmac-sha2-512", group: "modp2048" }],
    lifetime: 3600,
  });
  assert.match(notes.join(), /hmac-sha2-512 modp2048 instead of .*sha2-256.* or aes-256-gcm/);
});

Deno.test("iked's own phase 2 is replaced by the part of it that Linux knows", () => {
  const { tunnel, notes } = sets();
  assert.deepEqual(tunnel.phase2.sets, [{ enc: "aes-256", auth: "hmac-sha2-512", group: "none" }]);
  assert.deepEqual(notes, [
    "packets were protected by aes-256 hmac-sha2-512 none instead of iked's own phase 2, of which " +
    "Linux's PF_KEY does not have all",
  ]);
});

Deno.test("flows to what routes lead to stand for a sec(4) interface", () => {
  const { network } = testGateway();
  const gateway = testGateway({
    network: {
      ...network,
      interfaces: [...network.interfaces, {
        ...network.interfaces[0]!,
        name: "sec0",
        address: "10.99.0.1/32",
        peer: "10.99.0.2",
      }],
      routes: [{ to: "10.30.0.0/24", via: "10.99.0.2" }, { to: "10.50.0.0/16", via: "10.0.0.254" }],
    },
  });
  const tunnel = testTunnel({ ike: 2, iface: "sec0", local: [], remote: [] });
  const stood = standIn(gateway, tunnel);
  assert.deepEqual([stood.tunnel.local, stood.tunnel.remote, stood.tunnel.iface], [
    ["0.0.0.0/0"],
    ["10.30.0.0/24"],
    undefined,
  ]);
  assert.equal(stood.wholly, true);
  assert.match(stood.notes.join(), /stood in for sec0/);
});

Deno.test("hosts with the translated addresses stand for those that OpenBSD translates", () => {
  const { tunnel, notes, wholly } = standIn(
    testGateway(),
    testTunnel({ ike: 2, nat: "172.16.9.0/24", local: ["10.0.0.0/24"] }),
  );
  assert.deepEqual([tunnel.local, tunnel.nat, wholly], [["172.16.9.0/24"], undefined, true]);
  assert.match(notes.join(), /172\.16\.9\.0\/24 stood in for .*10\.0\.0\.0\/24.*was not tested/);
});
