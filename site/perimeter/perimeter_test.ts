import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { readPfConf } from "../pf/read/read_pf_conf.ts";
import { testGateway, testInterface, testRouter, testTunnel } from "../../test/gateway.ts";
import { PERIMETER_KINDS } from "./kinds.ts";
import { perimeterOf } from "./perimeter.ts";

Deno.test("the firewall in front forwards to the address towards the default router", () => {
  const { address, translated, peers, protocols, routes } = perimeterOf(testGateway());
  assert.deepEqual({ address, translated, peers, protocols, routes }, {
    address: "10.0.0.50",
    translated: true,
    peers: ["192.0.2.230"],
    protocols: ["esp"],
    routes: [{ to: "10.0.10.0/24", via: "10.0.0.50" }],
  });
});

Deno.test("a peer that can be anywhere opens the forwards to all; a public address is not translated", () => {
  const gateway = testGateway({
    tunnels: [testTunnel(), testTunnel({ name: "b", peer: "any" })],
  });
  gateway.network.interfaces[0]!.address = "203.0.113.10/28";
  gateway.network.gateway = "203.0.113.1";
  const perimeter = perimeterOf(gateway);
  assert.deepEqual(perimeter.peers, []);
  assert.equal(perimeter.translated, false);
  for (const [kind, render] of PERIMETER_KINDS) {
    assert.doesNotMatch(render(perimeter, {}), /rdr-to|dnat|DNAT|ip nat|Forward /, kind);
  }
});

Deno.test("clients dial in from anywhere, and hosts answer to their pool", () => {
  const clients = [{ name: "c", pool: "10.99.0.0/24", networks: [], nameservers: [], users: [] }];
  const alone = testRouter({ tunnels: [], clients });
  const { address, peers, protocols, routes } = perimeterOf(alone);
  assert.deepEqual({ address, peers, protocols, routes }, {
    address: "203.0.113.2",
    peers: [],
    protocols: ["esp"],
    routes: [{ to: "10.99.0.0/24", via: "10.0.0.1" }],
  });
  // A tunnel with a fixed peer does not shut them out.
  assert.deepEqual(perimeterOf(testRouter({ tunnels: [testTunnel()], clients })).peers, []);
});

Deno.test("of a pair, the addresses that both share are forwarded and routed to", () => {
  const shared = (name: string, address: string, carpdev: string) =>
    testInterface(name, address, { carp: { vhid: 1, carpdev, advskew: 0, advbase: 1 } });
  const pair = testRouter(
    { tunnels: [testTunnel({ localAddress: "203.0.113.3" })] },
    shared("carp0", "203.0.113.3/29", "vio0"),
    shared("carp1", "10.0.0.3/24", "vio1"),
  );
  const { address, routes } = perimeterOf(pair);
  assert.deepEqual({ address, routes }, {
    address: "203.0.113.3",
    routes: [{ to: "10.0.10.0/24", via: "10.0.0.3" }],
  });
});

Deno.test("no tunnels and no fixed address are said", () => {
  const dhcp = testGateway();
  dhcp.network.interfaces[0]!.address = "autoconf";
  for (const gateway of [testGateway({ tunnels: [] }), dhcp]) {
    assert.throws(() => perimeterOf(gateway), (error) => {
      assert(error instanceof GatewrightError);
      assert.equal(error.kind, "description");
      assert(error.next);
      return true;
    });
  }
});

Deno.test("the rules for OpenBSD are a pf.conf(5), with one peer and with several", () => {
  for (const peers of [["192.0.2.1"], ["192.0.2.1", "192.0.2.2"], ["any"]]) {
    const gateway = testGateway({
      tunnels: peers.map((peer, at) =>
        testTunnel({ name: `t${at}`, peer, protocol: at ? "ah" : "esp" })
      ),
    });
    const text = PERIMETER_KINDS.get("pf")!(perimeterOf(gateway), {});
    const rules = text.split("\n").filter((line) => !line.startsWith("!")).join("\n");
    assert.deepEqual(readPfConf(rules).complaints, [], text);
  }
});

Deno.test("Cisco gets masks in its own form", () => {
  assert.match(
    PERIMETER_KINDS.get("ios")!(perimeterOf(testGateway()), {}),
    /^ip route 10\.0\.10\.0 255\.255\.255\.0 10\.0\.0\.50$/m,
  );
});
