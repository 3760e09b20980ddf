import assert from "node:assert/strict";
import fc from "fast-check";
import { overlaps, type Prefix } from "./address.ts";
import { PrefixIndex } from "./prefix_index.ts";

/** Networks and addresses close to each other, so that many overlap. */
const prefix = fc.record({
  family: fc.constantFrom<4 | 6>(4, 6),
  bits: fc.nat(255),
  wide: fc.boolean(),
  less: fc.nat(9),
}).map(({ family, bits, wide, less }): Prefix => {
  const full = family === 4 ? 32 : 128;
  const length = wide ? full - less : [0, 1, full - 8, full][less % 4]!;
  return { family, value: BigInt(bits) | (family === 4 ? 10n << 24n : 0xfe8n << 116n), length };
});

Deno.test("networks are found as by looking at each of them", () => {
  fc.assert(fc.property(fc.array(prefix, { maxLength: 60 }), prefix, (networks, asked) => {
    const index = PrefixIndex.of(networks.map((one, at) => [one, at] as const));
    const expected = [...networks.keys()].filter((at) => overlaps(networks[at]!, asked));
    assert.deepEqual(index.overlapping(asked), expected);
    assert.equal(index.first(asked), expected[0]);
  }));
});
