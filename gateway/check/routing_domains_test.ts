import { testCases } from "../../test/tunnel_cases.ts";

const gateway = (wan: string, lan: string, more = "") =>
  `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.2/29${wan}}, {name: vio1, address: 10.0.0.1/24${lan}}]
  gateway: 203.0.113.6
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
${more}`;
/** A second interface in the LAN's network, in another domain. */
const beside = (lan: string, other: string) =>
  gateway("", lan, TUNNEL).replace(
    "}]\n  gateway",
    `}, {name: vio2, address: 10.0.0.2/24${other}}]\n  gateway`,
  ).replace("{bridge: br1}", "{bridge: br1}, {bridge: br2}");
const TUNNEL =
  "tunnels: [{name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, psk: {file: a}}]\n";

testCases([
  {
    name: "routing domains: the default router in another than mygate's",
    wrong: gateway(", rdomain: 1", ""),
    says:
      /error: network\.gateway: vio0 is in routing domain 1, and netstart\(8\) sets .*route -T 1 add -inet default 203\.0\.113\.6/,
    right: gateway("", ", rdomain: 1"),
  },
  {
    name: "routing domains: a local network in another than the tunnel's",
    wrong: gateway("", ", rdomain: 1", TUNNEL),
    says: /^warning 10\.0\.0\.0\/24 is behind vio1 in routing domain 1, and the tunnel in domain 0/,
    right: gateway(
      "",
      ", rdomain: 1",
      `${TUNNEL}firewall: {rules: ["match in on vio1 rtable 0"]}\n`,
    ),
  },
  {
    name: "routing domains: a local network that is in two others than the tunnel's",
    wrong: beside(", rdomain: 1", ", rdomain: 2"),
    says: /^warning 10\.0\.0\.0\/24 is behind vio1 in routing domain 1, and the tunnel in domain 0/,
    right: beside(", rdomain: 1", ""),
  },
]);
