import assert from "node:assert/strict";
import { GOOD, problems } from "../../test/broken_description.ts";
import { testTwins, type Twin } from "../../test/firewall_twins.ts";

const SIX = GOOD.replace("10.0.0.0/24", "'2001:db8:1::/64'")
  .replace("10.0.0.50/24", "10.0.0.50/24, address6: '2001:db8:1::50/64'")
  .replace("  gateway:", "  gateway6: '2001:db8:1::1'\n  gateway:");
const remote = (network: string) =>
  (network.includes(":") ? SIX : GOOD).replace("10.0.10.0/24", `'${network}'`);
const local = (network: string) => GOOD.replace("10.0.0.0/24", `'${network}'`);

const said = (text: string) => problems(text).filter((line) => !/: note: |^note /.test(line));

Deno.test("a tunnel to where no host can be is refused, with its place", () => {
  for (
    const [network, says] of [
      ["127.0.0.0/8", /127\.0\.0\.0\/8 is loopback, which is on no wire; write the network/],
      ["127.0.0.1", /is loopback/],
      ["0.0.0.0/8", /is not an address of a host/],
      ["0.0.0.0", /with \/0 after it, it is everything/],
      ["240.0.0.0/4", /is reserved \(class E\)/],
      ["255.255.255.255", /is broadcast/],
      ["::1/128", /is loopback/],
      ["::", /with \/0 after it, it is everything/],
      ["::ffff:0:0/96", /IPv4 addresses in IPv6 form/],
    ] as const
  ) {
    const lines = said(remote(network));
    assert.equal(lines.length, 1, lines.join("\n"));
    assert.match(lines[0]!, /^gw\.yaml:1[34]:13: error: tunnels\[0\]\.remote: /);
    assert.match(lines[0]!, says);
  }
  assert.match(said(local("127.0.0.0/8"))[0]!, /^gw\.yaml:12:12: error: .*is loopback/);
});

Deno.test("a tunnel to what stays on its link is a warning", () => {
  for (const network of ["224.0.0.0/4", "224.0.0.5/32", "ff00::/8", "fe80::/10"]) {
    const lines = said(remote(network));
    assert.equal(lines.length, 1, lines.join("\n"));
    assert.match(lines[0]!, /^warning .*(is multicast|is link-local).*carries what is forwarded/);
  }
});

Deno.test("networks just beside those, and around them, are right", () => {
  for (
    const network of [
      "126.0.0.0/8",
      "128.0.0.0/8",
      "1.0.0.0/8",
      "223.0.0.0/8",
      "169.254.6.0/30",
      "100.64.0.0/10",
      "0.0.0.0/1",
      "128.0.0.0/1",
      "fc00::/7",
      "fec0::/10",
      "::2/128",
      "2000::/3",
    ]
  ) {
    assert.deepEqual(said(remote(network)), [], network);
  }
});

Deno.test("a network without its length is reported to be one host", () => {
  for (
    const [network, meant] of [
      ["10.0.10.0", "10.0.10.0/24"],
      ["172.16.0.0", "172.16.0.0/16"],
      ["2001:db8:7::", "2001:db8:7::/64"],
    ] as const
  ) {
    const lines = said(remote(network));
    assert.equal(lines.length, 1, lines.join("\n"));
    const full = network.includes(":") ? 128 : 32;
    const says = `is one host; write ${meant} for the network, or ${network}/${full}`;
    assert(lines[0]!.startsWith("warning ") && lines[0]!.includes(says), lines[0]);
  }
  for (const host of ["10.0.10.0/32", "10.0.10.1", "10.0.10.0/25", "2001:db8:7::1"]) {
    assert.deepEqual(said(remote(host)), [], host);
  }
});

