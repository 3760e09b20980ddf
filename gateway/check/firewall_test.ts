import { testTwins, TUNNEL, type Twin } from "../../test/firewall_twins.ts";

const TWINS: readonly Twin[] = [
  {
    name: "an empty rule",
    bad: "{allow: [{}]}",
    says: /firewall\.allow\[0\]: lets everyone reach every port/,
    good: ["{allow: [{from: any}]}", "{allow: [{on: vio1}]}", "{allow: [{proto: tcp, port: 22}]}"],
  },
  {
    name: "a table of exceptions alone",
    bad: "{tables: {x: ['! 192.0.2.0/24']}, allow: [{proto: tcp, port: 80, from: <x>}]}",
    says: /warning.*the table is empty; add 0\.0\.0\.0\/0/,
    good: [
      "{tables: {x: [0.0.0.0/0, '! 192.0.2.0/24']}, allow: [{proto: tcp, port: 80, from: <x>}]}",
      "{tables: {x: []}, allow: [{proto: tcp, port: 80, from: <x>}]}",
    ],
  },
  {
    name: "a rule that only logs",
    bad: "{allow: [{log: true}]}",
    says: /lets everyone reach every port/,
    good: ["{allow: [{log: true, from: 10.0.0.0/24}]}"],
  },
  {
    name: "a rule on a skipped enc0",
    bad: "{allow: [{proto: tcp, port: 22, on: enc0}]}",
    and: TUNNEL,
    says:
      /allow\[0\]\.on: skipTunnels leaves enc0 unfiltered.*set firewall: \{skipTunnels: false\}/,
    good: ["{skipTunnels: false, allow: [{proto: tcp, port: 22, on: enc0}]}"],
  },
  {
    name: "a rule on an interface that does not exist",
    bad: "{allow: [{proto: tcp, port: 22, on: vio7}]}",
    says: /allow\[0\]\.on: there is no interface or group vio7; interfaces: vio0, vio1/,
    good: [
      "{allow: [{proto: tcp, port: 22, on: vio1}]}",
      "{allow: [{proto: tcp, port: 22, on: egress}]}",
      // Programs make these.
      "{allow: [{proto: tcp, port: 22, on: pppx}]}",
      "{allow: [{proto: tcp, port: 22, on: tun0}]}",
    ],
  },
  {
    name: "a group that no interface is in",
    bad: "{allow: [{proto: tcp, port: 22, on: dmz}]}",
    says: /there is no interface or group dmz/,
    more:
      "    - {name: vlan5, address: 10.5.0.1/24, vlan: {id: 5, parent: vio1}, options: [group lab]}\n",
    good: [
      "{allow: [{proto: tcp, port: 22, on: lab}]}",
      "{allow: [{proto: tcp, port: 22, on: vlan}]}",
    ],
  },
  {
    name: "a rule on carp",
    bad: "{allow: [{proto: tcp, port: 22, on: carp1}]}",
    more: "    - {name: carp1, address: 10.0.0.254/24, options: [vhid 2 carpdev vio1]}\n",
    says: /pf sees packets of carp1 on vio1, never on carp1; write on: vio1/,
    good: ["{allow: [{proto: tcp, port: 22, on: vio1}]}"],
  },
  {
    name: "a rule on loopback",
    bad: "{allow: [{proto: tcp, port: 22, on: lo0}]}",
    says: /lo0 is loopback/,
    good: ["{allow: [{proto: tcp, port: 22, on: vio0}]}"],
  },
  {
    name: "a rule from loopback",
    bad: "{allow: [{proto: tcp, port: 22, from: 127.0.0.0/8}]}",
    says: /allow\[0\]\.from: packets of loopback networks do not arrive/,
    good: ["{allow: [{proto: tcp, port: 22, from: 198.51.100.0/24}]}"],
  },
  {
    name: "a rule from the gateway's own address",
    bad: "{allow: [{proto: tcp, port: 22, from: 10.0.0.1}]}",
    says: /the gateway's own address: .*antispoof/,
    good: ["{allow: [{proto: tcp, port: 22, from: 10.0.0.2}]}"],
  },
  {
    name: "clear text from behind a tunnel",
    bad: "{allow: [{proto: tcp, port: 22, from: 10.20.0.9/32, to: 10.0.0.5/32}]}",
    and: TUNNEL,
    says: /warning tunnel a leads there: in clear text it is blocked/,
    good: [
      "{skipTunnels: false, allow: [{proto: tcp, port: 22, from: 10.20.0.9/32, to: 10.0.0.5/32}]}",
      // To the address outside the tunnel it comes in clear text.
      "{allow: [{proto: tcp, port: 22, from: 10.20.0.9/32}]}",
    ],
  },
  {
    name: "what is local beside a tunnel to a wider network",
    bad: "firewall: {allow: [{from: 10.21.0.0/24, to: 10.0.0.0/24}]}\nforwarding: all",
    and: TUNNEL.replace("10.20.0.0/24", "10.0.0.0/8"),
    more: "    - {name: vlan9, address: 10.3.0.1/24, vlan: {id: 9, parent: vio1}}\n",
    says: /warning tunnel a leads there: in clear text it is blocked/,
    good: [
      "firewall: {allow: [{on: vlan9, from: 10.3.0.0/24, to: 10.0.0.0/24}]}\nforwarding: all",
    ],
  },
  {
    name: "from behind a tunnel on another interface",
    bad:
      "{skipTunnels: false, allow: [{proto: tcp, port: 22, on: vio0, from: 10.20.0.9, to: 10.0.0.5}]}",
    and: TUNNEL,
    says: /it comes in on enc0, never on vio0; write tunnel: a/,
    good: [
      "{skipTunnels: false, allow: [{proto: tcp, port: 22, tunnel: a, from: 10.20.0.9, to: 10.0.0.5}]}",
    ],
  },
  {
    name: "a tunnel with a network of the other family",
    bad: "{skipTunnels: false, allow: [{tunnel: a, from: '2001:db8::/32'}]}",
    and: TUNNEL,
    says: /nothing of tunnel a is from 2001:db8::\/32: its remote networks are 10\.20\.0\.0\/24/,
    good: [
      "{skipTunnels: false, allow: [{tunnel: a, from: 10.20.0.9}]}",
      "{skipTunnels: false, allow: [{tunnel: a, from: 10.0.0.0/8}]}",
    ],
  },
  {
    name: "a tunnel to a network that it does not carry",
    bad: "{skipTunnels: false, allow: [{tunnel: a, to: 10.1.0.0/24}]}",
    and: TUNNEL,
    says: /nothing of tunnel a is to 10\.1\.0\.0\/24: its local networks are/,
    good: ["{skipTunnels: false, allow: [{tunnel: a, to: 10.0.0.80}]}"],
  },
  {
    name: "icmp6 from IPv4",
    bad: "{allow: [{proto: icmp6, from: 10.0.0.0/24}]}",
    says: /allow\[0\]\.proto: icmp6 is IPv6, but from has IPv4 addresses only; write proto: icmp/,
    good: [
      "{allow: [{proto: icmp, from: 10.0.0.0/24}]}",
      "{allow: [{proto: icmp6, from: '2001:db8::/32'}]}",
      "{allow: [{proto: icmp6, from: any}]}",
    ],
  },
  {
    name: "icmp from both families",
    bad: "{allow: [{proto: icmp, from: [10.0.0.0/24, '2001:db8::/32']}]}",
    says: /icmp is IPv4, but from and to have IPv6 addresses too; write a rule of its own/,
    good: ["{allow: [{proto: icmp, from: [10.0.0.0/24, 10.9.0.0/24]}]}"],
  },
  {
    name: "a table of the other family",
    bad: "{tables: {six: ['2001:db8::/32']}, allow: [{proto: icmp, from: <six>}]}",
    says: /icmp is IPv4, but from has IPv6 addresses only/,
    good: ["{tables: {six: ['2001:db8::/32', 10.9.0.0/24]}, allow: [{proto: icmp, from: <six>}]}"],
  },
  {
    name: "a service that OpenBSD does not know",
    bad: "{allow: [{proto: udp, port: wireguard}]}",
    says: /allow\[0\]\.port: wireguard is not a service of services\(5\); write the number/,
    good: ["{allow: [{proto: udp, port: 51820}]}", "{allow: [{proto: udp, port: openvpn}]}"],
  },
  {
    name: "a misspelt service",
    bad: "{allow: [{proto: tcp, port: htps}]}",
    says: /did you mean https\?/,
    good: ["{allow: [{proto: tcp, port: 'ssh:https'}]}"],
  },
  {
    name: "a protocol that means all",
    bad: "{allow: [{proto: ip, from: 10.0.0.0/24}]}",
    says: /ip is not a protocol \(protocols\(5\)\); leave proto out for all protocols/,
    good: ["{allow: [{proto: [gre, '47', skip], from: 10.0.0.0/24}]}"],
  },
  {
    name: "protocol 0",
    bad: "{allow: [{proto: '0', from: 10.0.0.0/24}]}",
    says: /0 is not a protocol/,
    good: ["{allow: [{proto: '255', from: 10.0.0.0/24}]}"],
  },
  {
    name: "the network of another interface",
    bad: "{allow: [{proto: tcp, port: 22, on: vio0, from: 10.0.0.0/25}]}",
    says:
      /this is the network of vio1: packets from it on vio0 are forged, and antispoof blocks them; write on: vio1/,
    good: [
      "{allow: [{proto: tcp, port: 22, on: vio1, from: 10.0.0.0/25}]}",
      "{allow: [{proto: tcp, port: 22, on: vio0, from: 10.9.0.0/24}]}",
      "{allow: [{proto: tcp, port: 22, from: 10.0.0.0/25}]}",
    ],
  },
  {
    name: "an empty list",
    bad: "{allow: [{proto: tcp, port: 22, from: []}]}",
    says: /allow\[0\]\.from: an empty list would mean everything/,
    good: ["{allow: [{proto: tcp, port: 22, from: [10.0.0.0/24]}]}"],
  },
  {
    name: "clients are tunnels",
    bad: "{skipTunnels: false, allow: [{tunnel: laptop}]}",
    and: `clients: [{name: laptops, pool: 10.99.0.0/24, networks: [10.0.0.0/24], psk: {env: PSK}}]`,
    says:
      /there is no tunnel laptop; tunnels: laptops; did you mean laptops\?|there is no tunnel laptop; tunnels: laptops/,
    good: ["{skipTunnels: false, allow: [{tunnel: laptops, proto: tcp, port: 443}]}"],
  },
];

testTwins(TWINS);
