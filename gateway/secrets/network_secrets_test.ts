import assert from "node:assert/strict";
import { testGateway, testInterface } from "../../test/gateway.ts";
import { networkSecrets } from "./network_secrets.ts";
import { sasyncKey, sasyncKeyFault } from "./sasync_key.ts";

Deno.test("keys of sasyncd: 16, 24 or 32 bytes as text, or twice as many digits", () => {
  const text = "0123456789abcdef";
  assert.equal(sasyncKey(text), "0x30313233343536373839616263646566");
  assert.equal(sasyncKey("blank # and sign"), "0x626c616e6b202320616e64207369676e");
  assert.equal(sasyncKey("a".repeat(24)), `0x${"61".repeat(24)}`);
  // As text, 64 digits have no length of a key; 32 do, and sasyncd takes them for text.
  assert.equal(sasyncKey("AB".repeat(32)), `0x${"ab".repeat(32)}`);
  assert.equal(sasyncKey("ab".repeat(16)), `0x${"6162".repeat(16)}`);
  assert.equal(sasyncKey(`0x${"ab".repeat(16)}`), `0x${"ab".repeat(16)}`);
  for (
    const bad of ["", "short", "a".repeat(15), "a".repeat(33), "0xabc", `0x${"ab".repeat(15)}`]
  ) {
    assert.equal(sasyncKey(bad), undefined, bad);
    assert.match(sasyncKeyFault(bad)!, /16, 24 or 32/);
  }
});

Deno.test("secrets of the network: each is named, checked, and never shown", () => {
  const ref = { file: "/x" };
  const gateway = testGateway();
  gateway.network.interfaces.push(
    testInterface("carp0", "10.0.0.1/24", {
      carp: { vhid: 1, carpdev: "vio0", advskew: 0, advbase: 1, password: ref },
    }),
    testInterface("pppoe0", "autoconf", {
      pppoe: { dev: "vio1", user: "u", password: ref, authproto: "pap" },
    }),
    testInterface("wg0", "10.8.0.1/24", {
      wg: { key: ref, peers: [{ name: "p", publicKey: "", allowed: [], psk: ref }] },
    }),
  );
  gateway.failover = { interface: "vio2", peer: "10.255.0.2", key: ref };
  const found = networkSecrets(gateway);
  assert.deepEqual(found.map(({ key }) => key), ["carp0", "pppoe0", "wg0", "wg0 p", "failover"]);
  const of = new Map(found.map((one) => [one.key, one]));
  const good = `${"A".repeat(43)}=`;
  assert.equal(of.get("wg0")!.fault(good), undefined);
  // The last digit of 32 bytes has two bits that are not there.
  for (const bad of [`${"A".repeat(42)}B=`, "A".repeat(44), good.slice(1), "secret"]) {
    assert.match(of.get("wg0")!.fault(bad)!, /not a key of WireGuard/);
    assert(!of.get("wg0 p")!.fault(bad)!.includes(bad));
  }
  assert.match(of.get("pppoe0")!.fault("a\\b")!, /backslash/);
  assert.equal(of.get("carp0")!.fault("it's a secret"), undefined);
  assert.equal(of.get("carp0")!.doubt!("a".repeat(19)), undefined);
  assert.match(of.get("carp0")!.doubt!("a".repeat(20))!, /longer than 19 bytes/);
});
