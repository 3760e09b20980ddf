import { testCases } from "../../test/tunnel_cases.ts";

/** A gateway with what `network` has, and one tunnel. */
const routed = (network: string, tunnel: string, more = "") =>
  `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}, {name: vio1, address: 10.0.0.1/24}]
${network}access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
${more}tunnels: [{name: a, peer: 198.51.100.7, psk: {file: a}, ${tunnel}}]
`;
const PEER_ONLY = "  routes: [{to: 198.51.100.7/32, via: 203.0.113.6}]\n";
const DEFAULT = "  gateway: 203.0.113.6\n";
const NETWORKS = "local: 10.0.0.0/24, remote: 10.1.0.0/24";

testCases([
  {
    name:
      "a route by the gateway itself, and one that gives its packets into a tunnel their address",
    wrong: routed(
      `${DEFAULT}  routes: [{to: 10.1.0.0/24, via: 203.0.113.2}]\n`,
      NETWORKS,
    ),
    says: /error: network\.routes\[0\]\.via: 203\.0\.113\.2 is the gateway itself/,
    right: routed(`${DEFAULT}  routes: [{to: 10.1.0.0/24, via: 10.0.0.1}]\n`, NETWORKS),
  },
  {
    name: "a remote network that no route leads to",
    wrong: routed(PEER_ONLY, NETWORKS),
    says:
      /warning no route leads to 10\.1\.0\.0\/24, and a packet without a route is dropped before/,
    // As it says: by the gateway itself, without a router.
    right: routed(PEER_ONLY.replace("[", "[{to: 10.1.0.0/24, via: 10.0.0.1}, "), NETWORKS),
  },
  {
    name: "a remote network around the one that a route leads to",
    wrong: routed(PEER_ONLY, "local: 10.0.0.0/24, remote: 172.16.0.0/12"),
    says: /warning no route leads to 172\.16\.0\.0\/12/,
    right: routed(
      PEER_ONLY.replace("[", "[{to: 172.16.5.0/24, via: 203.0.113.6}, "),
      "local: 10.0.0.0/24, remote: 172.16.0.0/12",
    ),
  },
  {
    name: "everything behind a tunnel without a default route",
    wrong: routed(PEER_ONLY, "local: 10.0.0.0/24, remote: 0.0.0.0/0"),
    says: /warning no route leads to 0\.0\.0\.0\/0/,
    right: routed(DEFAULT, "local: 10.0.0.0/24, remote: 0.0.0.0/0"),
  },
  {
    name: "a local network that is nowhere",
    wrong: routed(DEFAULT, "local: 10.77.0.0/24, remote: 10.1.0.0/24"),
    says:
      /warning 10\.77\.0\.0\/24 is in no network of an interface and behind no route, .* to the Internet/,
    right: routed(
      `${DEFAULT}  routes: [{to: 10.77.0.0/24, via: 10.0.0.9}]\n`,
      "local: 10.77.0.0/24, remote: 10.1.0.0/24",
    ),
  },
  {
    name: "a local network that is nowhere, and a daemon that learns routes",
    wrong: routed(DEFAULT, "local: [10.0.0.0/24, 192.168.9.0/24], remote: 10.1.0.0/24"),
    says: /warning 192\.168\.9\.0\/24 is in no network/,
    right: routed(
      DEFAULT,
      "local: [10.0.0.0/24, 192.168.9.0/24], remote: 10.1.0.0/24",
      "rcConf: {bgpd_flags: ''}\nfiles: [{path: /etc/bgpd.conf, content: x}]\n",
    ),
  },
  {
    name: "a local network that is nowhere, and a gateway beside its router",
    wrong: routed(DEFAULT, "local: 10.77.0.0/24, remote: 10.1.0.0/24"),
    says: /warning 10\.77\.0\.0\/24 is in no network/,
    // The router that it stands beside has the network.
    right: routed(DEFAULT, "local: 10.77.0.0/24, remote: 10.1.0.0/24")
      .replace("203.0.113.2/29", "172.31.0.2/29").replace("203.0.113.6", "172.31.0.6"),
  },
]);
