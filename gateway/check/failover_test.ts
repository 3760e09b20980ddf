import assert from "node:assert/strict";
import { problems } from "../../test/broken_description.ts";

/** One half of a pair that could take over. */
const HALF = `hostname: gw1.example.net
network:
  interfaces:
    - {name: vio0, address: 203.0.113.11/28}
    - {name: vio1, address: 10.20.0.2/24}
    - {name: vio2, address: 10.255.0.1/30}
    - {name: carp0, address: 203.0.113.10/28, carp: {vhid: 1, carpdev: vio0, password: {file: c}}}
    - {name: carp1, address: 10.20.0.1/24, carp: {vhid: 2, carpdev: vio1, password: {file: c}}}
    - {name: pfsync0, pfsync: {syncdev: vio2}}
  gateway: 203.0.113.1
access:
  users:
    - {name: paul, keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY paul"]}
tunnels:
  - {name: a, peer: 192.0.2.1, local: 10.20.0.0/24, remote: 10.30.0.0/24, psk: {file: a.psk}}
failover: {interface: vio2, peer: 10.255.0.2, key: {file: k}}
`;

Deno.test("failover: a half that could take over is accepted", () => {
  assert.deepEqual(problems(HALF), []);
});

const REFUSED: [string, string | RegExp, string, string, RegExp][] = [
  [
    "no interface of that name",
    "interface: vio2",
    "interface: vio9",
    "16:23",
    /there is no interface vio9/,
  ],
  [
    "a link that moves",
    "interface: vio2",
    "interface: carp1",
    "16:23",
    /carp1 moves between the two/,
  ],
  [
    "a link without an address",
    "vio2, address: 10.255.0.1/30",
    "vio2",
    "16:23",
    /vio2 has no address of its own/,
  ],
  [
    "the other gateway elsewhere",
    "peer: 10.255.0.2",
    "peer: 10.255.0.9",
    "16:35",
    /10\.255\.0\.9 is not in the network of vio2/,
  ],
  [
    "itself as the other gateway",
    "peer: 10.255.0.2",
    "peer: 10.255.0.1",
    "16:35",
    /10\.255\.0\.1 is this gateway/,
  ],
  [
    "a peer that is not an address",
    "peer: 10.255.0.2",
    "peer: 10.255.2",
    "16:35",
    /is not an address/,
  ],
  [
    "no pfsync",
    /.*pfsync0.*\n/,
    "",
    "15:11",
    /pfsync carries the counters of IPsec; add \{name: pfsync0, pfsync: \{syncdev: vio2\}\}/,
  ],
  [
    "no shared address",
    /.*carp[01].*\n/g,
    "",
    "14:11",
    /the two gateways share no address; add \{name: carp0/,
  ],
  [
    "a tunnel that would stay",
    /.*carp0.*\n/,
    "",
    "14:21",
    /no shared address on its way to 192\.0\.2\.1.*write localAddress: 10\.20\.0\.1/,
  ],
  [
    "a tunnel from an own address",
    "peer: 192.0.2.1,",
    "peer: 192.0.2.1, localAddress: 203.0.113.11,",
    "15:46",
    /203\.0\.113\.11 stays with this gateway; write a shared address, such as 203\.0\.113\.10/,
  ],
  [
    "a tunnel from an own interface",
    "peer: 192.0.2.1,",
    "peer: 192.0.2.1, localAddress: vio0,",
    "15:46",
    /vio0 stays with this gateway/,
  ],
  [
    "a key of each alone",
    "psk: {file: a.psk}",
    "peerKey: {file: p}",
    "15:5",
    /each gateway makes its own key.*\/etc\/iked\/private\/local\.key/,
  ],
  [
    "a certificate for the host name",
    "psk: {file: a.psk}",
    "certificate: {ca: {file: a}, cert: {file: b}, key: {file: c}}",
    "15:88",
    /write srcid: the name that the certificate is for/,
  ],
  [
    "the daemon turned off",
    "failover:",
    "rcConf: {sasyncd_flags: false}\nfailover:",
    "16:10",
    /the field failover sets it/,
  ],
  [
    "a second sasyncd.conf",
    "failover:",
    "files: [{path: /etc/sasyncd.conf, secret: {file: s}}]\nfailover:",
    "16:16",
    /failover writes \/etc\/sasyncd\.conf already/,
  ],
];

for (const [what, from, to, where, says] of REFUSED) {
  Deno.test(`failover: ${what} is refused`, () => {
    const found = problems(HALF.replace(from, to));
    assert(
      found.some((line) => line.startsWith(`gw.yaml:${where}: error`) && says.test(line)),
      `wanted ${where} ${says}, found:\n${found.join("\n")}`,
    );
  });
}

Deno.test("failover: what would hurt at the first failure is warned of", () => {
  const warned: [string | RegExp, string, RegExp][] = [
    [/.*carp1.*\n/, "", /tunnel a needs vio1, whose hosts lose their router.*carpdev: vio1/],
    ["syncdev: vio2", "syncdev: vio1", /failover\.interface is vio2; use it for pfsync too/],
    [
      "interface: vio2, peer: 10.255.0.2",
      "interface: vio1, peer: 10.20.0.3",
      /vio1 is the network of carp1 too/,
    ],
    [
      "failover:",
      "sysctl: {net.inet.carp.preempt: 0}\nfailover:",
      /packets come in through one gateway/,
    ],
  ];
  for (const [from, to, says] of warned) {
    assert.match(problems(HALF.replace(from, to)).join("\n"), says);
  }
});

Deno.test("failover: other ways that work are accepted", () => {
  const good: [string | RegExp, string][] = [
    ["peer: 192.0.2.1,", "peer: 192.0.2.1, localAddress: carp0,"],
    ["psk: {file: a.psk}", "psk: {file: a.psk}, ike: 1"],
    [
      "psk: {file: a.psk}",
      "peerKey: {file: p}}\nfiles:\n  - {path: /etc/iked/private/local.key, secret: {file: k}",
    ],
    ["peer: 192.0.2.1,", "peer: any, mode: passive, dstid: far.example.org,"],
  ];
  for (const [from, to] of good) {
    assert.deepEqual(
      problems(HALF.replace(from, to)).filter((one) => !/peerKey|public/.test(one)),
      [],
      to,
    );
  }
});

Deno.test("failover: translation to an address that stays here is a warning", () => {
  const nat = (as: string) =>
    problems(
      `${HALF}forwarding: all\nfirewall: {allow: [{on: vio1, to: any}], nat: [{on: vio0, from: 10.20.0.0/24${as}}]}\n`,
    ).join("\n");
  assert.match(
    nat(", as: 203.0.113.11"),
    /^warning 203\.0\.113\.11 stays with this gateway, and connections end .*such as 203\.0\.113\.10/,
  );
  assert.equal(nat(", as: 203.0.113.10"), "");
  assert.equal(nat(""), "");
});

Deno.test("failover: a pair without it that starts tunnels on both gateways is a warning", () => {
  const alone = (text = HALF) => problems(text.replace(/^failover: .*\n/m, ""));
  assert.match(
    alone().join("\n"),
    /^warning tunnel a is for a network behind .* both gateways of the pair start it, .* add failover: \{interface/m,
  );
  const named = HALF.replace("peer: 192.0.2.1,", "peer: 192.0.2.1, localAddress: carp0,")
    .replace("local: 10.20.0.0/24", "local: 10.99.0.0/24");
  assert.match(alone(named).join("\n"), /tunnel a leaves from an address of carp\(4\)/);
  // One that waits is started by the peer, at whoever has the address.
  const waits = HALF.replace("peer: 192.0.2.1,", "peer: 192.0.2.1, mode: passive,");
  assert.deepEqual(alone(waits).filter((one) => /both gateways/.test(one)), []);
  const apart = HALF.replace(/^.*carp[01],.*\n/gm, "");
  assert.deepEqual(alone(apart).filter((one) => /both gateways/.test(one)), []);
});
