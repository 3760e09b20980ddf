import assert from "node:assert/strict";
import fc from "fast-check";
import {
  contains,
  isLinkLocal,
  isNetwork,
  networkText,
  notAHost,
  overlaps,
  parseAddress,
  parsePrefix,
} from "./address.ts";

Deno.test("addresses and prefixes of both families are read", () => {
  assert.deepEqual(parsePrefix("10.0.0.0/24"), { family: 4, value: 0x0a000000n, length: 24 });
  assert.deepEqual(parsePrefix("::1"), { family: 6, value: 1n, length: 128 });
  assert.equal(parseAddress("10.0.0.1/32"), undefined);
  assert.equal(parseAddress("10.0.0.1", 6), undefined);
});

Deno.test("what only looks like an address is none", () => {
  for (
    const text of [
      "",
      "10.1",
      "10.0.0.256",
      "010.0.0.1",
      "0x7f.1",
      "10.0.0.0/33",
      "10.0.0.0/",
      "10.0.0.0/08",
      "10.0.0.0/24/7",
      "2001:db8::/129",
      "fe80::1%vio0",
      "a.b",
      ":",
    ]
  ) assert.equal(parsePrefix(text), undefined, text);
});

Deno.test("two networks overlap exactly when one holds the first address of the other", () => {
  const network = fc.tuple(fc.nat({ max: 0xffffffff }), fc.integer({ min: 0, max: 32 }))
    .map(([value, length]) => {
      const rest = BigInt(32 - length);
      return { family: 4 as const, value: (BigInt(value) >> rest) << rest, length };
    });
  fc.assert(fc.property(network, network, (a, b) => {
    const size = (one: typeof a) => 1n << BigInt(32 - one.length);
    const holds = (one: typeof a, other: typeof a) =>
      other.value >= one.value && other.value < one.value + size(one);
    assert(isNetwork(a));
    assert.equal(overlaps(a, b), holds(a, b) || holds(b, a));
    assert.equal(overlaps(a, b), overlaps(b, a));
  }));
});

Deno.test("network, broadcast, multicast and unspecified addresses are no hosts", () => {
  const why = (text: string) => notAHost(parsePrefix(text)!);
  assert.match(why("10.0.0.0/24")!, /network itself/);
  assert.match(why("10.0.0.255/24")!, /broadcast/);
  assert.match(why("10.0.0.4/30")!, /network itself/);
  assert.match(why("10.0.0.7/30")!, /broadcast/);
  assert.match(why("224.0.0.5/24")!, /multicast/);
  assert.match(why("ff02::1/64")!, /multicast/);
  assert.match(why("0.0.0.0/24")!, /unspecified/);
  for (
    const good of [
      "10.0.0.1/24",
      "10.0.0.5/30",
      "10.0.0.6/30",
      "10.0.0.0/31",
      "10.0.0.1/31",
      "10.0.0.255/32",
      "2001:db8::/64",
    ]
  ) {
    assert.equal(why(good), undefined, good);
  }
});

Deno.test("a network contains what is in it, and not what it is in", () => {
  const holds = (a: string, b: string) => contains(parsePrefix(a)!, parsePrefix(b)!);
  assert(holds("10.0.0.0/8", "10.1.0.0/16") && holds("10.0.0.0/8", "10.0.0.0/8"));
  assert(!holds("10.1.0.0/16", "10.0.0.0/8") && !holds("10.0.0.0/8", "11.0.0.0/16"));
  assert(!holds("0.0.0.0/0", "2001:db8::/32"));
});

Deno.test("the network of an address has its host bits zero", () => {
  const pairs = {
    "10.2.0.1/24": "10.2.0.0/24",
    "2001:db8::1/33": "2001:db8::/33",
    "10.1.2.3/0": "0.0.0.0/0",
  };
  for (const [text, network] of Object.entries(pairs)) {
    assert.equal(networkText(parsePrefix(text)!), network);
  }
});

Deno.test("link-local is fe80::/10", () => {
  for (const one of ["fe80::1", "fea0::1", "febf::1"]) assert(isLinkLocal(parseAddress(one)!), one);
  for (const one of ["fe7f::1", "fec0::1", "ff02::1", "10.0.0.1"]) {
    assert(!isLinkLocal(parseAddress(one)!), one);
  }
});
