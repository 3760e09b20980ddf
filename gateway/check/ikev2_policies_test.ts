import assert from "node:assert/strict";
import fc from "fast-check";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { ikev2Tunnels } from "../tunnel.ts";
import { Policies, toldApart } from "./ikev2_policies.ts";

const identity = fc.constantFrom(
  undefined,
  "a.example.net",
  "b.example.net",
  "192.0.2.7",
  "::7",
  "0::7",
);
const set = fc.constantFrom("hmac-sha2-256", "hmac-sha1");
const tunnel = fc.record({
  dstid: identity,
  srcid: identity,
  localAddress: fc.constantFrom(undefined, undefined, "10.0.0.50", "10.0.0.51", "vio0"),
  auth: fc.array(set, { maxLength: 2 }),
});

Deno.test("the first policy that iked cannot tell apart is found as by asking each", () => {
  fc.assert(
    fc.property(fc.array(tunnel, { maxLength: 12 }), (list) => {
      const gateway = testGateway({
        tunnels: list.map((_, at) => testTunnel({ name: `t${at}`, ike: 2, peer: "any" })),
      });
      const tunnels = ikev2Tunnels(gateway.tunnels).map((one, at) => {
        const { dstid, srcid, localAddress, auth } = list[at]!;
        const phase1 = {
          ...one.phase1,
          sets: auth.map((name) => ({ auth: name, enc: "aes-256", group: "modp2048" })),
        };
        const { dstid: _, srcid: __, localAddress: ___, ...rest } = one;
        return {
          ...rest,
          phase1,
          ...(dstid === undefined ? {} : { dstid }),
          ...(srcid === undefined ? {} : { srcid }),
          ...(localAddress === undefined ? {} : { localAddress }),
        } as typeof one;
      });
      const policies = new Policies<typeof tunnels[number]>(gateway);
      for (const [at, one] of tunnels.entries()) {
        const expected = tunnels.slice(0, at).find((other) => !toldApart(gateway, other, one));
        assert.equal(policies.twinOf(one)?.name, expected?.name);
        policies.add(one);
      }
    }),
  );
});
