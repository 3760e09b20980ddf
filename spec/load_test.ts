import assert from "node:assert/strict";
import fc from "fast-check";
import { parseGateway } from "./load.ts";
import { SpecError } from "./problem.ts";

/** A small gateway; the tests put one mistake into it each. */
const GOOD = `hostname: gw.example.net
network:
  interfaces:
    - {name: vio0, address: 10.0.0.50/24}
  gateway: 10.0.0.1
access:
  users:
    - {name: paul, keys: ["ssh-ed25519 AAAA paul"]}
tunnels:
  - name: a
    peer: 192.0.2.1
    local: 10.0.0.0/24
    remote: 10.0.10.0/24
    psk: {file: a.psk}
`;

function problems(text: string): string[] {
  try {
    return parseGateway(text, "gw.yaml").warnings.map((one) => `${one.severity} ${one.message}`);
  } catch (error) {
    assert(error instanceof SpecError, String(error));
    return error.message.split("\n");
  }
}

Deno.test("the small gateway is accepted without a complaint", () =>
  assert.deepEqual(problems(GOOD), []));

/** What is replaced, by what, where the complaint is, and what it says. */
const BROKEN: [string, string | RegExp, string, string, RegExp][] = [
  ["letters that changed places", "psk:", "pks:", "14:5", /did you mean psk\?/],
  [
    "the gateway as its own peer, spelt another way",
    /[^]*/,
    GOOD.replace("address:", "address6: '2001:db8::5/64', address:").replace(
      "192.0.2.1",
      "'2001:db8:0::5'",
    ),
    "11:11",
    /the gateway itself/,
  ],
  ["release before 6.6", /$/, 'release: "6.5"\n', "15:10", /6\.6 to 8\.0/],
  [
    "two settings in one sysctl",
    /$/,
    "sysctl: {kern.x: '1 kern.securelevel=-1'}\n",
    "15:18",
    /not allowed/,
  ],
  [
    "a secret that others could read",
    /$/,
    "files: [{path: /etc/x, secret: {env: X}, mode: '0644'}]\n",
    "15:48",
    /must not be readable/,
  ],
  [
    "a file that Gatewright writes",
    /$/,
    "files: [{path: /etc/pf.conf, content: x}]\n",
    "15:16",
    /written by Gatewright/,
  ],
  ["misspelt field", "hostname:", "hostnam:", "1:1", /did you mean hostname\?/],
  ["misspelt nested field", "address:", "adress:", "4:20", /did you mean address\?/],
  ["address without a prefix", "10.0.0.50/24", "10.0.0.50", "4:29", /with prefix length/],
  ["impossible address", "10.0.0.50/24", "10.0.0.350/24", "4:29", /no IPv4 address/],
  ["router out of reach", "gateway: 10.0.0.1", "gateway: 10.9.0.1", "5:12", /in no subnet/],
  [
    "router is the gateway itself",
    "gateway: 10.0.0.1",
    "gateway: 10.0.0.50",
    "5:12",
    /the gateway itself/,
  ],
  ["reserved user", "name: paul", "name: daemon", "8:14", /reserves the name daemon/],
  ["upper-case user", "name: paul", "name: Paul", "8:14", /not allowed/],
  ["peer is the gateway itself", "192.0.2.1", "10.0.0.50", "11:11", /the gateway itself/],
  ["peer is no address", "192.0.2.1", "192.0.2.400", "11:11", /no address/],
  ["host bits in a network", "10.0.10.0/24", "10.0.10.7/24", "13:13", /bits set behind/],
  ["overlapping networks", "10.0.10.0/24", "10.0.0.128/25", "13:13", /overlap/],
  ["a secret in the spec", "{file: a.psk}", "hunter2hunter2", "14:10", /not shown/],
  ["IKE version", "peer:", "ike: 3\n    peer:", "11:10", /found 3; allowed: 1, 2/],
  [
    "misspelt transform",
    "psk:",
    "phase1: {enc: aes-265}\n    psk:",
    "14:19",
    /did you mean aes-256\?/,
  ],
  [
    "chacha in IKEv1",
    "psk:",
    "ike: 1\n    phase2: {enc: chacha20-poly1305}\n    psk:",
    "15:19",
    /does not know chacha20-poly1305/,
  ],
  [
    "GCM with auth",
    "psk:",
    "phase2: {enc: aes-256-gcm, auth: hmac-sha2-256}\n    psk:",
    "14:38",
    /authenticates by itself/,
  ],
  ["prf in IKEv1", "psk:", "ike: 1\n    phase1: {prf: hmac-sha2-256}\n    psk:", "15:19", /IKEv2/],
  ["quote in a tag", "psk:", "tag: 'a\"b'\n    psk:", "14:10", /not allowed/],
  [
    "both IKE versions",
    /$/,
    "  - {name: b, ike: 1, peer: 192.0.2.2, local: 10.0.0.0/24, remote: 10.0.11.0/24}\n",
    "15:20",
    /cannot share udp port 500/,
  ],
  [
    "same tunnel twice",
    /$/,
    "  - {name: b, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.0.10.0/24}\n",
    "15:60",
    /same peer and networks as tunnel a/,
  ],
  [
    "tunnels that overlap",
    /$/,
    "  - {name: b, peer: 192.0.2.2, local: 10.0.0.0/24, remote: 10.0.0.0/16}\n",
    "15:60",
    /overlap/,
  ],
  [
    "two tunnels of one name",
    /$/,
    "  - {name: a, peer: 192.0.2.2, local: 10.0.0.0/24, remote: 10.0.11.0/24}\n",
    "15:12",
    /two tunnels named a/,
  ],
  [
    "a mirror for a rehearsal",
    /$/,
    "release: {version: '7.9', rehearsal: true, mirror: 'file:///m'}\n",
    "15:52",
    /makes its own release/,
  ],
  ["release out of range", /$/, 'release: "9.9"\n', "15:10", /6\.6 to 8\.0|OpenBSD release/],
  ["small disk", /$/, "disk: {size: 512M}\n", "15:14", /too small/],
  [
    "layout without root",
    /$/,
    "disk: {layout: [{mount: /home, size: '*'}]}\n",
    "15:16",
    /no \/ partition/,
  ],
  [
    "layout larger than the disk",
    /$/,
    "disk: {layout: [{mount: /, size: 9G}]}\n",
    "15:16",
    /need 9216 MiB/,
  ],
  ["port without protocol", /$/, "firewall: {allow: [{port: 22}]}\n", "15:27", /proto/],
  [
    "unknown tunnel in a rule",
    /$/,
    "firewall: {skipTunnels: false, allow: [{tunnel: z}]}\n",
    "15:49",
    /no tunnel z/,
  ],
  [
    "file outside the tree",
    /$/,
    "files: [{path: /etc/../x, content: y}]\n",
    "15:16",
    /plain absolute path/,
  ],
  [
    "UEFI on i386",
    /$/,
    "release: {version: '7.6', arch: i386}\ndomain: {firmware: uefi}\n",
    "16:20",
    /i386/,
  ],
  [
    "more vcpus than the maximum",
    /$/,
    "domain: {vcpus: {current: 4, maximum: 2}}\n",
    "15:17",
    /maximum/,
  ],
  ["the same key twice", /$/, "hostname: x\n", "15:1", /unique/],
  ["broken YAML", "interfaces:", "interfaces: [", "", /gw\.yaml:\d+:\d+/],
  ["a second document", /$/, "---\nhostname: x\n", "", /second YAML document/],
  [
    "newline in a firewall rule",
    /$/,
    'firewall: {rules: ["pass\\nblock"]}\n',
    "15:20",
    /not allowed/,
  ],
];

