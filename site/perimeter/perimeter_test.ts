import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { readPfConf } from "../pf/read/read_pf_conf.ts";
import { testGateway, testInterface, testRouter, testTunnel } from "../../test/gateway.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import { PERIMETER_KINDS } from "./kinds.ts";
import { GUESSED_OUTSIDE, perimeterOf } from "./perimeter.ts";

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

/** A gateway behind a router with NAT, with more that is to reach it than IPsec. */
function busy() {
  return parseGateway(
    `hostname: gw.example.net
network:
  interfaces:
    - {name: vio0, address: 192.168.1.2/24, aliases: [192.168.1.3/24]}
    - {name: vio1, address: 10.0.0.1/24}
    - {name: wg0, address: 10.7.0.1/24, wg: {port: 51820, key: {env: K}, peers: [{name: p, publicKey: "${
      "A".repeat(43)
    }=", allowed: [10.7.0.2/32]}]}}
  gateway: 192.168.1.1
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
forwarding: all
firewall:
  skipTunnels: false
  tables: {admins: [198.51.100.0/24, 10.0.0.7]}
  allow:
    - {proto: tcp, port: ssh, from: <admins>}
    - {on: vio1, to: any}
    - {on: vio1, proto: tcp, port: 8443, from: 10.0.0.0/24}
    - {proto: tcp, port: 8080, from: (vio1:network)}
    - {proto: icmp, from: any}
    - {proto: tcp, port: 2525, tagged: partner}
    - {proto: tcp, port: 4443, from: "! 198.51.100.0/24"}
  redirect:
    - {on: egress, proto: tcp, port: [443, "8000:8001"], to: 10.0.0.5}
    - {on: vio1, proto: tcp, port: 80, to: 10.7.0.2}
tunnels:
  - {name: a, ike: 2, peer: 192.0.2.1, localAddress: 192.168.1.2, local: 10.0.0.0/24, remote: 10.1.0.0/24, tag: partner, psk: {env: P}}
  - {name: b, ike: 2, peer: 192.0.2.2, localAddress: 192.168.1.3, local: 10.0.0.0/24, remote: 10.2.0.0/24, psk: {env: P}}
`,
    "gw.yaml",
  ).gateway;
}

Deno.test("tunnels that send from two addresses are forwarded to both", () => {
  const { addresses } = perimeterOf(busy());
  assert.deepEqual(addresses.map(({ address, peers }) => [address, ...peers]), [
    ["192.168.1.2", "192.0.2.1"],
    ["192.168.1.3", "192.0.2.2"],
  ]);
  const words = PERIMETER_KINDS.get("words")!(perimeterOf(busy()), {});
  assert.match(words, /Forward UDP port 500 \(IKE\) from 192\.0\.2\.1 to 192\.168\.1\.2\./);
  assert.match(words, /Forward UDP port 500 \(IKE\) from 192\.0\.2\.2 to 192\.168\.1\.3\./);
});

Deno.test("what else reaches the gateway from outside is forwarded too, and nothing more", () => {
  const perimeter = perimeterOf(busy());
  assert.deepEqual(
    perimeter.services.map(({ protocol, ports, from, field }) =>
      `${field}: ${protocol} ${ports.join()} ${from.join()}`
    ),
    [
      "firewall.redirect[0]: tcp 443,8000:8001 ",
      "firewall.allow[0]: tcp 22 198.51.100.0/24",
      // All but one network is more than a list can say.
      "firewall.allow[6]: tcp 4443 ",
      "network.interfaces[2]: udp 51820 ",
    ],
  );
  const text = (kind: string) => PERIMETER_KINDS.get(kind)!(perimeter, {});
  assert.match(text("words"), /Forward TCP ports 443, 8000 to 8001 from any address to 192/);
  assert.match(text("words"), /Forward UDP port 51820 from any address to 192\.168\.1\.2/);
  assert.match(text("nft"), /ip saddr \{ 198\.51\.100\.0\/24 \} tcp dport \{ 22 \} dnat to 192/);
  assert.match(text("nft"), /tcp dport \{ 443, 8000-8001 \} accept/);
  assert.match(
    text("iptables"),
    /-s 198\.51\.100\.0\/24 -d 192\.168\.1\.2 -p tcp --dport 22 -j ACC/,
  );
  assert.match(text("ios"), /static tcp 192\.168\.1\.2 8001 interface \S+ 8001$/m);
  assert.match(text("ios"), /permit tcp 198\.51\.100\.0 0\.0\.0\.255 any eq 22$/m);
  const rules = text("pf").split("\n").filter((line) => !line.startsWith("!")).join("\n");
  assert.deepEqual(readPfConf(rules).complaints, [], rules);
  assert.match(rules, /proto tcp from any to \(egress\) port \{ 443 8000:8001 \} rdr-to 192/);
});

