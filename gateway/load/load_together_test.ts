import assert from "node:assert/strict";
import { loadTogether } from "./load_together.ts";
import { formatProblem } from "../document/problem.ts";

/** Two ends of one tunnel. */
const STOCKHOLM = `hostname: sto.example.net
network: {interfaces: [{name: vio0, address: 192.0.2.1/24, aliases: [10.1.0.9/24]}], gateway: 192.0.2.254}
access: {rootPassword: {env: PW}}
tunnels:
  - {name: oslo, peer: 192.0.2.2, local: 10.1.0.0/24, remote: 10.2.0.0/24, psk: {env: PSK}}
`;
const OSLO = `hostname: osl.example.net
network: {interfaces: [{name: vio0, address: 192.0.2.2/24, aliases: [10.2.0.9/24]}], gateway: 192.0.2.254}
access: {rootPassword: {env: PW}}
domain: {disk: /dev/vg0/oslo}
tunnels:
  - {name: sto, peer: 192.0.2.1, local: 10.2.0.0/24, remote: 10.1.0.0/24, psk: {env: PSK}}
`;

/** What is said of each of `texts`, without the folder they lie in. */
async function said(texts: Record<string, string>, strict = false): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(texts)) {
      await Deno.writeTextFile(`${folder}/${name}.yaml`, text);
    }
    const files = Object.keys(texts).map((name) => `${folder}/${name}.yaml`);
    const outcomes = await loadTogether(files, { strict });
    assert.deepEqual(outcomes.map(({ file }) => file), files);
    return outcomes.flatMap(({ problems, error }) =>
      error && problems.length === 0 ? [error.format()] : problems.map(formatProblem)
    ).map((line) => line.replaceAll(`${folder}/`, ""));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("two ends that agree are told nothing", async () => {
  assert.deepEqual(await said({ sto: STOCKHOLM, osl: OSLO }), []);
});

Deno.test("names, addresses, MACs and disks that two gateways share are warnings at the later", async () => {
  const shared =
    "domain: {disk: /dev/vg0/a, interfaces: [{bridge: b, mac: '52:54:00:00:00:01'}]}\n";
  const a = STOCKHOLM + shared;
  const b = a.replace("sto.", "b.").replaceAll("10.1.0.", "10.3.0.");
  assert.deepEqual(await said({ a, b }), [
    "b.yaml:2:46: warning: network.interfaces[0].address: 192.0.2.1 is the address of a.yaml:2:46 too",
    "b.yaml:6:16: warning: domain.disk: /dev/vg0/a is the disk of a.yaml:6:16 too",
    "b.yaml:6:58: warning: domain.interfaces[0].mac: 52:54:00:00:00:01 is the MAC address of a.yaml:6:58 too",
  ]);
  assert.match((await said({ a, b }, true))[0]!, /^b\.yaml:2:46: error: /);
});

Deno.test("one vhid on one link for different addresses is a warning", async () => {
  const half = (at: number, carp: string, bridge = "br0") =>
    `hostname: h${at}.example.net
network:
  interfaces:
    - {name: vio0, address: 192.0.2.${at}/24}
    - {name: carp0, address: 192.0.2.${carp}, carpdev: vio0, password: {env: CARP}}}
  gateway: 192.0.2.254
access: {rootPassword: {env: PW}}
domain: {disk: /dev/vg0/h${at}, interfaces: [{bridge: ${bridge}}]}
`;
  const a = half(1, "8/24, carp: {vhid: 7");
  assert.deepEqual(await said({ a, b: half(2, "9/24, carp: {vhid: 7") }), [
    "b.yaml:5:57: warning: network.interfaces[1].carp.vhid: 7 is the carp vhid in 192.0.2.0/24 on br0 of a.yaml:5:57 too",
  ]);
  for (
    const b of [
      half(2, "9/24, carp: {vhid: 8"),
      half(2, "8/24, carp: {vhid: 7"),
      half(2, "9/24, carp: {vhid: 7", "br1"),
    ]
  ) assert.deepEqual(await said({ a, b }), []);
});

