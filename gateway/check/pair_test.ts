import assert from "node:assert/strict";
import { formatProblem } from "../document/problem.ts";
import { loadTogether } from "../load/load_together.ts";
import { EXAMPLE_KEY, TEST_KEY } from "../../test/ssh_keys.ts";

const OFFICE = new URL("../../examples/office/", import.meta.url);

const [SHARED, FIRST, SECOND] = await Promise.all(
  ["office.yaml", "gw1.yaml", "gw2.yaml"].map(async (name) =>
    (await Deno.readTextFile(new URL(name, OFFICE))).replace(EXAMPLE_KEY, TEST_KEY)
  ),
) as [string, string, string];

/** Secrets by name; `other-` ones have other values. */
const SECRETS: [string, string][] = [
  ["carp.txt", "carp-secret-1234"],
  ["other-carp.txt", "carp-secret-5678"],
  ["branch2.psk", "correct-horse-battery-staple"],
  ["other-branch2.psk", "correct-donkey-battery-staple"],
  ["sasync.txt", "0123456789abcdef0123456789abcdef"],
  ["other-sasync.txt", "fedcba9876543210fedcba9876543210"],
];

/** What is said of the pair whose second half ends with `more`, each line with its places shortened. */
async function problemsOf(second: string, first = FIRST): Promise<string[]> {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${root}/secrets`);
    await Deno.mkdir(`${root}/office`);
    for (const [name, value] of SECRETS) {
      await Deno.writeTextFile(`${root}/secrets/${name}`, `${value}\n`, { mode: 0o600 });
    }
    const files = { "office.yaml": SHARED, "gw1.yaml": first, "gw2.yaml": second };
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${root}/office/${name}`, text);
    }
    const outcomes = await loadTogether([`${root}/office/gw1.yaml`, `${root}/office/gw2.yaml`]);
    const lines = outcomes.flatMap(({ problems, error }) => [
      ...problems.map(formatProblem),
      ...(error && problems.length === 0 ? [error.format()] : []),
    ]);
    return lines.map((line) => line.replaceAll(`${root}/office/`, ""));
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("pair: the example's halves agree", async () => {
  assert.deepEqual(await problemsOf(SECOND), []);
});

