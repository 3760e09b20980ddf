import assert from "node:assert/strict";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { stage } from "./stage.ts";

const { network } = testGateway();
const [card] = network.interfaces;

/** A gateway with addresses that everybody sees. */
const open = testGateway({
  network: {
    ...network,
    interfaces: [
      { ...card!, address: "203.0.113.2/28", address6: "2001:db8:1::2/64" },
      { ...card!, name: "vio1", address: "10.0.0.10/24" },
    ],
    gateway: "203.0.113.1",
    gateway6: "2001:db8:1::1",
  },
});

const network_ = (name: string, { nodes }: ReturnType<typeof stage>) =>
  nodes.find((node) => node.name === name)!.network.join("\n");

Deno.test("each pair of networks is tried between hosts that nobody else is", () => {
  const tunnel = testTunnel({
    ike: 2,
    local: ["10.0.0.0/24", "10.1.0.4/32"],
    remote: ["10.8.0.0/29", "2001:db8:8::/64"],
  });
  const { probes, seen, far, nat } = stage(open, tunnel);
  assert.deepEqual(probes.map((one) => `${one.near.address} ${one.far.address}`), [
    // The tenth address is the gateway's own.
    "10.0.0.11 10.8.0.1",
    "10.1.0.4 10.8.0.1",
  ]);
  assert.deepEqual([seen, far, nat], ["203.0.113.2", "192.0.2.230", false]);
});

Deno.test("a network of one address that an end has is that end itself", () => {
  const tunnel = testTunnel({ ike: 2, local: ["203.0.113.2/32"], remote: ["192.0.2.230/32"] });
  assert.deepEqual(stage(open, tunnel).probes, [{
    near: { node: "gateway", address: "203.0.113.2" },
    far: { node: "far", address: "192.0.2.230" },
    ports: {},
  }]);
  const transport = { ...tunnel, encapsulation: "transport" as const };
  assert.deepEqual(stage(open, transport).probes, stage(open, tunnel).probes);
});

Deno.test("everywhere has a host, and is not routed as a whole", () => {
  const set = stage(open, testTunnel({ ike: 2, remote: ["0.0.0.0/0"] }));
  assert.equal(set.probes[0]!.far.address, "198.19.0.10");
  assert.match(network_("far", set), /^route add 198\.19\.0\.10\/32 via /m);
});

Deno.test("NAT stands where the addresses need it, or where it is wanted", () => {
  const tunnel = testTunnel({ ike: 2 });
  const behind = stage(testGateway(), tunnel);
  assert.deepEqual([behind.nat, behind.gateway, behind.seen], [true, "10.0.0.50", "192.0.2.129"]);
  assert.deepEqual(behind.begin, ["nat_router 10.0.0.50 192.0.2.129"]);
  assert.match(behind.notes.join(), /translates 10\.0\.0\.50/);
  assert.equal(stage(open, tunnel, { nat: true }).nat, true);
  // Both in one private network; and IPv6 is not translated.
  assert.equal(stage(testGateway(), testTunnel({ ike: 2, peer: "10.0.0.9" })).nat, false);
  assert.equal(
    stage(open, testTunnel({ ike: 2, peer: "2001:db8:9::1" }), { nat: true }).nat,
    false,
  );
});

Deno.test("what the description does not know is assumed, and reported", () => {
  const tunnel = testTunnel({ ike: 2, peer: "branch.example.net" });
  const gateway = testGateway({
    network: { ...network, interfaces: [{ ...card!, address: "autoconf" }] },
    tunnels: [tunnel, testTunnel({ ike: 2, name: "other", peer: "other.example.net" })],
  });
  const set = stage(gateway, tunnel);
  assert.deepEqual([set.gateway, set.far], ["203.0.113.129", "198.51.100.129"]);
  assert.equal(set.notes.length, 2);
  const hosts = set.nodes[0]!.files.find(({ path }) => path === "/etc/hosts")!.content;
  assert.match(hosts, /^198\.51\.100\.129 branch\.example\.net$/m);
  assert.match(hosts, /other\.example\.net$/m);
});

Deno.test("the tunnel's own ends may be IPv6", () => {
  const set = stage(open, testTunnel({ ike: 2, peer: "2001:db8:9::1" }));
  assert.deepEqual([set.gateway, set.far], ["2001:db8:1::2", "2001:db8:9::1"]);
  assert.match(network_("gateway", set), /^addr add 2001:db8:1::2\/128 dev out$/m);
});
