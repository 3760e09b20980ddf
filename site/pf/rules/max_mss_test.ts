import assert from "node:assert/strict";
import { testFirewall, testPhase, testRouter, testTunnel } from "../../../test/gateway.ts";
import type { Ikev1Tunnel } from "../../../gateway/gateway.ts";
import { largestSegment } from "./max_mss.ts";
import { pfLines } from "./testing.ts";

function segments(patch: Partial<Ikev1Tunnel>): string[] {
  return pfLines(testRouter({ tunnels: [testTunnel(patch)] })).filter((one) => /max-mss/.test(one));
}

/** Bytes on the wire of a TCP segment of `mss` bytes in ESP in UDP. */
function onWire(mss: number, vector: number, block: number, icv: number, outer = 20, inner = 20) {
  const plain = inner + 20 + mss + 2;
  return outer + 8 + 8 + vector + Math.ceil(plain / block) * block + icv;
}

Deno.test("segments fill the packets of the way, and do not overflow them", () => {
  const cases: [Parameters<typeof testPhase>[1], number, number, number][] = [
    [{ enc: "aes-256", auth: "hmac-sha2-256" }, 16, 16, 16],
    [{ enc: "aes-128", auth: "hmac-sha1" }, 16, 16, 12],
    [{ enc: "aes-256", auth: "hmac-sha2-512" }, 16, 16, 32],
    [{ enc: "aes-256", auth: "hmac-sha2-384" }, 16, 16, 24],
    [{ enc: "3des", auth: "hmac-sha1" }, 8, 8, 12],
    [{ enc: "aes-256-gcm" }, 8, 4, 16],
  ];
  for (const [set, vector, block, icv] of cases) {
    for (const [peer, outer] of [["198.51.100.7", 20], ["2001:db8::7", 40]] as const) {
      const { auth: _, ...bare } = testPhase(3600).sets[0]!;
      const phase2 = { sets: [{ ...bare, ...set }], lifetime: 3600 };
      const mss = largestSegment(testRouter(), testTunnel({ peer, phase2 }), 4);
      assert(onWire(mss, vector, block, icv, outer) <= 1492, JSON.stringify(set));
      assert(onWire(mss + 1, vector, block, icv, outer) > 1492, JSON.stringify(set));
    }
  }
});

Deno.test("segments: beside enc0, both ways, each family with its own", () => {
  assert.deepEqual(segments({}), [
    "match on ! enc0 inet proto tcp from 10.0.0.0/24 to 10.0.10.0/24 scrub (max-mss 1382)",
    "match on ! enc0 inet proto tcp from 10.0.10.0/24 to 10.0.0.0/24 scrub (max-mss 1382)",
  ]);
  const both = segments({
    local: ["10.0.0.0/24", "2001:db8:1::/48"],
    remote: ["10.0.10.0/24", "2001:db8:2::/48"],
  });
  assert.equal(both.filter((line) => line.includes("inet6") && line.includes("1362")).length, 2);
});

Deno.test("segments: no tunnel, transport or another protocol needs none; a number holds for all", () => {
  assert.deepEqual(segments({ encapsulation: "transport" }), []);
  assert.deepEqual(segments({ proto: "gre" }), []);
  const all = pfLines(testRouter({
    firewall: testFirewall({ maxMss: 1360 }),
    tunnels: [testTunnel()],
  }));
  assert.deepEqual(all.filter((line) => /max-mss/.test(line)), [
    "match proto tcp all scrub (max-mss 1360)",
  ]);
});

Deno.test("segments fit the interface towards the peer where its packets are smaller", () => {
  const router = testRouter({ tunnels: [testTunnel()] });
  const { interfaces } = router.network;
  const on = (outer: object, inner: object = {}, more: typeof interfaces = []) =>
    pfLines({
      ...router,
      network: {
        ...router.network,
        interfaces: [
          { ...interfaces[0]!, ...outer },
          ...interfaces.slice(1).map((one) => ({ ...one, ...inner })),
          ...more,
        ],
      },
    }).flatMap((line) => /max-mss (\d+)/.exec(line)?.[1] ?? [])[0];
  for (const mtu of [1280, 1400, 1452]) {
    const mss = Number(on({ mtu }));
    assert(onWire(mss, 16, 16, 16) <= mtu && onWire(mss + 1, 16, 16, 16) > mtu, `${mtu}: ${mss}`);
  }
  // The path behind is no wider than usual, and the LAN has nothing to do with it.
  assert.deepEqual([on({}), on({ mtu: 1500 }), on({ mtu: 9000 }), on({}, { mtu: 1300 })], [
    "1382",
    "1382",
    "1382",
    "1382",
  ]);
});
