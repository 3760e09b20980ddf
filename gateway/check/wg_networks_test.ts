import { testCases } from "../../test/tunnel_cases.ts";

const KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";

const peer = (fields: string, more = "") =>
  `hostname: gw.example.net
network:
  interfaces:
    - {name: vio0, address: 203.0.113.2/29}
    - {name: vio1, address: 10.0.0.1/24}
    - {name: wg0, address: 10.9.0.1/24, wg: {port: 51820, key: {env: W}, peers: [{name: b, publicKey: ${KEY}, ${fields}}]}}
  gateway: 203.0.113.6
${more}access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
`;
const right = peer("allowed: [10.9.0.2/32], endpoint: 198.51.100.9:51820");

testCases([
  {
    name: "wg: a network behind a peer without a route",
    wrong: peer("allowed: [10.9.0.2/32, 192.168.7.0/24]"),
    says:
      /^warning no route leads to 192\.168\.7\.0\/24 through wg0, and wg adds none; write network\.r/,
    right: peer(
      "allowed: [10.9.0.2/32, 192.168.7.0/24]",
      "  routes: [{to: 192.168.7.0/24, via: 10.9.0.2}]\n",
    ),
  },
  {
    name: "wg: a network behind a peer, with a router on the link of another interface",
    wrong: peer(
      "allowed: [10.9.0.2/32, 'fd00:44::/64']",
      "  routes: [{to: 'fd00:44::/64', via: fe80::2%vio1}]\n",
    ),
    says: /^warning no route leads to fd00:44::\/64 through wg0/,
    right: peer(
      "allowed: [10.9.0.2/32, 'fd00:44::/64']",
      "  routes: [{to: 'fd00:44::/64', via: fe80::2%wg0}]\n",
    ).replace("10.9.0.1/24", "10.9.0.1/24, address6: 'fd00:9::1/64'"),
  },
  {
    name: "wg: a route to what is behind a peer that leads elsewhere",
    wrong: peer("allowed: [192.168.7.0/24]", "  routes: [{to: 192.168.0.0/16, via: 10.0.0.9}]\n"),
    says: /^warning no route leads to 192\.168\.7\.0\/24 through wg0/,
    right: peer("allowed: [0.0.0.0/0]"),
  },
  {
    name: "wg: the gateway's own LAN as what a peer may send from",
    wrong: peer("allowed: [10.0.0.0/24]"),
    says: /^warning this is in the network of vio1, whose hosts are not behind b/,
    right,
  },
  {
    name: "wg: the gateway's own address as what a peer may send from",
    wrong: peer("allowed: [10.9.0.1/32]"),
    says: /error: .*allowed\[0\]: 10\.9\.0\.1\/32 is the gateway's own address; write that of b/,
    right,
  },
  {
    name: "wg: the gateway as its own peer",
    wrong: peer("allowed: [10.9.0.2/32], endpoint: 203.0.113.2:51820"),
    says: /error: .*endpoint: 203\.0\.113\.2 is the gateway itself/,
    right,
  },
]);