/** A disagreement: what is replaced in the second half, by what, and what is said with both places. */
const DISAGREEMENTS: [string, string, string, RegExp][] = [
  [
    "another vhid",
    "{ name: carp0, carp: { advskew: 100 } }",
    "{ name: carp0, carp: { advskew: 100, vhid: 9 } }",
    /^gw2\.yaml:10:50: error: .*found vhid 9, but carp0 has 1 \(office\.yaml:15:21\)/,
  ],
  [
    "another password",
    "{ name: carp0, carp: { advskew: 100 } }",
    "{ name: carp0, carp: { advskew: 100, password: {file: ../secrets/other-carp.txt} } }",
    /^gw2\.yaml:10:.* error: .*the password of carp0 is not the same as in office\.yaml:15:49/,
  ],
  [
    "another shared address",
    "{ name: carp1, carp: { advskew: 100 } }",
    "{ name: carp1, address: 10.20.0.9/24, carp: { advskew: 100 } }",
    /^gw2\.yaml:11:31: error: .*found 10\.20\.0\.9\/24, but carp1 shares 10\.20\.0\.1\/24 \(office\.yaml:17:16\)/,
  ],
  [
    "the same place in the row",
    "{ name: carp0, carp: { advskew: 100 } }",
    "{ name: carp0, carp: { advskew: 0 } }",
    /^gw2\.yaml:10:39: error: .*found 0 in both \(gw1\.yaml:10:39\).*give this one 100/,
  ],
  [
    "the same own address",
    "vio1, address: 10.20.0.3/24",
    "vio1, address: 10.20.0.2/24",
    /^gw2\.yaml:7:30: warning: .*10\.20\.0\.2 is also the address of vio1 on the other gateway \(gw1\.yaml:7:30\)/,
  ],
  [
    "the same host name",
    "hostname: gw2.example.net",
    "hostname: gw1.example.net",
    /^gw2\.yaml:3:11: warning: .*gw1\.example\.net is the host name of gw1\.yaml:3:11 too/,
  ],
  [
    "the same MAC address",
    "failover: {",
    "domain: {interfaces: [{bridge: br0, mac: '52:54:00:00:00:01'}, {bridge: br1}, {bridge: br9}]}\nfailover: {",
    /^gw2\.yaml:13:\d+: warning: .*52:54:00:00:00:01 is the MAC address of gw1\.yaml:13:/,
  ],
  [
    "another key of sasyncd",
    "failover: { peer: 10.255.0.1 }",
    "failover: { peer: 10.255.0.1, key: {file: ../secrets/other-sasync.txt} }",
    /^gw2\.yaml:13:36: error: .*the key of failover is not the same as in office\.yaml:52:35/,
  ],
  [
    "another psk",
    "failover: {",
    "tunnels: [{name: branch2, psk: {file: ../secrets/other-branch2.psk}}]\nfailover: {",
    /^gw2\.yaml:13:\d+: error: .*the psk of branch2 is not the same as in office\.yaml:50:10/,
  ],
  [
    "another remote network",
    "failover: {",
    "tunnels: [{name: branch2, remote: 10.31.0.0/24}]\nfailover: {",
    /^gw2\.yaml:13:35: error: .*branch2 is not as in office\.yaml:49:13; both gateways need the same/,
  ],
  [
    "a tunnel more",
    "failover: {",
    "tunnels: [{name: extra, peer: 192.0.2.30, local: 10.20.0.0/24, remote: 10.32.0.0/24, psk: {file: ../secrets/branch2.psk}}]\nfailover: {",
    /^gw2\.yaml:13:18: error: .*extra is missing in office\.yaml:4\d:/,
  ],
  [
    "another architecture",
    "failover: {",
    'release: {version: "8.0", arch: i386}\nfailover: {',
    /^gw2\.yaml:13:10: error: .*i386 here and amd64 there \(office\.yaml:3:10\)/,
  ],
  [
    "another release",
    "failover: {",
    'release: "7.9"\nfailover: {',
    /^gw2\.yaml:13:10: warning: .*7\.9 here and 8\.0 there \(office\.yaml:3:10\)/,
  ],
  [
    "other rules",
    "failover: {",
    "firewall: {allow: [{proto: tcp, port: 22, from: 10.20.0.0/24}]}\nfailover: {",
    /^gw2\.yaml:13:11: warning: .*not as in office\.yaml:36:3/,
  ],
  [
    "a shared address that only one has",
    "{ name: carp2, carp: { advskew: 100 } }",
    "{ name: carp2, carp: { advskew: 100 } }\n    - { name: carp3, address: 10.20.0.4/24, carp: { vhid: 7, carpdev: vio1, password: {file: ../secrets/carp.txt} } }",
    /^gw2\.yaml:13:15: error: .*carp3 is missing in gw1\.yaml:6:5/,
  ],
];

for (const [what, from, to, says] of DISAGREEMENTS) {
  Deno.test(`pair: ${what} is reported with both places`, async () => {
    assert(SECOND.includes(from), from);
    const first = what === "the same MAC address" ? FIRST.replace(from, to) : FIRST;
    const found = await problemsOf(SECOND.replace(from, to), first);
    assert(found.some((line) => says.test(line)), `wanted ${says}, found:\n${found.join("\n")}`);
  });
}

Deno.test("pair: a half that expects the other one elsewhere is refused", async () => {
  // Both on one network, and neither where the other looks for it.
  const first = FIRST.replace("10.255.0.1/30", "10.255.0.1/29").replace("10.255.0.2", "10.255.0.3");
  const found = await problemsOf(SECOND.replace("10.255.0.2/30", "10.255.0.2/29"), first);
  assert.match(
    found.join("\n"),
    /gw2\.yaml:13:19: error: failover\.peer: gw1\.yaml:13:19 expects this gateway at 10\.255\.0\.3, but it has 10\.255\.0\.2 on vio2/,
  );
});

Deno.test("pair: halves that prefer different gateways by address are reported", async () => {
  const first = FIRST.replace("carp1, carp: { advskew: 0 }", "carp1, carp: { advskew: 200 }");
  const found = await problemsOf(SECOND, first);
  assert.match(
    found.join("\n"),
    /warning: network\.interfaces: carp1 prefer this gateway, carp0, carp2 that of /,
  );
});

Deno.test("pair: secrets that are the same in two places are the same", async () => {
  const second = SECOND.replace(
    "{ peer: 10.255.0.1 }",
    "{ peer: 10.255.0.1, key: {file: ../secrets/twin.txt} }",
  );
  SECRETS.push(["twin.txt", "0123456789abcdef0123456789abcdef"]);
  assert.deepEqual(await problemsOf(second), []);
});