Deno.test("two that share an address by carp are told nothing, unless one of them alone has failover", async () => {
  const half = (at: number, skew: number, more: string) =>
    `hostname: h${at}.example.net
network:
  interfaces:
    - {name: vio0, address: 192.0.2.${at}/24}
    - {name: vio1, address: 10.255.0.${at}/30}
    - {name: pfsync0, pfsync: {syncdev: vio1}}
    - {name: carp0, address: 192.0.2.9/24, carp: {vhid: 7, carpdev: vio0, advskew: ${skew}, password: {env: CARP}}}
  gateway: 192.0.2.254
access: {rootPassword: {env: PW}}
domain: {disk: /dev/vg0/h${at}}
${more}`;
  assert.deepEqual(await said({ a: half(1, 0, ""), b: half(2, 100, "") }), []);
  const failover = `failover: {interface: vio1, peer: 10.255.0.2, key: {env: KEY}}
tunnels: [{name: a, ike: 1, peer: 198.51.100.1, localAddress: 192.0.2.9, local: 192.0.2.9/32, remote: 10.9.0.0/24, psk: {env: PSK}}]
`;
  const found = await said({ a: half(1, 0, failover), b: half(2, 100, "") });
  assert.match(
    found.filter((line) => line.startsWith("b.yaml")).join("\n"),
    /^b\.yaml:7:30: warning: .*192\.0\.2\.9 is shared with a\.yaml:7:30, and that has failover, which this one lacks/,
  );
  // Another vhid shares nothing.
  const apart = half(2, 100, "").replace("vhid: 7", "vhid: 8");
  assert.match(
    (await said({ a: half(1, 0, ""), b: apart })).join("\n"),
    /192\.0\.2\.9 is the address of a\.yaml:7:30 too/,
  );
});

Deno.test("of two files with one host name only that is reported", async () => {
  assert.deepEqual(await said({ a: STOCKHOLM, b: STOCKHOLM }), [
    "b.yaml:1:11: warning: hostname: sto.example.net is the host name of a.yaml:1:11 too",
  ]);
});