for (const [name, from, to, where, says] of BROKEN) {
  Deno.test(`refused: ${name}`, () => {
    const found = problems(GOOD.replace(from, to));
    const right = found.find((line) => line.startsWith(`gw.yaml:${where}`) && says.test(line));
    assert(right, `wanted ${where} ${says}, found:\n${found.join("\n")}`);
  });
}

Deno.test("all complaints come at once, in the order of the file", () => {
  const lines = problems(
    GOOD.replace("address:", "adress:").replace("{file: a.psk}", "secret-value"),
  );
  assert.equal(lines.length, 2);
  assert(!lines.join().includes("secret-value"), "a secret was shown");
});

Deno.test("the legacy tunnel of the how-to is expressible and only warned about", () => {
  const legacy = GOOD.replace(
    "psk:",
    "ike: 1\n    tag: a\n    phase1: {auth: hmac-sha1, enc: 3des, group: modp1024, lifetime: 86400}\n    phase2: {auth: hmac-sha1, enc: 3des, group: modp1024, lifetime: 3600}\n    psk:",
  );
  const { gateway, warnings } = parseGateway(legacy, "gw.yaml");
  assert.deepEqual(gateway.tunnels[0]?.phase1, {
    auth: "hmac-sha1",
    enc: "3des",
    group: "modp1024",
    lifetime: 86400,
  });
  assert.equal(warnings.length, 6);
  assert(warnings.every((one) => /tunnel a: .* is weak; use /.test(one.message)));
  assert.throws(() => parseGateway(legacy, "gw.yaml", { strict: true }), SpecError);
});

Deno.test("no value of any field can smuggle in a line, a quote or a shell word", () => {
  const fields = [
    "hostname: $",
    "timezone: $",
    "installurl: https://x/$",
    "network: {search: [$], interfaces: [{name: vio0}]}",
    "packages: [$]",
    "rcConf: {x: $}",
    "sysctl: {x: $}",
  ];
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom(...fields),
      fc.constantFrom("\n", '"', "`", "$", "'", "\\", "\u0000"),
      (value, field, evil) => {
        const text = `hostname: gw\nnetwork: {interfaces: [{name: vio0}]}\n`.split("\n")
          .filter((line) => !line || !field.startsWith(line.split(":")[0]!)).join("\n") +
          field.replace(
            /\S*\$/,
            (place) => JSON.stringify(place.replace("$", () => value + evil)),
          ) + "\n";
        assert.throws(() => parseGateway(text, "gw.yaml"), SpecError);
      },
    ),
  );
});

Deno.test("whatever the text is, the answer is a gateway or a SpecError", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
    try {
      parseGateway(text, "gw.yaml");
    } catch (error) {
      assert(error instanceof SpecError, String(error));
    }
  }));
});

Deno.test("a rehearsal asks the questions of a release", () => {
  const release = (text: string) => parseGateway(`${GOOD}${text}`, "gw.yaml").gateway.release;
  assert.deepEqual(release("release: rehearsal\n"), {
    version: "7.9",
    number: 79,
    arch: "amd64",
    rehearsal: true,
  });
  assert.deepEqual(release("release: {version: '6.6', arch: i386, rehearsal: true}\n"), {
    version: "6.6",
    number: 66,
    arch: "i386",
    rehearsal: true,
  });
});
