import assert from "node:assert/strict";
import { problems } from "../../test/broken_description.ts";
import { gateway, one, testCases, tunnel, two } from "../../test/tunnel_cases.ts";
import { checkFile } from "../load/load.ts";

const any = "ike: 1, mode: passive, ";
const certified = (more: string) =>
  `name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, certificate: {ca: {file: a}, cert: {file: b}, key: {file: c}}${more}`;
testCases([
  {
    name: "IKEv1: two keys for one peer",
    wrong: two("ike: 1, ", "psk: {file: a.psk}", "psk: {file: b.psk}"),
    says:
      /^gw\.yaml:9:89: error: tunnels\[1\]\.psk: tunnel a has another psk, and isakmpd keeps one phase 1 for the peer 198\.51\.100\.7: .*write the same psk in both/,
    right: two("ike: 1, ", "psk: {file: a.psk}", "psk: {file: a.psk}"),
  },
  {
    name: "IKEv1: two keys for any peer",
    wrong: two(any, "psk: {file: a.psk}", "psk: {env: B}", "any"),
    says: /error: tunnels\[1\]\.psk: .*one phase 1 for all peers without an address/,
    right: two(any, "", "", "any"),
  },
  {
    name: "IKEv1: two identities for one peer",
    wrong: two("ike: 1, ", "", "srcid: gw.example.net"),
    says: /error: tunnels\[1\]\.srcid: tunnel a has another srcid/,
    right: two("ike: 1, ", "srcid: gw.example.net", "srcid: gw.example.net"),
  },
  {
    name: "IKEv1: two identities of one peer",
    wrong: two("ike: 1, ", "dstid: a.example.org", "dstid: b.example.org"),
    says: /error: tunnels\[1\]\.dstid: tunnel a has another dstid/,
    right: two("ike: 1, ", "dstid: a.example.org", "dstid: a.example.org"),
  },
  {
    name: "IKEv1: mode dynamic shows another identity",
    wrong: two("ike: 1, ", "", "mode: dynamic"),
    says: /error: tunnels\[1\](\.srcid)?: tunnel a has another srcid/,
    right: two("ike: 1, srcid: 203.0.113.2, ", "mode: active", "mode: dynamic"),
  },
  {
    name: "IKEv1: two exchanges with one peer",
    wrong: two("ike: 1, ", "", "exchange: aggressive"),
    says: /error: tunnels\[1\]\.exchange: tunnel a has another exchange/,
    right: two("ike: 1, ", "", "exchange: main"),
  },
  {
    name: "IKEv1: transforms of phase 1 that differ",
    wrong: two("ike: 1, ", "", "phase1: {group: modp4096}"),
    says: /error: tunnels\[1\]\.phase1: tunnel a has other transforms of phase 1/,
    right: two("ike: 1, ", "phase2: {group: modp3072}", "phase2: {group: modp4096}"),
  },
  {
    name: "IKEv1: lifetimes of phase 1 that differ",
    wrong: two("ike: 1, ", "", "phase1: {lifetime: 8h}"),
    says: /error: tunnels\[1\]\.phase1: tunnel a has another lifetime of phase 1/,
    right: two("ike: 1, ", "phase1: {lifetime: 8h}", "phase1: {lifetime: 480m}"),
  },
  {
    name: "IKEv1: an identity with a blank",
    wrong: one("ike: 1, srcid: 'my gateway'"),
    says:
      /^gw\.yaml:8:\d+: error: tunnels\[0\]\.srcid: isakmpd reads an identity up to its first blank/,
    right: one("ike: 1, srcid: my-gateway"),
  },
  {
    name: "IKEv1: an identity with a bracket",
    wrong: one("ike: 1, dstid: 'a]b'"),
    says: /error: tunnels\[0\]\.dstid: isakmpd reads .* or \]/,
    right: one("ike: 1, dstid: 'a[b'"),
  },
  {
    name: "IKEv1: an identity that is too long",
    wrong: one(`ike: 1, dstid: ${"a".repeat(198)}`),
    says: /error: tunnels\[0\]\.dstid: isakmpd drops an identity of more than 197/,
    right: one(`ike: 1, dstid: ${"a".repeat(197)}`),
  },
  {
    name: "IKEv1: an identity whose characters take more bytes",
    wrong: one(`ike: 1, dstid: ${"é".repeat(99)}`),
    says: /error: tunnels\[0\]\.dstid: isakmpd drops an identity of more than 197 bytes/,
    right: one(`ike: 1, dstid: ${"é".repeat(98)}`),
  },
  {
    name: "a peer that is no single host",
    wrong: one("").replace(/peer: [0-9.]+/, "peer: 255.255.255.255"),
    says: /error: tunnels\[0\]\.peer: 255\.255\.255\.255 is not the address of a host/,
    right: one(""),
  },
  {
    name: "IKEv1: a distinguished name",
    wrong: one("ike: 1, dstid: /C=SE/CN=branch"),
    says: /error: tunnels\[0\]\.dstid: isakmpd sends a distinguished name as a host name/,
    right: one("srcid: gw.example.net, dstid: /C=SE/CN=branch"),
  },
  {
    name: "IKEv2: a distinguished name as certificates print it",
    wrong: one("dstid: 'C=SE, CN=branch'"),
    says: /^warning iked takes this for a host name; .*written \/C=SE\/CN=branch/,
    right: one("dstid: branch"),
  },
  {
    name: "an @ that other daemons read as a host name",
    wrong: one("ike: 1, dstid: '@branch.example.org'"),
    says:
      /^warning OpenBSD sends this as a mail address .*the host name branch\.example\.org: write it without/,
    right: one("ike: 1, dstid: paul@branch.example.org"),
  },
  {
    name: "IKEv1: mode dynamic without an identity",
    wrong: one("ike: 1, mode: dynamic"),
    says:
      /^warning in mode dynamic isakmpd sends the host name gw\.example\.net.*srcid: 203\.0\.113\.2/,
    right: one("ike: 1, mode: dynamic, srcid: 203.0.113.2"),
  },
  {
    name: "IKEv2: no identity where the peer is known by its address",
    wrong: one("dstid: 198.51.100.7"),
    says:
      /^warning the peer is known by its address, but iked sends the host name gw\.example\.net.*srcid: 203\.0\.113\.2/,
    right: one("srcid: 203.0.113.2, dstid: 198.51.100.7"),
  },
  {
    name: "IKEv2: two tunnels to one peer that the daemon cannot tell apart",
    wrong: two("", "", ""),
    says:
      /^gw\.yaml:9:21: error: tunnels\[1\]\.peer: iked cannot tell this tunnel apart from a: .*give each a dstid, or a srcid, of its own/,
    right: two("", "srcid: a, dstid: x", "srcid: b, dstid: y"),
  },
  {
    name: "IKEv2: two tunnels to one peer, of which one has no dstid",
    wrong: two("", "", "dstid: y"),
    says: /error: tunnels\[1\]\.dstid: iked cannot tell this tunnel apart from a/,
    right: two("", "dstid: x", "dstid: y"),
  },
  {
    name: "IKEv2: two passive tunnels for any peer",
    wrong: two("mode: passive, ", "psk: {file: a}", "psk: {file: b}", "any"),
    says:
      /error: tunnels\[1\]\.peer: iked cannot tell this tunnel apart from a: both are for any peer/,
    right: two("mode: passive, ", "srcid: a, psk: {file: a}", "srcid: b, psk: {file: b}", "any"),
  },
  {
    name: "IKEv2: one peer spelt in two ways",
    wrong: gateway([
      tunnel("a", "'2001:db8::1'", "10.1.0.0/24", "mode: passive"),
      tunnel("b", "'2001:db8:0::1'", "10.2.0.0/24", "mode: passive"),
    ]),
    says: /error: tunnels\[1\]\.peer: iked cannot tell this tunnel apart from a/,
    right: gateway([
      tunnel("a", "'2001:db8::1'", "10.1.0.0/24", "mode: passive"),
      tunnel("b", "'2001:db8::2'", "10.2.0.0/24", "mode: passive"),
    ]).replace("  gateway:", "  gateway6: '2001:db8:9::9%vio0'\n  gateway:"),
  },
  {
    name: "IKEv2: transforms of phase 1 tell policies apart",
    wrong: two("", "", "phase1: [{}, {group: ecp384}]"),
    says: /error: tunnels\[1\]\.peer: iked cannot tell this tunnel apart from a/,
    right: two("", "", "phase1: {group: ecp384}"),
  },
  {
    name: "IKEv2: ah",
    wrong: one("protocol: ah"),
    says: /error: tunnels\[0\]\.protocol: with ah, iked also offers ciphers/,
    right: one("ike: 1, protocol: ah"),
  },
  {
    name: "a certificate, and no name that it must have",
    wrong: gateway([certified("")]),
    says:
      /^warning anyone with a certificate from this authority who connects from 198\.51\.100\.7 is accepted/,
    right: gateway([certified(", dstid: branch.example.org")]),
  },
  {
    name: "every peer written as a network",
    wrong: gateway([tunnel("a", "0.0.0.0/0", "10.1.0.0/24", "mode: passive")]),
    says: /error: tunnels\[0\]\.peer: 0\.0\.0\.0\/0 is every peer; write any/,
    right: gateway([tunnel("a", "any", "10.1.0.0/24", "mode: passive")]),
  },
  {
    name: "transport for a host behind the gateway",
    wrong: gateway([
      tunnel("a", "198.51.100.7", "198.51.100.7", "encapsulation: transport").replace(
        "10.0.0.0/24",
        "10.0.0.9",
      ),
    ]),
    says: /^warning in transport mode this is an address of the gateway itself, and none of its/,
    right: gateway([
      tunnel("a", "198.51.100.7", "198.51.100.7", "encapsulation: transport").replace(
        "10.0.0.0/24",
        "203.0.113.2",
      ),
    ]),
  },
  {
    name: "IKEv2: new keys after a few packets",
    wrong: one("phase2: {lifetimeBytes: 1K}"),
    says: /error: tunnels\[0\]\.phase2\.lifetimeBytes: found 1024 bytes; allowed: 1M or more/,
    right: one("phase2: {lifetimeBytes: 1M}"),
  },
  {
    name: "a port that is none",
    wrong: one("proto: tcp, remotePort: 70000"),
    says:
      /error: tunnels\[0\]\.remotePort: found 70000; allowed: .*1 to 65535 or a name of services/,
    right: one("proto: tcp, remotePort: 443"),
  },
  {
    name: "IKEv1: a list of sets",
    wrong: one("ike: 1, phase1: [{}, {group: modp3072}]"),
    says: /error: tunnels\[0\]\.phase1: ipsec\.conf takes one set/,
    right: one("ike: 1, phase1: [{group: modp3072}]"),
  },
  {
    name: "sets of one phase with lifetimes of their own",
    wrong: one("phase1: [{lifetime: 1h}, {group: ecp256, lifetime: 2h}]"),
    says: /error: tunnels\[0\]\.phase1\[1\]\.lifetime: the sets of a phase share one lifetime/,
    right: one("phase1: [{lifetime: 1h}, {group: ecp256}]"),
  },
  {
    name: "a transform in a list that IKEv2 does not know",
    wrong: one("phase2: [{}, {auth: hmac-ripemd160}]"),
    says:
      /^gw\.yaml:8:\d+: error: tunnels\[0\]\.phase2\[1\]\.auth: IKEv2 does not know hmac-ripemd160/,
    right: one("phase2: [{}, {auth: hmac-sha2-512}]"),
  },
  {
    name: "a public key at the place of another peer",
    wrong: gateway([
      "name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, dstid: b.example.net",
    ], "files: [{path: /etc/iked/pubkeys/fqdn/c.example.net, content: x}]\n"),
    says:
      /^warning tunnel a has no psk, .* is at \/etc\/iked\/pubkeys\/fqdn\/b\.example\.net: the peer/,
    right: gateway([
      "name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, dstid: b.example.net",
    ], "files: [{path: /etc/iked/pubkeys/fqdn/b.example.net, content: x}]\n"),
  },
  {
    name: "neither a psk nor a key of the peer",
    wrong: gateway(["name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24"]),
    says: /^warning tunnel a has no psk, and no public key .*\/etc\/iked\/pubkeys/,
    right: gateway(
      ["name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24"],
      "files: [{path: /etc/iked/pubkeys/ipv4/198.51.100.7, content: x}]\n",
    ),
  },
  {
    name: "both families in one IKEv2 tunnel",
    wrong: gateway([
      "name: a, peer: 198.51.100.7, local: [10.0.0.0/24, '2001:db8:1::/48'], remote: [10.1.0.0/24, '2001:db8:2::/48'], psk: {file: a}",
    ]),
    says: /^warning tunnel a: only some daemons carry IPv4 and IPv6 in one tunnel/,
    right: one("mode: active"),
  },
]);

