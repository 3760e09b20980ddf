import assert from "node:assert/strict";
import { parseGateway } from "../load/load.ts";
import { GOOD, problems } from "../../test/broken_description.ts";

const CARD = "{name: vio0, address: 10.0.0.50/24}";

const PSK = "{file: a.psk}";
const KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const OTHER = "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

/** The good gateway with these interfaces besides, from line 5 on, and these further fields in front. */
function withInterfaces(entries: string[], front = ""): string {
  return front + GOOD.replace(CARD, [CARD, ...entries].join("\n    - "));
}

/** What is said of `entries`, without what other parts say. */
function said(entries: string[], front = ""): string[] {
  return problems(withInterfaces(entries, front)).filter((line) =>
    /network\.(interfaces|routes)|^(warning|note) .*(carp|wg|rc\(8\)|card|stranger)/.test(line)
  );
}

/** A mistake: what it is, its entries, the column of the complaint in the last of them, and its words. */
type Mistake = [string, string[], number, RegExp];

const VIO1 = "{name: vio1, address: 10.1.0.1/24}";
const BARE = "{name: vio1}";
const CARP =
  `{name: carp0, address: 10.0.0.1/24, carp: {vhid: 1, carpdev: vio0, password: ${PSK}}}`;
const WG =
  `{name: wg0, address: 10.8.0.1/24, wg: {port: 51820, key: ${PSK}, peers: [{name: a, publicKey: ${KEY}, allowed: [10.8.0.2/32]}]}}`;