Deno.test("peers, routers, servers and addresses where no host can be are refused", () => {
  const bad: [from: string | RegExp, to: string, says: RegExp][] = [
    ["192.0.2.1", "127.0.0.1", /tunnels\[0\]\.peer: 127\.0\.0\.1 is not the address of a host/],
    [
      "192.0.2.1",
      "240.0.0.0/4\n    ike: 2\n    mode: passive",
      /tunnels\[0\]\.peer: .*reserved.*network that the peers are in/,
    ],
    ["gateway: 10.0.0.1", "gateway: 10.0.0.255", /network\.gateway: .*the broadcast address/],
    ["gateway: 10.0.0.1", "gateway: 10.0.0.0", /network\.gateway: .*the network itself/],
    ["10.0.0.50/24", "127.0.0.50/24", /address: 127\.0\.0\.50\/24 is loopback.*own address/],
    ["10.0.0.50/24", "241.0.0.50/24", /address: .* is reserved/],
    [
      "access:",
      "  nameservers: [224.0.0.251]\naccess:",
      /nameservers\[0\]: 224\.0\.0\.251 is multicast/,
    ],
    ["access:", "  nameservers: [10.0.0.255]\naccess:", /nameservers\[0\]: .*broadcast address/],
    [
      "access:",
      "  routes: [{to: 10.5.0.0/16, via: 10.0.0.255}]\naccess:",
      /routes\[0\]\.via: .*broadcast address.*write the router's address/,
    ],
    [
      "access:",
      "  routes: [{to: 127.0.0.0/8, via: 10.0.0.1}]\naccess:",
      /routes\[0\]\.to: 127\.0\.0\.0\/8 is loopback/,
    ],
  ];
  for (const [from, to, says] of bad) {
    const lines = said(GOOD.replace(from, to));
    assert(lines.some((line) => / error: /.test(line) && says.test(line)), lines.join("\n"));
  }
  for (
    const [from, to] of [
      ["192.0.2.1", "192.0.2.0/24\n    ike: 2\n    mode: passive"],
      ["gateway: 10.0.0.1", "gateway: 10.0.0.254"],
      ["access:", '  nameservers: [127.0.0.1, 10.0.0.254]\nrcConf: {unbound_flags: ""}\naccess:'],
      ["access:", "  routes: [{to: 10.5.0.0/16, via: 10.0.0.254}]\naccess:"],
      ["access:", "  routes: [{to: 224.0.0.0/4, via: 10.0.0.254}]\naccess:"],
      ["10.0.0.50/24}", "10.0.0.50/24}\n    - {name: lo1, address: 127.0.0.2/8}"],
    ] as const
  ) {
    assert.deepEqual(said(GOOD.replace(from, to)), [], to);
  }
});

const ssh = (from: string) => `{allow: [{proto: tcp, port: 22, from: "${from}"}]}`;
const good = [ssh("198.51.100.7"), ssh("10.0.0.7"), ssh("169.254.1.7"), ssh("fe80::/10")];
const TWINS: readonly Twin[] = [
  ...([
    ["255.255.255.255", /is broadcast/],
    ["224.0.0.5", /is multicast, which is never a source address/],
    ["0.0.0.0", /with \/0 after it/],
    ["240.1.1.1", /is reserved/],
    ["10.0.0.255", /is the broadcast address of its network, which no host has/],
    ["203.0.113.0/32", /is the address of the network itself, which no host has/],
    ["ff02::1", /is multicast/],
    ["::", /with \/0 after it/],
  ] as const).map(([from, says]): Twin => ({
    name: `ssh from ${from}, where nobody is`,
    bad: ssh(from),
    says: new RegExp(`error: firewall\\.allow\\[0\\]\\.from: .*${says.source}`),
    good,
  })),
  {
    name: "DHCP from 0.0.0.0, as what has no address yet sends it",
    bad: "{allow: [{on: vio1, proto: udp, port: 67, from: 224.0.0.1}]}",
    says: /is multicast/,
    good: [
      "{allow: [{on: vio1, proto: udp, port: 67, from: 0.0.0.0, to: 255.255.255.255}]}",
      "{allow: [{on: vio1, proto: igmp, from: 0.0.0.0}]}",
    ],
  },
  {
    name: "a rule from a network without its length",
    bad: ssh("198.51.100.0"),
    says: /warning 198\.51\.100\.0 without a prefix length is one host; write 198\.51\.100\.0\/24/,
    good: [ssh("198.51.100.0/24"), ssh("198.51.100.0/32")],
  },
];
testTwins(TWINS);
