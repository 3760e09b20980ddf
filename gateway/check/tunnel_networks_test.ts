import assert from "node:assert/strict";
import { problems } from "../../test/broken_description.ts";
import { gateway, one, testCases, tunnel } from "../../test/tunnel_cases.ts";

const nat = "firewall: {skipTunnels: false}\n";
/** With a router behind that has the networks around that of the interface. */
const behind = (text: string) =>
  text.replace("  gateway:", "  routes: [{to: 10.0.0.0/14, via: 10.0.0.9}]\n  gateway:");
testCases([
  {
    name: "IKEv1: one nat for two local networks",
    wrong: gateway([
      "name: a, ike: 1, peer: 198.51.100.7, local: [10.0.0.0/24, 10.0.1.0/24], remote: 10.1.0.0/24, nat: 10.9.0.0/24, psk: {file: a}",
    ], nat),
    says: /error: tunnels\[0\]\.nat: isakmpd would translate 10\.0\.1\.0\/24 alone/,
    right: behind(gateway([
      "name: a, peer: 198.51.100.7, local: [10.0.0.0/24, 10.0.1.0/24], remote: 10.1.0.0/24, nat: 10.9.0.0/24, psk: {file: a}",
    ], nat)),
  },
  {
    name: "IKEv1: two tunnels that show one network for another",
    wrong: gateway([
      "name: a, ike: 1, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, nat: 10.9.0.0/24, psk: {file: a}",
      "name: b, ike: 1, peer: 198.51.100.8, local: 10.2.0.0/24, remote: 10.1.0.0/24, nat: 10.9.0.0/24, psk: {file: a}",
    ], nat),
    says:
      /error: tunnels\[1\]\.nat: tunnel a also shows its peer 10\.9\.0\.0\/24 for 10\.1\.0\.0\/24/,
    right: behind(gateway([
      "name: a, ike: 1, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, nat: 10.9.0.0/24, psk: {file: a}",
      "name: b, ike: 1, peer: 198.51.100.8, local: 10.2.0.0/24, remote: 10.1.0.0/24, nat: 10.9.1.0/24, psk: {file: a}",
    ], nat)),
  },
  {
    name: "a nat of another size than the local network",
    wrong: gateway([
      "name: a, ike: 1, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, nat: 10.9.0.0/28, psk: {file: a}",
    ], nat),
    says: /^warning 10\.9\.0\.0\/28 and 10\.0\.0\.0\/24 differ in size/,
    right: gateway([
      "name: a, ike: 1, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, nat: 10.9.0.1, psk: {file: a}",
    ], nat),
  },
  {
    name:
      "a remote network in a local one that sums up what is behind a route, and one that does not",
    wrong: gateway([
      "name: a, peer: 198.51.100.7, local: 172.16.0.0/12, remote: 172.20.0.0/16, psk: {file: a}",
    ]),
    says: /error: tunnels\[0\]\.remote: tunnel a: local and remote networks overlap/,
    right: gateway([
      "name: a, peer: 198.51.100.7, local: 172.16.0.0/12, remote: 172.20.0.0/16, psk: {file: a}",
    ]).replace(
      /^( *)interfaces:/m,
      "$1routes: [{to: 172.16.0.0/12, via: 10.0.0.9}]\n$1interfaces:",
    ),
  },
  {
    name: "a remote network in a local one",
    wrong: gateway([
      "name: a, peer: 198.51.100.7, local: 10.0.0.0/8, remote: 10.0.0.0/25, psk: {file: a}",
    ]),
    says: /error: tunnels\[0\]\.remote: tunnel a: local and remote networks overlap/,
    // A hub sums up its branches; and a branch sends everything to its hub.
    right: gateway([
      "name: a, peer: 198.51.100.7, local: 10.0.0.0/8, remote: 10.1.0.0/16, psk: {file: a}",
    ]),
  },
  {
    name: "one network on both sides",
    wrong: gateway([tunnel("a", "198.51.100.7", "10.0.0.0/24", "mode: active")]),
    says: /error: tunnels\[0\]\.remote: tunnel a: local and remote networks overlap/,
    right: gateway([tunnel("a", "198.51.100.7", "10.0.0.0/8", "mode: active")]),
  },
]);

