import { testTwins } from "../../test/firewall_twins.ts";
import { gateway, testCases, tunnel } from "../../test/tunnel_cases.ts";

const nat = (as: string) =>
  `forwarding: all\nfirewall: {nat: [{on: vio0, from: 10.0.0.0/24, as: ${as}}]}`;
const redirect = (address: string, on = "vio0", to = "10.0.0.5") =>
  `forwarding: all\nfirewall: {redirect: [{on: ${on}, proto: tcp, port: 443, address: ${address}, to: ${to}}]}`;

testTwins([
  {
    name: "a nat to an address of the outer network that no interface has",
    bad: nat("203.0.113.4"),
    says: /^warning 203\.0\.113\.4 .*nobody answers ARP.*aliases of vio0: 203\.0\.113\.4\/32$/,
    // A provider routes these here.
    good: [nat("203.0.113.2"), nat("198.51.100.9"), nat("198.51.100.8/30")],
  },
  {
    name: "a nat to a network of which no interface has all addresses",
    bad: nat("203.0.113.4/31"),
    says: /^warning 203\.0\.113\.4\/31 .* no interface has all of its addresses/,
    good: [nat("203.0.113.2/32")],
  },
  {
    name: "a redirect of an address of the outer network that no interface has",
    bad: redirect("203.0.113.5"),
    says: /^warning 203\.0\.113\.5 .*aliases of vio0/,
    // What hosts inside send to a public address passes here anyway.
    good: [
      redirect("203.0.113.2"),
      redirect("198.51.100.9"),
      redirect("203.0.113.5", "vio1", "203.0.113.4"),
    ],
  },
]);

const one = gateway(
  [tunnel("a", "198.51.100.7", "10.1.0.0/24", "")],
  `${nat("203.0.113.4")}\n`,
);
testCases([{
  name: "a nat to an address that is no alias",
  wrong: one,
  says: /^warning 203\.0\.113\.4 is in the network of vio0, but no interface has it/,
  right: one.replace("203.0.113.2/29", "203.0.113.2/29, aliases: [203.0.113.4/32]"),
}]);