Deno.test("reported: an IKEv2 tunnel whose own address is not known, or one of several", () => {
  const text = one("mode: active");
  const dhcp = problems(
    text.replace("203.0.113.2/29", "dhcp").replace("  gateway: 203.0.113.6\n", ""),
  );
  assert.equal(dhcp.length, 1, dhcp.join("\n"));
  assert.match(dhcp[0]!, /^warning the address of vio0 comes from DHCP .*mode: passive/);
  const alias = text.replace("203.0.113.2/29", "203.0.113.2/29, aliases: [203.0.113.3/29]");
  assert.match(problems(alias)[0]!, /has 203\.0\.113\.2 and 203\.0\.113\.3 towards this peer/);
  assert.deepEqual(problems(alias.replace("mode: active", "localAddress: 203.0.113.3")), []);
  assert.deepEqual(problems(alias.replace("mode: active", "mode: passive")), []);
});

Deno.test("two policies for any peer with one network are one at a time", () => {
  const policies = ["a", "b"].map((name) =>
    `name: ${name}, peer: any, mode: passive, local: 10.0.0.0/24, remote: 10.9.0.0/24, srcid: ${name}, psk: {file: ${name}}`
  );
  assert.deepEqual(problems(gateway(policies)), [
    "warning the networks overlap those of tunnel a: only one of the two can be up at a time",
  ]);
});