/** One tunnel with networks of its own. */
const pairs = (more: string) => gateway([`name: a, peer: 198.51.100.7, psk: {file: a}, ${more}`]);
const HOSTS = "local: 203.0.113.2, remote: 198.51.100.7";
const withSec = (
  more: string,
  peer = ", peer: 169.254.1.2",
  routes = "[{to: 10.1.0.0/24, via: 169.254.1.2}]",
) =>
  pairs(more).replace(
    "10.0.0.1/24}]",
    `10.0.0.1/24}, {name: sec0, address: 169.254.1.1/30${peer}, sec: {}}]\n  routes: ${routes}`,
  ) + "forwarding: all\n";

/** `count` networks. */
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => `10.${64 + (at >> 8)}.${at & 255}.0/24`).join(", ");

testCases([
  {
    name: "two tunnels whose networks cross, and two of which one has the narrower",
    wrong: gateway([
      "name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 172.16.0.0/12, psk: {file: a}",
      "name: b, peer: 198.51.100.8, local: 10.0.0.0/23, remote: 172.16.2.0/24, psk: {file: a}",
    ]),
    says: /error: tunnels\[1\]\.remote: the networks overlap those of tunnel a/,
    right: gateway([
      "name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 172.16.0.0/12, psk: {file: a}",
      "name: b, peer: 198.51.100.8, local: 10.0.0.0/24, remote: [172.16.2.0/24, 192.168.5.0/24], psk: {file: a}",
    ]),
    note: /the networks of b are the narrower ones .* while it is down, they go into a$/,
  },
  {
    name: "two tunnels of which each has a narrower network",
    wrong: gateway([
      "name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: [10.8.0.0/16, 172.16.2.0/24], psk: {file: a}",
      "name: b, peer: 198.51.100.8, local: 10.0.0.0/24, remote: [10.8.1.0/24, 172.16.0.0/12], psk: {file: a}",
    ]),
    says: /error: tunnels\[1\]\.remote.*: the networks overlap those of tunnel a/,
    right: gateway([
      "name: b, peer: 198.51.100.8, local: 10.0.0.0/24, remote: [10.8.1.0/24, 172.16.2.0/24], psk: {file: a}",
      "name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: [10.8.0.0/16, 172.16.0.0/12], psk: {file: a}",
    ]),
    note: /the networks of b are the narrower ones .* while it is down, they go into a$/,
  },
  {
    name: "one network twice in a tunnel",
    wrong: pairs("local: 10.0.0.0/24, remote: [10.1.0.0/24, 10.2.0.0/24, 10.1.0.0/24]"),
    says: /warning tunnel a: this network is listed twice/,
    // iked and isakmpd have a flow for each, and the narrower one goes first.
    right: pairs("local: 10.0.0.0/24, remote: [10.1.0.0/16, 10.1.0.0/24]"),
  },
  {
    name: "one pair twice in a tunnel",
    wrong: pairs(
      "selectors: [{local: 10.0.0.0/24, remote: 10.1.0.1}, {local: 10.0.0.0/24, remote: 10.1.0.1/32}]",
    ),
    says: /warning tunnel a: this pair is listed twice/,
    right: pairs(
      "selectors: [{local: 10.0.0.0/24, remote: 10.1.0.1}, {local: 10.0.0.0/24, remote: 10.1.0.2}]",
    ),
  },
  {
    name: "more networks than IKEv2 can count",
    wrong: pairs(`local: 10.0.0.0/24, remote: [${many(256)}]`),
    says: /error: tunnels\[0\]\.remote: .* at most 255 networks on each side, and there are 256/,
    right: pairs(`local: 10.0.0.0/24, remote: [${many(255)}]`),
  },
  {
    name: "more pairs than iked of 6.6 has room for",
    wrong: `release: "6.6"\n${pairs(`local: 10.0.0.0/24, remote: [${many(65)}]`)}`,
    says: /error: tunnels\[0\]\.remote: .* 6\.6 takes at most 64 pairs .* and there are 65/,
    right: `release: "6.7"\n${pairs(`local: 10.0.0.0/24, remote: [${many(65)}]`)}`,
    note: /has had no errata/,
  },
  {
    name: "selectors beside local",
    wrong: pairs("selectors: [{local: 10.0.0.0/24, remote: 10.1.0.0/24}], local: 10.0.0.0/24"),
    says: /error: tunnels\[0\]\.local: selectors stand in place of local/,
    right: pairs("selectors: [{local: 10.0.0.0/24, remote: 10.1.0.0/24}]"),
  },
  {
    name: "no networks at all",
    wrong: pairs("local: 10.0.0.0/24"),
    says: /error: tunnels\[0\](\.remote)?: at least one network is needed/,
    right: pairs("local: 10.0.0.0/24, remote: 10.1.0.0/24"),
  },
  {
    name: "a pair of two families",
    wrong: pairs("selectors: [{local: 10.0.0.0/24, remote: '2001:db8::/48'}]"),
    says: /error: tunnels\[0\]\.selectors: tunnel a: IPv4 on one side and IPv6 on the other/,
    right: pairs("selectors: [{local: '2001:db8:1::/48', remote: '2001:db8::/48'}]").replace(
      "10.0.0.1/24}",
      "10.0.0.1/24, address6: '2001:db8:1::1/64'}",
    ).replace("  gateway:", "  gateway6: '2001:db8:1::9'\n  gateway:"),
  },
  {
    name: "host bits in a pair",
    wrong: pairs("selectors: [{local: 10.0.0.1/24, remote: 10.1.0.0/24}]"),
    says: /error: tunnels\[0\]\.selectors\[0\]\.local: 10\.0\.0\.1\/24 has host bits set/,
    right: pairs("selectors: [{local: 10.0.0.1, remote: 10.1.0.0/24}]"),
  },
  {
    name: "pairs of two tunnels that overlap",
    wrong: gateway([
      "name: a, peer: 198.51.100.7, selectors: [{local: 10.0.0.0/24, remote: 10.1.0.0/24}], psk: {file: a}",
      "name: b, peer: 198.51.100.8, selectors: [{local: 10.0.0.0/25, remote: 10.1.0.0/24}], psk: {file: a}",
    ]),
    says: /error: tunnels\[1\]\.selectors\[0\]\.remote: the networks overlap those of tunnel a/,
    right: behind(gateway([
      "name: a, peer: 198.51.100.7, selectors: [{local: 10.0.0.0/24, remote: 10.1.0.0/24}, {local: 10.0.1.0/24, remote: 10.2.0.0/24}], psk: {file: a}",
      "name: b, peer: 198.51.100.8, selectors: [{local: 10.0.0.0/24, remote: 10.2.0.0/24}, {local: 10.0.1.0/24, remote: 10.1.0.0/24}], psk: {file: a}",
    ])),
  },
  {
    name: "ports without a protocol that has any",
    wrong: pairs(`${HOSTS}, proto: gre, localPort: 1701`),
    says: /error: tunnels\[0\]\.localPort: ports need proto: tcp or udp/,
    right: pairs(`${HOSTS}, proto: udp, localPort: 1701, remotePort: l2tp`),
  },
  {
    name: "a service that the release does not know",
    wrong: pairs(`${HOSTS}, proto: tcp, remotePort: wireguard`),
    says: /error: tunnels\[0\]\.remotePort: wireguard is not a port or a service/,
    right: pairs(`${HOSTS}, proto: tcp, remotePort: https`),
  },
  {
    name: "a misspelt protocol",
    wrong: pairs(`${HOSTS}, proto: grr`),
    says: /error: tunnels\[0\]\.proto: grr is not a protocol.*did you mean gre\?/,
    right: pairs(`${HOSTS}, proto: 47`),
  },
  {
    name: "one protocol in two tunnels",
    wrong: gateway([
      `name: a, peer: 198.51.100.7, ${HOSTS}, proto: gre, psk: {file: a}, dstid: a`,
      `name: b, peer: 198.51.100.7, ${HOSTS}, proto: gre, psk: {file: a}, dstid: b`,
    ]),
    says: /error: tunnels\[1\]\.remote: same peer and networks as tunnel a/,
    right: gateway([
      `name: a, peer: 198.51.100.7, ${HOSTS}, proto: gre, psk: {file: a}, dstid: a`,
      `name: b, peer: 198.51.100.7, ${HOSTS}, proto: etherip, psk: {file: a}, dstid: b`,
    ]),
  },
  {
    name: "a network of peers that the gateway would call",
    wrong: one("").replace("198.51.100.7", "198.51.100.0/24"),
    says: /error: tunnels\[0\]\.peer: a gateway cannot start negotiations with a network of peers/,
    right: one("mode: passive").replace("198.51.100.7", "198.51.100.0/24"),
  },
  {
    name: "IKEv1: a network of peers",
    wrong: one("ike: 1, mode: passive").replace("198.51.100.7", "198.51.100.0/24"),
    says: /error: tunnels\[0\]\.peer: isakmpd takes one peer or any/,
    right: one("ike: 1, mode: passive").replace("198.51.100.7", "any"),
  },
  {
    name: "an interface that is not there",
    wrong: one("localAddress: vio7"),
    says:
      /error: tunnels\[0\]\.localAddress: vio7 is neither an address nor an interface; .*vio0, vio1, egress; did you mean/,
    right: one("localAddress: egress"),
  },
  {
    name: "compression in IKEv1",
    wrong: one("ike: 1, ipcomp: true"),
    says: /error: tunnels\[0\]\.ipcomp: isakmpd does not compress/,
    right: one("ipcomp: true"),
  },
  {
    name: "bytes in phase 1",
    wrong: one("phase1: {lifetimeBytes: 1G}"),
    says: /error: tunnels\[0\]\.phase1\.lifetimeBytes: lifetimeBytes belongs to phase2 of IKEv2/,
    right: one("phase2: {lifetimeBytes: 1G}"),
  },
  {
    name: "a sec interface that is not there",
    wrong: pairs("iface: sec0"),
    says: /error: tunnels\[0\]\.iface: there is no interface sec0; add .*network\.interfaces/,
    right: pairs(HOSTS),
  },
  {
    name: "networks beside a sec interface",
    wrong: withSec("iface: sec0, remote: 10.1.0.0/24"),
    says: /error: tunnels\[0\]\.remote: routes lead into sec0/,
    right: withSec("iface: sec0"),
  },
  {
    name: "a sec interface that no route leads into",
    wrong: withSec("iface: sec0", ", peer: 169.254.1.2", "[]"),
    says: /^warning no route leads into sec0: add .*via: 169\.254\.1\.2/,
    right: withSec("iface: sec0"),
  },
  {
    name: "a sec interface that a routing daemon may lead into",
    wrong: withSec("iface: sec0", ", peer: 169.254.1.2", "[]"),
    says: /^warning no route leads into sec0/,
    right: withSec("iface: sec0", ", peer: 169.254.1.2", "[]") +
      "rcConf: {bgpd_flags: -f /etc/x}\n",
  },
  {
    name: "a sec interface without a far end",
    wrong: withSec("iface: sec0", "", "[]"),
    says: /^warning sec0 has no peer for routes to use/,
    right: withSec("iface: sec0"),
  },
]);

Deno.test("a tunnel to everywhere goes with tunnels to some networks; what overlaps is reported once", () => {
  const lines = (a: string, b: string) =>
    problems(gateway([
      `name: a, peer: 198.51.100.7, psk: {file: a}, ${a}`,
      `name: b, peer: 198.51.100.8, psk: {file: a}, ${b}`,
    ])).filter((line) => /overlap/.test(line));
  const all = "local: 10.0.0.0/24, remote: 0.0.0.0/0";
  assert.deepEqual(lines(all, "local: 10.0.0.0/24, remote: 10.1.0.0/24"), []);
  assert.equal(lines(all, all).length, 1);
  const two = "local: 10.0.0.0/24, remote: [10.1.0.0/24, 10.2.0.0/24]";
  assert.equal(lines(two, two).length, 1);
});
