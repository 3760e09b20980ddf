import assert from "node:assert/strict";
import fc from "fast-check";
import { overlaps, parsePrefix, type Prefix } from "../address.ts";
import type { Tunnel } from "../tunnel.ts";
import type { Network, Parsed } from "./parsed_tunnel.ts";
import { overlapsOf } from "./tunnel_overlaps.ts";

const text = fc.constantFrom(
  "0.0.0.0/0",
  "10.0.0.0/8",
  "10.1.0.0/16",
  "10.1.2.0/24",
  "10.1.3.0/24",
  "10.2.0.0/16",
  "172.16.0.0/12",
  "172.16.5.0/24",
  "2001:db8::/32",
  "2001:db8:1::/48",
);

const tunnel = fc.record({
  local: fc.array(text, { minLength: 1, maxLength: 4 }),
  remote: fc.array(text, { minLength: 1, maxLength: 4 }),
  proto: fc.constantFrom(undefined, undefined, "tcp"),
});

function parsedOf(
  { local, remote, proto }: { local: string[]; remote: string[]; proto?: string | undefined },
  index: number,
): Parsed {
  const list = (texts: string[], side: string) =>
    texts.map((one, at): Network => ({ ...parsePrefix(one)!, path: ["tunnels", index, side, at] }));
  const [near, far] = [list(local, "local"), list(remote, "remote")];
  return {
    tunnel: { name: `t${index}`, proto } as unknown as Tunnel,
    index,
    path: ["tunnels", index],
    local: near,
    remote: far,
    pairs: near.flatMap((one) =>
      far.filter(({ family }) => family === one.family).map((other) => ({ near: one, far: other }))
    ),
  };
}

/** Whether the two share an address, but for a network that holds everything. */
const cross = (a: Prefix, b: Prefix) => (a.length === 0) === (b.length === 0) && overlaps(a, b);

/** As the words say it: each pair of each tunnel with each of every other. */
function pairwise(all: readonly Parsed[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const late of all) {
    for (const early of all.slice(0, late.index)) {
      if (early.tunnel.proto !== late.tunnel.proto) continue;
      const paths = late.pairs.filter((one) =>
        early.pairs.some((other) => cross(one.near, other.near) && cross(one.far, other.far))
      ).map(({ far }) => JSON.stringify(far.path));
      if (paths.length > 0) found.set(`${early.index} ${late.index}`, paths);
    }
  }
  return found;
}

Deno.test("tunnels that overlap are found as by comparing each with each", () => {
  fc.assert(
    fc.property(fc.array(tunnel, { maxLength: 12 }), (tunnels) => {
      const parsed = tunnels.map(parsedOf);
      const expected = pairwise(parsed);
      const found = overlapsOf(parsed);
      const keys = found.map(({ early, late }) => `${early.index} ${late.index}`);
      assert.equal(new Set(keys).size, keys.length);
      for (const [at, { path }] of found.entries()) {
        assert(expected.get(keys[at]!)?.includes(JSON.stringify(path)), keys[at]);
      }
      const same = parsed.flatMap(({ index, pairs }) =>
        pairs.map((
          { near, far },
        ) => [`${near.value}/${near.length} ${far.value}/${far.length}`, index])
      );
      const twins = new Map(same as [string, number][]);
      const isTwin = same.some(([key, index]) => twins.get(key as string) !== index);
      // Of tunnels that join the same networks, one stands for the others.
      if (!isTwin) assert.deepEqual(keys.sort(), [...expected.keys()].sort());
      assert.equal(found.length === 0, expected.size === 0);
    }),
    { numRuns: 2000 },
  );
});
