import { gateway, one, testCases, tunnel } from "../../test/tunnel_cases.ts";

const at = (local: string, remote: string, more = "", before = "") =>
  gateway(
    [`name: a, ike: 2, peer: 198.51.100.7, local: ${local}, remote: ${remote}, psk: {file: a.psk}${more}`],
    before,
  );
const two = (peer: string) =>
  gateway([
    tunnel("a", "198.51.100.7", "10.1.0.0/24", "ike: 2"),
    tunnel("b", peer, "10.2.0.0/24", "ike: 2"),
  ]);
const OPEN = "firewall: {skipTunnels: false}\n";

/** With a second uplink, to whose router a rule sends answers. */
const twoUplinks = (more: string, routes = "") =>
  at(
    "10.0.0.0/24",
    "10.1.0.0/24",
    `, localAddress: ${more}`,
    "firewall: {allow: [{on: vio2, proto: tcp, port: 22, from: 192.0.2.0/24, replyTo: 192.0.2.9}]}\n",
  ).replace(
    "10.0.0.1/24}]",
    `10.0.0.1/24}, {name: vio2, address: 192.0.2.10/29}]${routes}`,
  ).replace("{bridge: br1}]", "{bridge: br1}, {bridge: br2}]");

/** The same without a rule that names its router. */
const unnamed = (firewall: string) =>
  twoUplinks("192.0.2.10").replace(/^firewall: .*$/m, `firewall: ${firewall}`);

testCases([
  {
    name: "a tunnel from the address of another uplink",
    wrong: twoUplinks("192.0.2.10"),
    says: /^warning 192\.0\.2\.10 is on vio2, and packets to 198\.51\.100\.7 leave by vio0/,
    right: twoUplinks("192.0.2.10", "\n  routes: [{to: 198.51.100.7/32, via: 192.0.2.9}]"),
  },
  {
    name: "a tunnel from the address of an uplink whose router nothing names",
    wrong: unnamed("{}"),
    says: /^warning 192\.0\.2\.10 is on vio2, and packets to 198\.51\.100\.7 leave by vio0/,
    // A provider routes public addresses to hosts inside.
    right: unnamed("{allow: [{on: vio2, from: 192.0.2.8/29, to: any}]}"),
    note: /from 192\.0\.2\.8|forwarding/,
  },
  {
    name: "a tunnel from a static uplink beside one with DHCP",
    wrong: unnamed("{}").replace("203.0.113.2/29", "dhcp").replace("gateway: 203.0.113.6", ""),
    says: /^warning 192\.0\.2\.10 is on vio2, and packets to 198\.51\.100\.7 leave by vio0/,
    right: twoUplinks("192.0.2.10", "\n  routes: [{to: 198.51.100.7/32, via: 192.0.2.9}]")
      .replace("203.0.113.2/29", "dhcp").replace("gateway: 203.0.113.6", ""),
  },
  {
    name: "a remote host that is the gateway itself",
    wrong: at("10.0.0.0/24", "203.0.113.2/32"),
    says: /error: tunnels\[0\]\.remote: this is the gateway's own address \(vio0\)/,
    right: at("10.0.0.0/24", "203.0.113.3/32"),
  },
  {
    name: "a remote network that is the network of an interface",
    wrong: at("10.0.0.0/24", "203.0.113.0/29"),
    says: /^warning this is the network of vio0 itself, whose hosts are not behind the peer/,
    right: at("10.0.0.0/24", "203.0.113.8/29"),
  },
  {
    name: "a local network of a family that no interface has",
    wrong: at("'fd00:1::/64'", "'fd00:2::/64'"),
    says: /^warning no interface has an IPv6 address.*write network\.interfaces\[\]\.address6/,
    right: at("'fd00:1::/64'", "'fd00:2::/64'").replace(
      "10.0.0.1/24}",
      "10.0.0.1/24, address6: 'fd00:1::1/64'}",
    ).replace("  gateway:", "  gateway6: 'fd00:1::9'\n  gateway:"),
  },
  {
    name: "a nat in the remote network",
    wrong: at("10.0.0.0/24", "10.1.0.0/16", ", nat: 10.1.7.0/24", OPEN),
    says: /error: tunnels\[0\]\.nat: 10\.1\.7\.0\/24 is in a remote network of this tunnel/,
    right: at("10.0.0.0/24", "10.1.0.0/16", ", nat: 10.2.7.0/24", OPEN),
  },
  {
    name: "a tunnel that speaks to the Internet from a private address",
    wrong: one("ike: 2, localAddress: 10.0.0.1"),
    says: /^warning 10\.0\.0\.1 is private and not on vio0.*write 203\.0\.113\.2, or leave it out/,
    right: one("ike: 2, localAddress: 203.0.113.2"),
  },
  {
    name: "the peer's address as srcid",
    wrong: one("ike: 2, srcid: 198.51.100.7"),
    says: /^warning this is the peer's address; srcid is the identity of this gateway/,
    right: one("ike: 2, srcid: 203.0.113.2"),
  },
  {
    name: "the gateway's own name as dstid",
    wrong: one("ike: 2, dstid: gw.example.net"),
    says: /^warning this is the gateway's own identity; dstid is the peer's/,
    right: one("ike: 2, dstid: branch.example.net"),
  },
  {
    name: "a peer behind another tunnel",
    wrong: two("10.1.0.7"),
    says:
      /^warning 10\.1\.0\.7 is behind tunnel a, and the daemon's own packets never go through a tunnel/,
    right: two("198.51.100.8"),
  },
]);