/** What old releases do not know: the field, and what is said. */
const OLD: [string, string, RegExp][] = [
  [
    "6.7",
    "phase1: {enc: aes-256-gcm}",
    /error: .*phase1\.enc: iked of 6\.7 does not know AES-GCM in phase 1; 6\.8 does/,
  ],
  [
    "6.8",
    "phase1: {group: sntrup761x25519}",
    /error: .*iked of 6\.8 does not know the group sntrup/,
  ],
  [
    "6.9",
    "phase1: {group: sntrup761x25519}",
    /error: .*iked of 6\.9 does not know the group sntrup761x25519; 7\.0 does/,
  ],
  ["6.6", "encapsulation: transport", /error: .*iked of 6\.6 does not know the words tunnel/],
  ["7.3", "iface: sec0", /error: .*iface: the kernel of 7\.3 does not know sec\(4\)/],
];

for (const [version, field, says] of OLD) {
  Deno.test(`reported for ${version}: ${field}`, () => {
    const text = (release: string) =>
      gateway([
        tunnel("a", "198.51.100.7", "198.51.100.7", field).replace("10.0.0.0/24", "203.0.113.2"),
      ], `release: "${release}"\n`);
    const told = (release: string) =>
      problems(text(release)).filter((line) => /does not know|may not know/.test(line));
    assert.match(told(version).join("\n"), says);
    assert.deepEqual(told("8.0"), []);
  });
}

