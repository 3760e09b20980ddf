import { ONE_ARM, testTwins, TUNNEL, type Twin } from "../../test/firewall_twins.ts";

const TWINS: readonly Twin[] = [
  {
    name: "a rule to elsewhere that is not forwarded",
    bad: "{allow: [{proto: tcp, port: 22, to: 10.0.0.99}]}",
    says: /warning.* forwarding: ipsec forwards only what a tunnel carries; write forwarding: all/,
    good: [
      "firewall: {allow: [{proto: tcp, port: 22, to: 10.0.0.99}]}\nforwarding: all",
      "{allow: [{proto: tcp, port: 22, to: 10.0.0.1}]}",
      "{allow: [{proto: udp, port: 5353, to: 224.0.0.251}]}",
      "{allow: [{proto: udp, port: 67, to: 10.0.0.255}]}",
    ],
  },
  {
    name: "a rule into a tunnel is forwarded",
    bad: "{allow: [{on: vio1, from: 10.0.0.0/24, to: 10.21.0.0/24}]}",
    and: TUNNEL,
    says: /forwards only what a tunnel carries/,
    good: ["{allow: [{on: vio1, from: 10.0.0.0/24, to: 10.20.0.0/24}]}"],
  },
  {
    name: "forwarding none with a tunnel for a LAN",
    bad: "firewall: {}\nforwarding: none",
    and: TUNNEL,
    says:
      /tunnels\[0\]\.local: forwarding: none keeps 10\.0\.0\.0\/24 from reaching the tunnel; write forwarding: ipsec/,
    good: ["firewall: {}\nforwarding: ipsec"],
  },
  {
    name: "forwarding none with a tunnel of the gateway's own",
    bad: "firewall: {allow: [{proto: tcp, port: 80, to: 10.0.0.9}]}\nforwarding: none",
    and: TUNNEL.replace("local: 10.0.0.0/24", "local: 203.0.113.2"),
    says: /with forwarding: none the gateway forwards nothing/,
    good: ["firewall: {}\nforwarding: none"],
  },
  {
    name: "a route-based tunnel whose traffic is not forwarded",
    bad: "firewall: {}\ntunnels: [{name: x, peer: 198.51.100.7, iface: sec0, psk: {file: x.psk}}]",
    more:
      "    - {name: sec0, address: 10.99.0.1/30, peer: 10.99.0.2, sec: {}}\n  routes: [{to: 10.20.0.0/24, via: 10.99.0.2}]\n",
    says:
      /warning.* forwarding: ipsec keeps 10\.0\.0\.0\/24 from sec0, into which .*; write forwarding: all/,
    good: [
      "firewall: {}\nforwarding: all\ntunnels: [{name: x, peer: 198.51.100.7, iface: sec0, psk: {file: x.psk}}]",
    ],
  },
  {
    name: "NAT that is not forwarded",
    bad: "{nat: [{on: egress, from: 10.0.0.0/24}]}",
    says: /nat\[0\]: forwarding: ipsec forwards only/,
    good: ["firewall: {nat: [{on: egress, from: 10.0.0.0/24}]}\nforwarding: all"],
  },
  {
    name: "a redirect that is not forwarded",
    bad: "{redirect: [{on: egress, proto: tcp, port: 443, to: 10.0.0.5}]}",
    says: /redirect\[0\]\.to: forwarding: ipsec forwards only/,
    good: [
      "firewall: {redirect: [{on: egress, proto: tcp, port: 443, to: 10.0.0.5}]}\nforwarding: all",
      "{redirect: [{on: egress, proto: tcp, port: 443, to: 127.0.0.1, toPort: 8443}]}",
    ],
  },
  {
    name: "NAT of what came out of a tunnel is forwarded",
    bad: "{skipTunnels: false, nat: [{on: vio0, from: [10.20.0.0/24, 10.0.0.0/24]}]}",
    and: TUNNEL,
    says: /nat\[0\]: forwarding: ipsec forwards only what a tunnel carries/,
    good: ["{skipTunnels: false, nat: [{on: vio0, from: 10.20.0.0/24}]}"],
  },
  {
    name: "NAT by an interface without an address of that family",
    bad: "{nat: [{on: vio0, from: 'fd00:1::/64'}]}",
    and: "forwarding: all",
    says: /nat\[0\]\.on: vio0 has no IPv6 address, which from would become; write as: ADDRESS/,
    good: [
      "{nat: [{on: vio0, from: 'fd00:1::/64', as: '2001:db8::7'}]}",
      "{nat: [{on: vio0, from: 10.0.0.0/24}]}",
      "{nat: [{on: vio0, from: any}]}",
    ],
  },
  ...([
    ["224.0.0.1", /is multicast/],
    ["127.0.0.1", /is loopback/],
    ["203.0.113.7", /the broadcast address/],
    ["0.0.0.0", /is not an address of a host/],
  ] as const).map(([as, says]): Twin => ({
    name: `NAT to ${as}, which no answer comes back to`,
    bad: `{nat: [{on: vio0, from: 10.0.0.0/24, as: ${as}}]}`,
    and: "forwarding: all",
    says: new RegExp(`nat\\[0\\]\\.as: .*${says.source}.*answers to it would never come back`),
    good: [
      "{nat: [{on: vio0, from: 10.0.0.0/24, as: 198.51.100.9}]}",
      "{nat: [{on: vio0, from: 10.0.0.0/24, as: 203.0.113.0/29}]}",
      "{nat: [{on: vio0, from: 10.0.0.0/24, as: 198.51.100.9}]}",
    ],
  })),
  ...([
    ["224.0.0.1", /is multicast/],
    ["10.0.0.255", /the broadcast address/],
    ["10.0.0.0", /the network itself/],
  ] as const).map(([to, says]): Twin => ({
    name: `a redirect to ${to}, where no host is`,
    bad: `{redirect: [{on: vio0, proto: tcp, port: 80, to: ${to}}]}`,
    and: "forwarding: all",
    says: new RegExp(`redirect\\[0\\]\\.to: .*${says.source}.*write a host's address`),
    good: ["{redirect: [{on: vio0, proto: tcp, port: 80, to: 10.0.0.5}]}"],
  })),
  {
    name: "a redirect of another family than the interface",
    bad: "{redirect: [{on: vio0, proto: tcp, port: 80, to: '2001:db8:1::5'}]}",
    and: "forwarding: all",
    says: /redirect\[0\]\.on: vio0 has no IPv6 address that packets could come to/,
    good: [
      "{redirect: [{on: vio0, proto: tcp, port: 80, address: '2001:db8::9', to: '2001:db8:1::5'}]}",
    ],
  },
  ...["203.0.113.5", "198.51.100.9", "10.9.9.9"].map((to): Twin => ({
    name: `a redirect to ${to}, back where it came from`,
    bad: `{redirect: [{on: vio0, proto: tcp, port: 80, to: ${to}}]}`,
    and: "forwarding: all",
    says: /^warning \S+ is reached through vio0 too, so its answers bypass the gateway/,
    good: [
      `{nat: [{on: vio0, from: any, to: ${to}}], redirect: [{on: vio0, proto: tcp, port: 80, to: ${to}}]}`,
      "{redirect: [{on: vio0, proto: tcp, port: 80, to: 10.0.0.5}]}",
      "{redirect: [{on: vio0, proto: tcp, port: 80, to: 203.0.113.2, toPort: 8080}]}",
      "{redirect: [{on: vio0, proto: tcp, port: 80, to: 127.0.0.1, toPort: 8080}]}",
    ],
  })),
  {
    name: "NAT to another family",
    bad: "firewall: {nat: [{on: egress, from: 10.0.0.0/24, as: '2001:db8::1'}]}\nforwarding: all",
    says: /nat\[0\]\.as: from, to and as have no address family in common/,
    good: ["firewall: {nat: [{on: egress, from: 10.0.0.0/24, as: 198.51.100.9}]}\nforwarding: all"],
  },
  {
    name: "NAT to what is not an address",
    bad: "firewall: {nat: [{on: egress, from: 10.0.0.0/24, as: any}]}\nforwarding: all",
    says: /any is not an address to translate to/,
    good: ["firewall: {nat: [{on: egress, from: 10.0.0.0/24, as: (vio0)}]}\nforwarding: all"],
  },
  {
    name: "a redirect that takes the gateway's IKE",
    bad:
      "firewall: {redirect: [{on: egress, proto: udp, port: '400:600', to: 10.0.0.5}]}\nforwarding: all",
    and: TUNNEL,
    says: /udp 500 is the IKE of the gateway's own tunnels/,
    good: [
      "firewall: {redirect: [{on: egress, proto: udp, port: '501:600', to: 10.0.0.5}]}\nforwarding: all",
      "firewall: {redirect: [{on: egress, proto: udp, port: 500, address: 198.51.100.9, to: 10.0.0.5}]}\nforwarding: all",
    ],
  },
  {
    name: "a table that is not there",
    bad: "{tables: {admins: [198.51.100.0/24]}, allow: [{proto: tcp, port: 22, from: <admin>}]}",
    says: /there is no table <admin>; tables: admins.*did you mean admins\?/,
    good: [
      "{tables: {admins: [198.51.100.0/24]}, allow: [{proto: tcp, port: 22, from: <admins>}]}",
    ],
  },
  {
    name: "a table that is not there, beside one that overload names too",
    bad:
      "{tables: {bad: []}, allow: [{proto: tcp, port: 22, from: any, maxRate: 5/5, overload: <bad>}, {from: <bed>}]}",
    says: /there is no table <bed>; tables: bad, ipsec_peers; /,
    good: [
      "{tables: {bad: []}, allow: [{proto: tcp, port: 22, from: any, maxRate: 5/5, overload: <bad>}, {from: <bad>}]}",
    ],
  },
  {
    name: "a table with an interface",
    bad: "{tables: {lan: ['(vio1:network)']}}",
    says:
      /tables\.lan\[0\]: \(vio1:network\) is not an address or network; name the interface in the rule/,
    good: ["{tables: {lan: [10.0.0.0/24, '! 10.0.0.9']}}"],
  },
  {
    name: "a table of the firewall's own name",
    bad: "{tables: {ipsec_peers: [10.0.0.0/24]}}",
    says: /the firewall uses this name/,
    good: ["{tables: {peers: [10.0.0.0/24]}}"],
  },
  {
    name: "a negation among others",
    bad: "{allow: [{proto: tcp, port: 22, from: ['! 10.0.0.0/24', 10.9.0.0/24]}]}",
    says: /! 10\.0\.0\.0\/24 in a list matches everything/,
    good: ["{allow: [{proto: tcp, port: 22, from: '! 10.0.0.0/24'}]}"],
  },
  {
    name: "an interface in parentheses that is not there",
    bad: "{allow: [{proto: tcp, port: 22, from: '(vio9:network)'}]}",
    says: /allow\[0\]\.from: there is no interface or group vio9/,
    good: ["{allow: [{proto: tcp, port: 22, from: '(vio1:network)'}]}"],
  },
  {
    name: "peers that leave a peer out",
    bad: "{peers: [198.51.100.8]}",
    and: TUNNEL,
    says: /tunnels\[0\]\.peer: firewall\.peers does not include 198\.51\.100\.7/,
    good: ["{peers: [198.51.100.0/24]}", "{peers: any}"],
  },
  {
    name: "a table that nothing fills",
    bad: "{allow: [{proto: tcp, port: 22, overload: <bad>}]}",
    says: /nothing is added to this table without maxConnections or maxRate/,
    good: [
      "{allow: [{proto: tcp, port: 22, maxRate: 15/5, overload: <bad>}, {proto: tcp, port: 80, from: '! <bad>'}]}",
    ],
  },
  {
    name: "a limit of what is not TCP",
    bad: "{allow: [{proto: udp, port: 53, maxConnections: 5}]}",
    says: /counts TCP connections only; write proto: tcp/,
    good: ["{allow: [{proto: tcp, port: 53, maxConnections: 5}]}"],
  },
  {
    name: "a tag that nobody gives",
    bad: "{skipTunnels: false, allow: [{proto: tcp, port: 22, tagged: b}]}",
    and: TUNNEL,
    says: /no incoming packet has the tag b; tags that tunnels set: a/,
    good: ["{skipTunnels: false, allow: [{proto: tcp, port: 22, tagged: a}]}"],
  },
  {
    name: "a tag of a tunnel that is not filtered",
    bad: "{allow: [{proto: tcp, port: 22, tagged: a}]}",
    and: TUNNEL,
    says: /allow\[0\]\.tagged: skipTunnels leaves tunnel traffic unfiltered/,
    good: ["{skipTunnels: false, allow: [{proto: tcp, port: 22, tagged: a}]}"],
  },
  {
    name: "a router out of reach",
    bad: "{allow: [{on: vio0, proto: tcp, port: 22, replyTo: 10.0.0.254}]}",
    says: /replyTo: 10\.0\.0\.254 is in no network of vio0/,
    good: ["{allow: [{on: vio0, proto: tcp, port: 22, replyTo: 203.0.113.6}]}"],
  },
  {
    name: "senders whom the routes lead elsewhere, with urpf",
    bad: "{urpf: true, allow: [{on: vio1, proto: tcp, port: 22, from: 192.0.2.0/24}]}",
    says: /from: firewall\.urpf blocks what arrives on vio1 from senders .* leave urpf out/,
    good: [
      "{urpf: true, allow: [{on: vio0, proto: tcp, port: 22, from: 192.0.2.0/24}]}",
      "{urpf: true, allow: [{on: vio1, proto: tcp, port: 22, from: 10.0.0.0/25}]}",
      "{urpf: true, allow: [{on: vio1, proto: tcp, port: 22, from: 10.0.0.0/8}]}",
      "{urpf: true, allow: [{on: vio1, proto: tcp, port: 22, from: 0.0.0.0/0}]}",
      "{allow: [{on: vio1, proto: tcp, port: 22, from: 192.0.2.0/24}]}",
    ],
  },
  {
    name: "answers to a second provider, which urpf never lets begin",
    bad: "{urpf: true, allow: [{on: vio0, proto: tcp, port: 22, replyTo: 203.0.113.6}]}",
    says: /replyTo: firewall\.urpf blocks what arrives on vio0 .* leave urpf out/,
    good: [
      "{allow: [{on: vio0, proto: tcp, port: 22, replyTo: 203.0.113.6}]}",
      "{urpf: true, allow: [{on: vio0, proto: tcp, port: 22}]}",
    ],
  },
  {
    name: "packets for the gateway itself, routed away",
    bad: "{allow: [{on: vio1, proto: tcp, port: 22, routeTo: 203.0.113.6}]}",
    says: /routeTo: packets for the gateway itself would go to 203\.0\.113\.6; write to:/,
    good: [
      "firewall: {allow: [{on: vio1, proto: tcp, port: 22, to: any, routeTo: 203.0.113.6}]}\nforwarding: all",
    ],
  },
  {
    name: "a router for all interfaces",
    bad: "{allow: [{proto: tcp, port: 22, replyTo: 203.0.113.6}]}",
    says: /replyTo: needs on: the interface/,
    good: [
      "firewall: {allow: [{on: vio1, proto: tcp, port: 22, to: any, routeTo: 203.0.113.6}]}\nforwarding: all",
    ],
  },
  {
    name: "a router for a release that needs its interface too",
    bad:
      "firewall: {allow: [{on: vio0, proto: tcp, port: 22, replyTo: 203.0.113.6}]}\nrelease: '6.8'",
    says: /pf\.conf of OpenBSD 6\.8 has no reply-to with an address alone/,
    good: [
      "firewall: {allow: [{on: vio0, proto: tcp, port: 22, replyTo: 203.0.113.6}]}\nrelease: '8.0'",
    ],
  },
  {
    name: "thousands of rules",
    bad: `{allow: [{proto: [tcp, udp], port: [${
      Array.from({ length: 2600 }, (_, n) => n + 1).join(", ")
    }], from: 10.0.0.0/24}]}`,
    says: /expands to 5200 pf rules, which pfctl takes minutes to load; use port ranges/,
    good: ["{allow: [{proto: [tcp, udp], port: '1:2600', from: 10.0.0.0/24}]}"],
  },
  {
    name: "a local network that no interface is in, on a gateway with one arm",
    bad: `firewall: {}
tunnels: [{name: a, peer: 198.51.100.7, local: 10.7.0.0/24, remote: 10.20.0.0/24, psk: {env: PSK}}]
${ONE_ARM}`,
    says:
      /warning no interface has the network 10\.7\.0\.0\/24.*add to firewall\.allow: \{on: vio0, from: 10\.7\.0\.0\/24, to: 10\.20\.0\.0\/24\}/,
    good: [
      `firewall: {allow: [{on: vio0, from: 10.7.0.0/24, to: 10.20.0.0/24}]}
tunnels: [{name: a, peer: 198.51.100.7, local: 10.7.0.0/24, remote: 10.20.0.0/24, psk: {env: PSK}}]
${ONE_ARM}`,
    ],
  },
  {
    name: "from everywhere to everywhere",
    bad: `firewall: {}
tunnels: [{name: a, peer: 198.51.100.7, local: 0.0.0.0/0, remote: 0.0.0.0/0, psk: {env: PSK}}]`,
    says: /warning tunnel a is from everywhere to everywhere/,
    good: [
      `firewall: {}
tunnels: [{name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 0.0.0.0/0, psk: {env: PSK}}]`,
    ],
  },
  {
    name: "a port that is redirected twice",
    bad:
      "firewall: {redirect: [{on: egress, proto: tcp, port: 443, to: 10.0.0.5}, {on: egress, proto: [tcp, udp], port: [80, 443], to: 10.0.0.6}]}\nforwarding: all",
    says:
      /redirect\[1\]\.port\[1\]: port 443 goes to 10\.0\.0\.5 already \(firewall\.redirect\[0\]\)/,
    good: [
      "firewall: {redirect: [{on: egress, proto: tcp, port: 443, to: 10.0.0.5}, {on: egress, proto: udp, port: 443, to: 10.0.0.6}]}\nforwarding: all",
      "firewall: {redirect: [{on: egress, proto: tcp, port: 443, to: 10.0.0.5}, {on: egress, proto: tcp, port: 443, from: 198.51.100.0/24, to: 10.0.0.6}]}\nforwarding: all",
    ],
  },
];

testTwins(TWINS);