Deno.test("interfaces that carry packets are let in as the gateway lets them in", () => {
  const key = `${"A".repeat(43)}=`;
  const { gateway } = parseGateway(
    `hostname: gw.example.net
network:
  interfaces:
    - {name: vio0, address: 203.0.113.2/29}
    - {name: vio1, address: 10.0.0.1/24}
    - {name: gif0, address6: 2001:db8:9::1/64, gif: {local: 203.0.113.2, remote: 192.0.2.4}}
    - {name: gre0, address: 10.98.0.1/30, gre: {local: 203.0.113.2, remote: 192.0.2.1}}
    - {name: gre1, address: 10.98.0.5/30, gre: {local: 203.0.113.2, remote: 192.0.2.5}}
    - {name: wg0, address: 10.7.0.1/24, wg: {port: 51820, key: {env: K}, peers: [{name: p, publicKey: "${key}", endpoint: "192.0.2.8:51820", allowed: [10.7.0.2/32]}]}}
  gateway: 203.0.113.6
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
tunnels:
  - {name: a, ike: 2, peer: 192.0.2.1, local: 203.0.113.2, remote: 192.0.2.1, encapsulation: transport, proto: gre, psk: {env: P}}
`,
    "gw.yaml",
  );
  const perimeter = perimeterOf(gateway);
  assert.deepEqual(
    perimeter.services.map(({ protocol, from, field }) => `${field}: ${protocol} ${from.join()}`),
    [
      "network.interfaces[2]: ipencap 192.0.2.4",
      "network.interfaces[2]: ipv6 192.0.2.4",
      // That of gre0 comes in a tunnel.
      "network.interfaces[4]: gre 192.0.2.5",
      "network.interfaces[5]: udp 192.0.2.8",
    ],
  );
  const rules = PERIMETER_KINDS.get("pf")!(perimeter, {}).split("\n")
    .filter((line) => !line.startsWith("!")).join("\n");
  assert.deepEqual(readPfConf(rules).complaints, [], rules);
  // Nobody calls it by IPv4.
  gateway.network.interfaces.at(-1)!.wg!.peers[0]!.endpoint = {
    address: "2001:db8::8",
    port: 51820,
  };
  assert(!perimeterOf(gateway).services.some(({ protocol }) => protocol === "udp"));
});

Deno.test("hosts that reach the gateway directly are not let in from outside", () => {
  const gateway = testGateway();
  const [one] = gateway.network.interfaces;
  const rule = { proto: ["tcp"], port: ["22"], to: [], log: false };
  const services = (...from: string[]) => {
    gateway.firewall.allow = [{ ...rule, from }];
    return perimeterOf(gateway).services.map(({ from }) => from.join());
  };
  // It has one interface, and the LAN is on it.
  assert.equal(one!.address, "10.0.0.50/24");
  assert.deepEqual(services("10.0.0.0/24"), []);
  assert.deepEqual(services("10.0.0.7", "198.51.100.0/24"), ["198.51.100.0/24"]);
  assert.deepEqual(services("any"), [""]);
  // The network behind its tunnel to 192.0.2.230 comes inside of IPsec.
  assert.deepEqual(services("10.0.10.0/24", "10.0.11.7"), ["10.0.11.7"]);
  gateway.tunnels[0]!.peer = "172.16.0.9";
  assert.deepEqual(services("10.0.10.0/24"), ["10.0.10.0/24"]);
});

Deno.test("an outside interface that nobody gave is called a guess", () => {
  const perimeter = perimeterOf(testGateway());
  for (const [kind, guess] of Object.entries(GUESSED_OUTSIDE)) {
    const text = (outside?: string) =>
      PERIMETER_KINDS.get(kind)!(perimeter, outside === undefined ? {} : { outside });
    assert.match(text(), new RegExp(`^[#!] ${guess} is a guess`, "m"));
    assert.doesNotMatch(text("ppp0"), /guess/);
  }
});

Deno.test("a tunnel for everything is no route of the hosts behind the gateway", () => {
  const gateway = testGateway({
    tunnels: [testTunnel(), testTunnel({ name: "all", peer: "192.0.2.9", remote: ["0.0.0.0/0"] })],
  });
  assert.deepEqual(perimeterOf(gateway).routes, [{ to: "10.0.10.0/24", via: "10.0.0.50" }]);
});

Deno.test("no tunnels and no fixed address are reported", () => {
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

Deno.test("Cisco gets protocols by its own words, and numbers where it has none", () => {
  const perimeter = perimeterOf(testGateway());
  const services = ["tcp", "gre", "ah", "ipencap", "etherip"].map((protocol) => ({
    protocol,
    ports: protocol === "tcp" ? ["443"] : [],
    from: ["192.0.2.7"],
    to: perimeter.address,
    field: "firewall.allow[0]",
  }));
  const text = PERIMETER_KINDS.get("ios")!({ ...perimeter, services }, {});
  const words = [...text.matchAll(/^ permit (\S+) host 192\.0\.2\.7 /gm)].map(([, word]) => word);
  assert.deepEqual(words, ["tcp", "gre", "ahp", "4", "97"]);
});

Deno.test("Cisco gets masks in its own form", () => {
  assert.match(
    PERIMETER_KINDS.get("ios")!(perimeterOf(testGateway()), {}),
    /^ip route 10\.0\.10\.0 255\.255\.255\.0 10\.0\.0\.50$/m,
  );
});
