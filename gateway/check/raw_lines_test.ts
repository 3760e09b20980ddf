import { testCases } from "../../test/tunnel_cases.ts";

const gateway = (one: string, release = "8.0") =>
  `hostname: gw.example.net
release: "${release}"
network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}, ${one}]
  gateway: 203.0.113.6
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
`;
const lan = (line: string, fields = "address: 10.0.0.1/24", release?: string) =>
  gateway(`{name: vio1, ${fields}, options: ["${line}"]}`, release);

testCases([
  {
    name: "raw lines: an address that takes the place of the field's",
    wrong: lan("inet 10.0.0.2 255.255.255.0"),
    says:
      /error: .*options\[0\]: ifconfig\(8\) replaces 10\.0\.0\.1\/24 .*aliases: \[10\.0\.0\.2\/24\]/,
    right: lan("inet alias 10.0.0.2 255.255.255.0"),
  },
  {
    name: "raw lines: a bare address that takes the place of the field's",
    wrong: lan("10.0.0.2 netmask 255.255.255.0"),
    says: /error: .*replaces 10\.0\.0\.1\/24/,
    right: lan("inet6 2001:db8::1 64"),
  },
  {
    name: "raw lines: a routing domain behind the addresses",
    wrong: lan("rdomain 1"),
    says: /error: .*loses its addresses .*write rdomain: 1 beside name/,
    right: gateway('{name: vio1, options: ["rdomain 1", "inet 10.0.0.1 255.255.255.0"]}'),
  },
  {
    name: "raw lines: no IPv4 behind an address",
    wrong: lan("-inet"),
    says: /error: .*removes the IPv4 addresses/,
    right: lan("-inet6"),
  },
  {
    name: "raw lines: no IPv6 behind an address",
    wrong: lan("-inet6", "address6: '2001:db8::1/64'"),
    says: /error: .*removes the IPv6 addresses/,
    right: lan("-inet", "address6: '2001:db8::1/64'"),
  },
  {
    name: "raw lines: LACP of trunk(4)",
    wrong: gateway('{name: vio1}, {name: trunk0, options: ["trunkproto lacp trunkport vio1"]}'),
    says: /error: .*trunk\(4\) has no LACP since 7\.9; write an aggr interface/,
    right: gateway('{name: vio1}, {name: trunk0, options: ["trunkproto failover trunkport vio1"]}'),
  },
]);
