import { gateway, testCases } from "../../test/tunnel_cases.ts";

const between = (local: string, remote: string, more = "") =>
  gateway([
    `name: a, peer: 198.51.100.7, encapsulation: transport, local: ${local}, remote: ${remote}, psk: {file: a}${more}`,
  ]);

/** With an interface between the same two hosts. */
const carrying = (proto: string, one: string) =>
  between("203.0.113.2", "198.51.100.7", proto).replace(
    "10.0.0.1/24}]",
    `10.0.0.1/24}, {${one}: {local: 203.0.113.2, remote: 198.51.100.7}}]`,
  );

testCases([
  {
    name: "transport: gif beside a protocol that is not its own",
    wrong: carrying(", proto: gre", "name: gif0, address: 10.255.0.1/30, gif"),
    says: /^warning gif0 sends ipencap to 198\.51\.100\.7, .* in clear text; write proto: ipencap/,
    right: carrying(", proto: ipencap", "name: gif0, address: 10.255.0.1/30, gif"),
  },
  {
    name: "transport: gre beside a protocol that is not its own",
    wrong: carrying(", proto: ipencap", "name: gre0, address: 10.255.0.1/30, gre"),
    says: /^warning gre0 sends gre to 198\.51\.100\.7, which this tunnel does not carry/,
    right: carrying("", "name: gre0, address: 10.255.0.1/30, gre"),
  },
  {
    name: "transport: a local address of somebody else",
    wrong: between("203.0.113.4", "198.51.100.7"),
    says: /^warning in transport mode this is an address of the gateway itself, and none of its/,
    right: between("203.0.113.2", "198.51.100.7"),
  },
  {
    name: "transport: a host behind the peer",
    wrong: between("203.0.113.2", "198.51.100.8"),
    says: /^warning transport joins the gateway with its peer 198\.51\.100\.7, .*write remote: 198/,
    right: between("203.0.113.2", "198.51.100.7", ", proto: gre"),
  },
  {
    name: "transport: a network",
    wrong: between("10.0.0.0/24", "198.51.100.7"),
    says: /^warning transport joins two hosts, but local or remote is a network/,
    right: between("203.0.113.2", "198.51.100.7"),
  },
  {
    name: "transport: nat",
    wrong: between("203.0.113.2", "198.51.100.7", ", nat: 10.9.0.1").replace(
      "network:",
      "firewall: {skipTunnels: false}\nnetwork:",
    ),
    says: /error: tunnels\[0\]\.nat: in transport mode the address that nat changes is the one/,
    right: between("203.0.113.2", "198.51.100.7"),
  },
]);