Deno.test("reported: what tells two tunnels apart today, and is not looked at by the iked of the release", () => {
  const said = (release: string, first: string, second: string) =>
    problems(`${two("mode: passive, ", first, second, "any")}release: "${release}"\n`)
      .filter((line) => /cannot tell/.test(line)).length;
  const [a, b] = ["srcid: a, psk: {file: a}", "srcid: b, psk: {file: b}"];
  assert.deepEqual(["6.6", "7.0", "7.1", "8.0"].map((one) => said(one, a, b)), [1, 1, 0, 0]);
  const sets = ["phase1: {group: ecp384}", "phase1: {group: ecp256}"] as const;
  assert.deepEqual(["6.6", "6.7", "8.0"].map((one) => said(one, ...sets)), [1, 0, 0]);
  const ids = ["dstid: x", "dstid: y"] as const;
  assert.deepEqual(["6.6", "7.0", "8.0"].map((one) => said(one, ...ids)), [0, 0, 0]);
});

Deno.test("check reads keys in files, and says what isakmpd would cut, without a word of them", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const keys = {
      space: "correct horse battery staple",
      long: "x".repeat(201),
      hex: `0X${"ab".repeat(16)}`,
      good: "y".repeat(200),
    };
    const told = async (ike: 1 | 2) => {
      const tunnels = Object.keys(keys).map((name, at) =>
        tunnel(name, `198.51.100.${at}`, `10.${at + 1}.0.0/24`, `ike: ${ike}, psk: {file: ${name}}`)
      );
      await Deno.writeTextFile(`${folder}/gw.yaml`, gateway(tunnels));
      const { problems } = await checkFile(`${folder}/gw.yaml`);
      return problems.map(({ line, path, message }) => `${line} ${path} ${message}`);
    };
    for (const [name, key] of Object.entries(keys)) {
      await Deno.writeTextFile(`${folder}/${name}`, `${key}\n`, { mode: 0o600 });
    }
    const first = await told(1);
    assert.equal(first.length, 3, first.join("\n"));
    assert.match(first[0]!, /^8 tunnels\[0\]\.psk the psk contains a blank, .*ike: 2$/);
    assert.match(first[1]!, /^9 tunnels\[1\]\.psk the psk is longer than 200 characters/);
    assert.match(first[2]!, /^10 tunnels\[2\]\.psk .*begins with 0x/);
    assert(!/horse|xxx|abab/.test(first.join()));
    const second = await told(2);
    assert.deepEqual(second.map((line) => line.slice(0, 16)), ["10 tunnels[2].ps"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("refused: peer any with another mode than passive, and two versions of IKE in either order", () => {
  const any = (mode: string) =>
    problems(
      gateway([
        `name: a, peer: any, ${mode}local: 10.0.0.0/24, remote: 10.1.0.0/24, psk: {file: a}`,
      ]),
    )
      .filter((line) => /set mode: passive/.test(line)).length;
  assert.deepEqual(["", "mode: active, ", "ike: 1, mode: dynamic, ", "mode: passive, "].map(any), [
    1,
    1,
    1,
    0,
  ]);
  for (const [first, second] of [[1, 2], [2, 1]]) {
    const found = problems(gateway([
      `name: a, ike: ${first}, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, psk: {file: a}`,
      `name: b, ike: ${second}, peer: 198.51.100.8, local: 10.0.0.0/24, remote: 10.2.0.0/24, psk: {file: a}`,
    ])).join("\n");
    assert.match(
      found,
      /error: tunnels\[1\]\.ike: .*cannot share udp port 500/,
      `${first} ${second}`,
    );
  }
});

Deno.test("a lifetime has 60 s at least, and 365 days at most", () => {
  const lines = (lifetime: string) =>
    problems(one(`phase2: {lifetime: ${lifetime}}`)).filter((line) =>
      /allowed: (60 s|up to)/.test(line)
    );
  for (const good of ["60s", "365d"]) assert.deepEqual(lines(good), [], good);
  for (const bad of ["59s", "366d"]) assert.equal(lines(bad).length, 1, bad);
});