const MISTAKES: Mistake[] = [
  ["carp without its field", ["{name: carp0, address: 10.0.0.1/24}"], 14, /needs carp: \{vhid: /],
  ["pfsync without its field", ["{name: pfsync0}"], 14, /needs pfsync: \{syncdev/],
  ["gre without its field", ["{name: gre0, address: 10.9.0.1/30}"], 14, /needs gre: \{local/],
  ["wg without its field", ["{name: wg0, address: 10.9.0.1/30}"], 14, /needs wg: \{key/],
  ["pppoe without its field", ["{name: pppoe0}"], 14, /needs pppoe: \{dev/],
  ["aggr without its field", ["{name: aggr0, address: 10.9.0.1/30}"], 14, /needs aggr: \{ports/],
  ["vlan without its field", ["{name: vlan7, address: 10.9.0.1/30}"], 14, /needs vlan: \{id/],
  [
    "a field of another kind",
    ["{name: vio1, carp: {vhid: 1, carpdev: vio0}}"],
    26,
    /only carp interfaces have it; vio1 is not one; did you mean carp0\?/,
  ],
  [
    "two interfaces of one vhid on one wire",
    [CARP, CARP.replace("carp0", "carp1").replace("0.0.1/", "0.0.2/")],
    56,
    /carp0 has vhid 1 on vio0/,
  ],
  [
    "a carpdev that is not there",
    [CARP.replace("carpdev: vio0", "carpdev: vio7")],
    68,
    /no interface vio7; interfaces: vio0; did you mean vio0/,
  ],
  [
    "a carpdev that is carp",
    [
      CARP,
      CARP.replace("carp0", "carp1").replace("0.0.1/", "0.0.2/").replace(
        "carpdev: vio0",
        "carpdev: carp0",
      ),
    ],
    68,
    /carp0 cannot carry carp1: it does not carry Ethernet frames/,
  ],
  [
    "a carp that shares a lease",
    ["{name: carp0, address: dhcp, carp: {vhid: 1, carpdev: vio0}}"],
    30,
    /cannot share a lease/,
  ],
  [
    "a carp that shares nothing",
    ["{name: carp0, carp: {vhid: 1, carpdev: vio0}}"],
    14,
    /has no address to share/,
  ],
  [
    "a carp with an MTU",
    [CARP.replace("carp: {", "mtu: 1400, carp: {")],
    48,
    /has the MTU of vio0/,
  ],
  [
    "a carp that never rests",
    [CARP.replace("vhid: 1", "vhid: 1, advbase: 0")],
    68,
    /without pause/,
  ],
  [
    "pfsync with an address",
    [VIO1, "{name: pfsync0, address: 10.9.0.1/30, pfsync: {syncdev: vio1}}"],
    32,
    /pfsync0 has no address; give it to vio1/,
  ],
  [
    "pfsync over an interface without one",
    [BARE, "{name: pfsync0, pfsync: {syncdev: vio1}}"],
    41,
    /vio1 has no IPv4 address/,
  ],
  [
    "pfsync with a peer of IPv6",
    [VIO1, "{name: pfsync0, pfsync: {syncdev: vio1, syncpeer: 'fe80::1'}}"],
    57,
    /not an IPv4 address/,
  ],
  [
    "gre from an address of nobody",
    ["{name: gre0, gre: {local: 10.0.0.9, remote: 192.0.2.9}}"],
    33,
    /no interface has the address 10\.0\.0\.9/,
  ],
  [
    "gif between two families",
    ["{name: gif0, gif: {local: 10.0.0.50, remote: '2001:db8::1'}}"],
    52,
    /of different address families/,
  ],
  [
    "gre to itself",
    ["{name: gre0, gre: {local: 10.0.0.50, remote: 10.0.0.50}}"],
    52,
    /is local too/,
  ],
  [
    "two gre between the same addresses",
    [
      "{name: gre0, gre: {local: 10.0.0.50, remote: 192.0.2.9}}",
      "{name: gre1, gre: {local: 10.0.0.50, remote: 192.0.2.9}}",
    ],
    25,
    /gre0 already joins these addresses/,
  ],
  [
    "a far end on a network of many",
    ["{name: vio1, address: 10.1.0.1/24, peer: 10.1.0.2}"],
    48,
    /vio1 joins more than two/,
  ],
  [
    "a far end without a near one",
    ["{name: gre0, peer: 10.1.0.2, gre: {local: 10.0.0.50, remote: 192.0.2.9}}"],
    26,
    /needs the near one; add address/,
  ],
  ["wg on a port of IKE", [WG.replace("51820", "4500")], 52, /4500 belongs to IKE/],
  [
    "two wg on one port",
    [WG, WG.replace("wg0", "wg1").replace("8.0.1/", "7.0.1/")],
    52,
    /wg0 already listens on udp 51820/,
  ],
  [
    "two peers of one key",
    [WG.replace("peers: [", `peers: [{name: b, publicKey: ${KEY}, allowed: [10.8.0.3/32]}, `)],
    200,
    /it is the key of b too/,
  ],
  [
    "two peers of one network",
    [WG.replace("peers: [", `peers: [{name: b, publicKey: ${OTHER}, allowed: [10.8.0.2/32]}, `)],
    256,
    /10\.8\.0\.2\/32 is behind b too/,
  ],
  [
    "a peer's network with bits behind its length",
    [WG.replace("10.8.0.2/32", "10.8.0.2/24")],
    164,
    /host bits set/,
  ],
  ["a port that is not there", ["{name: veb0, veb: {ports: [vio9]}}"], 34, /no interface vio9/],
  [
    "a vlan as a port of aggr",
    [BARE, "{name: vlan7, vlan: {id: 7, parent: vio1}}", "{name: aggr0, aggr: {ports: [vlan7]}}"],
    36,
    /vlan7 cannot carry aggr0: it is not a network card/,
  ],
  [
    "a port with an address",
    ["{name: aggr0, address: 10.9.0.1/24, aggr: {ports: [vio0]}}"],
    58,
    /vio0 has an address, which cannot be reached while it is a port; give it to aggr0/,
  ],
  [
    "a port of two",
    [BARE, "{name: veb0, veb: {ports: [vio1]}}", "{name: bridge0, bridge: {ports: [vio1]}}"],
    40,
    /vio1 is already a port of veb0/,
  ],
  [
    "a name that netstart would change",
    ["{name: pppoe0, pppoe: {dev: vio0, user: 'a\\b', password: {file: a.psk}}}"],
    47,
    /the name has a backslash/,
  ],
  [
    "a number with a needless 0",
    ["{name: lo01, address: 10.9.0.1/32}"],
    14,
    /have no leading 0; did you mean lo1\?/,
  ],
  [
    "a number that no int holds",
    ["{name: lo2147483648, address: 10.9.0.1/32}"],
    14,
    /no interface has a number as large as 2147483648/,
  ],
  [
    "an address in the place of 127.0.0.1",
    ["{name: lo0, address: 10.9.0.1/32}"],
    28,
    /it would replace 127\.0\.0\.1; write aliases: \[10\.9\.0\.1\/32\], or describe lo1/,
  ],
  [
    "vlans that carry each other",
    [
      "{name: vlan1, vlan: {id: 1, parent: vlan2}}",
      "{name: vlan2, vlan: {id: 2, parent: vlan3}}",
      "{name: vlan3, vlan: {id: 3, parent: vlan1}}",
    ],
    43,
    /it would carry its own packets: vlan3 over vlan1 over vlan2 over vlan3/,
  ],
];

for (const [what, entries, column, says] of MISTAKES) {
  Deno.test(`refused: ${what}`, () => {
    const where = `gw.yaml:${4 + entries.length}:${column}: error:`;
    const found = problems(withInterfaces(entries));
    assert(
      found.some((line) => line.startsWith(where) && says.test(line)),
      `wanted ${where} ${says}, found:\n${found.join("\n")}`,
    );
  });
}

const OLD: [string, string, string, string][] = [
  ["sec", "7.3", "7.4", "{name: sec0, address: 10.9.0.1/30, peer: 10.9.0.2, sec: {}}"],
  ["wg", "6.7", "6.8", WG],
  ["veb", "6.9", "7.0", "{name: veb0, veb: {ports: [vio0]}}"],
];

for (const [kind, before, since, entry] of OLD) {
  Deno.test(`${kind} comes with ${since}; ${before} is told so`, () => {
    const entries = kind === "veb" ? [BARE, entry.replace("vio0", "vio1")] : [entry];
    const of = (release: string) => said(entries, `release: "${release}"\n`);
    assert.match(of(before).join("\n"), new RegExp(`${kind}\\(4\\).*${since.replace(".", "\\.")}`));
    assert.doesNotMatch(of(since).join("\n"), /error/);
  });
}

Deno.test("interfaces of every kind are accepted, with fields or with raw lines", () => {
  const good: string[][] = [
    [CARP, VIO1, "{name: pfsync0, pfsync: {syncdev: vio1, syncpeer: 10.1.0.2, defer: true}}"],
    [
      CARP,
      CARP.replace("carp0", "carp1").replace("vhid: 1", "vhid: 2").replace("0.0.1/", "0.0.2/"),
    ],
    ["{name: carp0, address: 10.0.0.1/24, options: [vhid 1 carpdev vio0 pass x]}"],
    ["{name: gre0, address: 10.9.0.1/32, peer: 10.9.0.2, mtu: 1400, gre: {local: 10.0.0.50, remote: 192.0.2.9}}"],
    ["{name: gif0, address: 10.9.0.1/30, gif: {local: 10.0.0.50, remote: 192.0.2.9}}"],
    ["{name: gre0, address: 10.9.0.1/30, options: [tunnel 10.0.0.50 192.0.2.9]}"],
    ["{name: sec0, address: 10.9.0.1/30, peer: 10.9.0.2, sec: {}}"],
    [WG],
    [
      BARE,
      "{name: pppoe0, groups: [egress], pppoe: {dev: vio1, user: me@example.net, password: {env: PPP}}}",
    ],
    [
      BARE,
      "{name: vio2}",
      "{name: aggr0, aggr: {ports: [vio1, vio2]}}",
      "{name: vlan7, address: 10.7.0.1/24, vlan: {id: 7, parent: aggr0}}",
    ],
    [BARE, "{name: vport0, address: 10.7.0.1/24}", "{name: veb0, veb: {ports: [vio1, vport0]}}"],
    [
      VIO1,
      "{name: vether0, address: 10.7.0.1/24}",
      "{name: bridge0, bridge: {ports: [vio1, vether0]}}",
    ],
    [
      BARE,
      "{name: etherip0, etherip: {local: 10.0.0.50, remote: 192.0.2.9}}",
      "{name: veb0, veb: {ports: [vio1, etherip0]}}",
    ],
    ["{name: lo1, address: 10.255.0.1/32, description: address of tunnels}"],
    ["{name: lo0, aliases: [10.255.0.1/32]}", "{name: lo2147483647, address: 10.255.0.2/32}"],
    [
      "{name: vlan7, vlan: {id: 7, parent: vio0}}",
      "{name: vlan8, address: 10.7.0.1/24, vlan: {id: 8, parent: vlan7}}",
      "{name: vlan9, address: 10.8.0.1/24, vlan: {id: 9, parent: vlan7}}",
    ],
    ["{name: vio1, address: 10.0.0.60/24, rdomain: 1, inet6: [eui64, -temporary], groups: [guests]}"],
  ];
  for (const entries of good) {
    const found = said(entries).filter((line) => !/warning: .*stranger/.test(line));
    assert.deepEqual(found, [], entries.join("\n"));
  }
});

Deno.test("carp without a password, pfsync1, and peers that cannot find each other are warned of", () => {
  const warned: [string[], RegExp][] = [
    [
      ["{name: carp0, address: 10.0.0.1/24, carp: {vhid: 1, carpdev: vio0}}"],
      /any host on vio0.*add password/,
    ],
    [[VIO1, "{name: pfsync1, pfsync: {syncdev: vio1}}"], /rc\(8\) starts only pfsync0/],
    [[WG.replace("port: 51820, ", "")], /neither end knows where the other is/],
  ];
  for (const [entries, says] of warned) assert.match(said(entries).join("\n"), says);
});

Deno.test("static routes: by a router in a subnet, a far end or on a link by name", () => {
  const routes = (list: string, ...entries: string[]) =>
    said(entries).length === 0 &&
    problems(
      withInterfaces(entries).replace(
        "gateway: 10.0.0.1",
        `gateway: 10.0.0.1\n  routes: [${list}]`,
      ),
    ).filter((line) => line.includes("network.routes"));
  const gre =
    "{name: gre0, address: 10.9.0.1/32, peer: 10.9.0.2, gre: {local: 10.0.0.50, remote: 192.0.2.9}}";
  assert.deepEqual(routes("{to: 10.50.0.0/16, via: 10.0.0.254}"), []);
  assert.deepEqual(routes("{to: 10.50.0.0/16, via: 10.9.0.2}", gre), []);
  assert.deepEqual(routes("{to: '2001:db8::/32', via: 'fe80::1%vio0'}"), []);
  const bad: [string, RegExp][] = [
    ["{to: 10.50.0.0/16, via: 10.9.0.2}", /6:\d+.*10\.9\.0\.2 is not in a subnet/],
    ["{to: 10.50.0.1/16, via: 10.0.0.254}", /host bits set/],
    ["{to: 0.0.0.0/0, via: 10.0.0.254}", /the default route is network\.gateway/],
    ["{to: 10.50.0.0/16, via: 'fe80::1%vio0'}", /of different address families/],
    ["{to: 10.50.0.0/16, via: 10.0.0.50}", /the gateway itself/],
    ["{to: '2001:db8::/32', via: 'fe80::1'}", /did you mean fe80::1%vio0/],
    ["{to: '2001:db8::/32', via: 'fe80::1%vio4'}", /no interface vio4; did you mean vio0/],
    ["{to: 10.50.0.0/16, via: 10.0.0.4}, {to: 10.50.0.0/16, via: 10.0.0.5}", /has a route already/],
  ];
  for (const [list, says] of bad) assert.match((routes(list) || []).join("\n"), says, list);
});

Deno.test("a gif that raw lines leave without its tunnel is warned of, and not refused", () => {
  const text = JSON.stringify({
    hostname: "gw.example.net",
    network: {
      interfaces: [
        { name: "vio0", address: "203.0.113.7/28" },
        { name: "gif0", options: ["inet 169.254.149.90 255.255.255.252 169.254.149.89"] },
      ],
    },
  });
  const { warnings } = parseGateway(text, "gw.yaml");
  assert(
    warnings.some(({ path, message }) =>
      path === "network.interfaces[1].name" && /gif0 needs gif: .* or does nothing/.test(message)
    ),
  );
});