/** What is changed at one end, and what the other is told. */
const DISAGREE: [string, string, string, RegExp][] = [
  ["the IKE version", "psk:", "ike: 1, psk:", /ike: found 1, but 2 at the other end \(sto\.yaml:5/],
  [
    "a transform",
    "psk:",
    "phase2: {group: modp3072}, psk:",
    /phase2\.group: found modp3072, but modp2048/,
  ],
  ["a network", "remote: 10.1.0.0/24", "remote: 10.1.0.0/25", /remote: found 10\.1\.0\.0\/25, but/],
  ["the way to prove oneself", ", psk: {env: PSK}", "", /psk: found public keys, but psk/],
  [
    "the tunnel back",
    "10.2.0.0/24",
    "10.9.0.0/24",
    /peer: .*osl\.yaml has this address, but no tunnel back .*sto joins 10\.9\.0\.0\/24/,
  ],
  [
    "the address of the other",
    "peer: 192.0.2.1",
    "peer: 192.0.2.7",
    /osl\.yaml has this address, but no tunnel back here: .*leads to 192\.0\.2\.7 \(osl\.yaml:6:23\)/,
  ],
  [
    "who they are",
    "psk:",
    "dstid: 192.0.2.1, psk:",
    /dstid: found 192\.0\.2\.1, but sto\.example\.net is sent at the other end/,
  ],
  [
    "which protocol it carries",
    "psk:",
    "proto: gre, psk:",
    /proto: found 47, but any protocol at the other end/,
  ],
  [
    "which port it carries",
    "psk:",
    "proto: tcp, localPort: http, psk:",
    /localPort: found 80, but any port at the other end/,
  ],
  [
    "which of two addresses is spoken from",
    "peer: 192.0.2.1",
    "peer: 10.1.0.9",
    /peer: found 10\.1\.0\.9, but packets come from 192\.0\.2\.1 at the other end/,
  ],
  [
    "all sets",
    "psk:",
    "phase1: [{enc: aes-128}, {enc: aes-192}], psk:",
    /phase1: no set of transforms in common with those at the other end/,
  ],
];

for (const [name, from, to, says] of DISAGREE) {
  Deno.test(`two ends that do not agree about ${name}`, async () => {
    const lines = await said({ sto: STOCKHOLM, osl: OSLO.replace(from, to) });
    assert(lines.some((line) => says.test(line)), lines.join("\n"));
  });
}

Deno.test("two ends agree about a port, whether it is a number or a name", async () => {
  const sto = STOCKHOLM.replace("psk:", "proto: tcp, remotePort: 80, psk:");
  const osl = OSLO.replace("psk:", "proto: 6, localPort: http, psk:");
  assert.deepEqual(await said({ sto, osl }), []);
});

/** Two ends of IKEv1, each with something of its own. */
const ikev1 = (sto: string, osl: string) => ({
  sto: STOCKHOLM.replace("psk:", `ike: 1, ${sto}psk:`),
  osl: OSLO.replace("psk:", `ike: 1, ${osl}psk:`),
});

Deno.test("isakmpd wants one lifetime of phase 1 at both ends, and does not look at phase 2", async () => {
  const lines = await said(ikev1("phase1: {lifetime: 24h}, ", "phase1: {lifetime: 8h}, "));
  assert.match(
    lines.join("\n"),
    /^osl\.yaml:\S* warning: tunnels\[0\]\.phase1\.lifetime: found 28800 s, but 86400 s at the other end \(sto\.yaml:5/,
  );
  const one = await said(ikev1("phase1: {lifetime: 24h}, ", ""));
  assert.match(
    one.join("\n"),
    /found no lifetime, but 86400; write the same, or none, at the other end/,
  );
  assert.deepEqual(await said(ikev1("phase1: {lifetime: 8h}, ", "phase1: {lifetime: 480m}, ")), []);
  assert.deepEqual(await said(ikev1("phase2: {lifetime: 8h}, ", "phase2: {lifetime: 1h}, ")), []);
});

Deno.test("keys in files are compared without a word of them", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = (name: string) => `${folder}/${name}`;
    for (const name of ["a", "b"]) {
      await Deno.writeTextFile(file(name), `hunter2-hunter2-hunter2-${name}\n`, { mode: 0o600 });
    }
    const end = (text: string, name: string) => text.replace("env: PSK", `file: ${file(name)}`);
    const differ = await said({ sto: end(STOCKHOLM, "a"), osl: end(OSLO, "b") });
    assert.match(
      differ.join("\n"),
      /tunnels\[0\]\.psk: the psk differs from the one at the other end/,
    );
    assert(!differ.join().includes("hunter2"));
    assert.deepEqual(await said({ sto: end(STOCKHOLM, "a"), osl: end(OSLO, "a") }), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a mistyped peer is distinguished from one that nobody describes", async () => {
  const typo = await said({
    sto: STOCKHOLM,
    osl: OSLO.replace("address: 192.0.2.2/", "address: 192.0.2.20/"),
  });
  assert.match(
    typo.join("\n"),
    /sto\.yaml:5:24: warning: tunnels\[0\]\.peer: no description has 192\.0\.2\.2; osl\.yaml, whose tunnel sto leads back here, has 192\.0\.2\.20/,
  );
  assert.deepEqual(
    await said({
      sto: STOCKHOLM.replace("192.0.2.2,", "198.51.100.77,"),
      osl: OSLO.replace("peer: 192.0.2.1", "peer: 203.0.113.9"),
    }),
    [],
  );
});

Deno.test("an end behind a NAT is known to the other by another address", async () => {
  const inside = OSLO.replace("192.0.2.2/24, aliases: [10.2.0.9/24]", "10.2.0.1/24").replace(
    "192.0.2.254",
    "10.2.0.254",
  );
  assert.deepEqual(
    await said({ sto: STOCKHOLM.replace("peer: 192.0.2.2", "peer: 198.51.100.5"), osl: inside }),
    [],
  );
});

Deno.test("two passive ends never meet", async () => {
  const passive = (text: string) => text.replace("psk:", "mode: passive, psk:");
  const lines = await said({ sto: passive(STOCKHOLM), osl: passive(OSLO) });
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /mode: neither end starts the negotiation: passive here and/);
});

Deno.test("a file that is refused or missing does not hide what is reported of the others", async () => {
  const lines = await said({
    sto: STOCKHOLM,
    bad: "hostname: 5\naccess: {rootPassword: {env: PW}}\n",
    twin: STOCKHOLM,
  });
  assert.equal(lines.length, 3, lines.join("\n"));
  assert.match(lines[0]!, /^bad\.yaml:1:1: .*network is missing/);
  assert.match(lines[1]!, /^bad\.yaml:1:11: .*found 5/);
  assert.match(lines[2]!, /^twin\.yaml:1:11: warning/);
  const [missing] = await loadTogether(["/nonexistent/gw.yaml"]);
  assert.match(missing!.error!.format(), /there is no such file/);
});

Deno.test("two hundred gateways are compared in one go", async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [
      `gw${at}`,
      OSLO.replace("osl", `gw${at}`).replace("10.2.0.9", `10.2.0.${at + 9}`).replaceAll(
        "192.0.2.2/",
        `192.0.2.${at + 2}/`,
      )
        .replace("/oslo", `/gw${at}`).replace("192.0.2.254", "192.0.2.1").replace(
          "peer: 192.0.2.1",
          "peer: 198.51.100.1",
        ),
    ]),
  );
  assert.deepEqual(await said(texts), []);
});

Deno.test("one passive end is enough for the other to begin", async () => {
  const passive = (text: string) => text.replace("psk:", "mode: passive, psk:");
  assert.deepEqual(await said({ sto: passive(STOCKHOLM), osl: OSLO }), []);
  assert.deepEqual(await said({ sto: STOCKHOLM, osl: passive(OSLO) }), []);
});
