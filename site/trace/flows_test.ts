import assert from "node:assert/strict";
import fc from "fast-check";
import { overlaps, parsePrefix } from "../../gateway/address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import { type Flow, flowOut, sorted } from "./flows.ts";

const network = fc.constantFrom(
  "0.0.0.0/0",
  "10.0.0.0/8",
  "10.1.0.0/16",
  "10.1.2.0/24",
  "10.1.2.3",
  "172.16.0.0/12",
  "2001:db8::/32",
).map((text) => parsePrefix(text)!);

const flow = fc.record({
  from: network,
  to: network,
  type: fc.constantFrom("require" as const, "bypass" as const),
  tunnel: fc.constantFrom("a", "b").map((name) => ({ name }) as Tunnel),
  protocol: fc.constantFrom(undefined, undefined, 6, 17),
  toPort: fc.constantFrom(undefined, undefined, 80),
}).map(({ protocol, toPort, ...rest }): Flow => ({
  ...rest,
  ...(protocol === undefined ? {} : { protocol }),
  ...(toPort === undefined ? {} : { toPort }),
}));

const address = fc.constantFrom("10.1.2.3", "10.1.9.9", "172.16.0.1", "8.8.8.8", "2001:db8::1")
  .map((text) => parsePrefix(text)!);

Deno.test("the flow of a packet is found as by looking at each", () => {
  fc.assert(
    fc.property(
      fc.array(flow, { maxLength: 60 }),
      address,
      address,
      fc.boolean(),
      fc.boolean(),
      (flows, from, to, down, isSorted) => {
        const list = isSorted ? sorted(flows) : flows;
        const packet: Packet = { from, to, protocol: 6, fromPort: 50000, toPort: 80 };
        const downs = new Set(down ? ["a"] : []);
        const expected = list.find((one) =>
          !downs.has(one.tunnel!.name) && overlaps(one.from, from) && overlaps(one.to, to) &&
          (one.protocol === undefined || one.protocol === 6) &&
          (one.toPort === undefined || one.toPort === 80)
        );
        assert.equal(flowOut(list, packet, downs), expected);
      },
    ),
    { numRuns: 500 },
  );
});
