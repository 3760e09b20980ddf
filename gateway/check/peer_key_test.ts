import { gateway, testCases, tunnel } from "../../test/tunnel_cases.ts";

/** Two tunnels to one peer, by its name and by its address. */
const named = (common: string, psk = "a") =>
  gateway([
    tunnel("a", "far.example.net", "10.1.0.0/24", `${common}, psk: {file: a.psk}`),
    tunnel("b", "198.51.100.7", "10.2.0.0/24", `${common}, psk: {file: ${psk}.psk}`),
  ]).replace(
    "  gateway:",
    "  hosts: [{address: 198.51.100.7, names: [far.example.net]}]\n  gateway:",
  );

testCases([
  {
    name: "IKEv2: one peer by its address, and by a name that network.hosts gives it",
    wrong: named("mode: passive"),
    says: /error: tunnels\[1\]\.peer: iked cannot tell this tunnel apart from a/,
    right: named("mode: passive").replace("address: 198.51.100.7,", "address: 198.51.100.8,"),
    note: /is a name/,
  },
  {
    name: "IKEv1: one peer by its address, and by a name that network.hosts gives it",
    wrong: named("ike: 1", "c"),
    says: /error: tunnels\[1\]\.psk: tunnel a has another psk/,
    right: named("ike: 1"),
    note: /is a name/,
  },
  {
    name: "IKEv2: one name spelt in two ways",
    wrong: gateway([
      tunnel("a", "far.example.net", "10.1.0.0/24", "mode: passive"),
      tunnel("b", "Far.example.net", "10.2.0.0/24", "mode: passive"),
    ]),
    says: /error: tunnels\[1\]\.peer: iked cannot tell this tunnel apart from a/,
    right: gateway([
      tunnel("a", "far.example.net", "10.1.0.0/24", "mode: passive"),
      tunnel("b", "near.example.net", "10.2.0.0/24", "mode: passive"),
    ]),
    note: /is a name/,
  },
]);
