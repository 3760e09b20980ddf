import assert from "node:assert/strict";
import { issue, makeAuthority, makeKey, type Making, type Pki, withPki } from "../pki.ts";
import { checkFile } from "../../gateway/load/load.ts";
import { resolveSecrets } from "../../gateway/secrets/secrets.ts";
import { siteFiles } from "../../site/files.ts";
import { formatProblem } from "../../gateway/document/problem.ts";
import { bytesOf, holdsSecret } from "../../site/file.ts";

const HEAD = `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}, {name: vio1, address: 10.0.0.1/24}]
  gateway: 203.0.113.6
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
`;

/** Judges `text` in the folder of `pki`; what is said, without the folder. */
async function said({ folder }: Pki, text: string): Promise<string[]> {
  await Deno.writeTextFile(`${folder}/gw.yaml`, HEAD + text);
  const { problems } = await checkFile(`${folder}/gw.yaml`);
  return problems.filter(({ severity }) => severity !== "note")
    .map((one) => formatProblem(one).replaceAll(`${folder}/`, ""));
}

const clients = (name: string, more = "", ca = "ca", key = name) =>
  `clients:
  - name: laptops
    pool: 10.9.0.0/24
    networks: [10.0.0.0/24]
    srcid: vpn.example.net
    certificate: {ca: {file: ${ca}.crt}, cert: {file: ${name}.crt}, key: {file: ${key}.key}}
${more}`;

/** The same certificate in a tunnel, between networks of its own. */
const tunnel = (ike: 1 | 2) => (name: string, ca = "ca", key = name) =>
  `tunnels:
  - name: t
    ike: ${ike}
    peer: 198.51.100.7
    local: 10.0.0.0/24
    remote: 10.1.0.0/24
    srcid: vpn.example.net
    dstid: far.example.net
    certificate: {ca: {file: ${ca}.crt}, cert: {file: ${name}.crt}, key: {file: ${key}.key}}
`;

/** Makes what {@linkcode WRONG} names. */
async function makeAll(pki: Pki, kind: string): Promise<void> {
  const san = "DNS:vpn.example.net";
  const make = (name: string, making: Making = {}, names = san) =>
    issue(pki, name, names, { kind, ...making });
  await make("good", {}, `${san},IP:203.0.113.2`);
  await make("other", {}, "DNS:www.example.net");
  await make("late", { days: 61 });
  await make("soon", { days: 59 });
  await make("ended", { days: -1 });
  await make("early", { from: 3, days: 365 });
  await make("curve", { kind: "ed25519" });
  await makeAuthority(pki, "stranger");
  // Another key under the same name: only the signature tells.
  await Deno.mkdir(`${pki.folder}/twin`);
  await makeAuthority({ folder: `${pki.folder}/twin` }, "ca");
  for (const [name, making] of Object.entries(AUTHORITIES)) {
    await makeAuthority(pki, name, { ca: "ca", ...making });
    await make(`by-${name}`, { ca: name });
  }
  const pem = (name: string) => Deno.readTextFile(`${pki.folder}/${name}.crt`);
  await Deno.writeTextFile(`${pki.folder}/whole.crt`, await pem("between") + await pem("ca"));
  await Deno.writeTextFile(
    `${pki.folder}/chain.crt`,
    await pem("by-between") + await pem("between"),
  );
  await Deno.copyFile(`${pki.folder}/by-between.key`, `${pki.folder}/chain.key`);
}

/** Authorities that the first one signed, and what is wrong with them. */
const AUTHORITIES: Record<string, Making> = {
  between: {},
  none: { extensions: "basicConstraints=critical,CA:FALSE" },
  old: { days: -1 },
  young: { from: 3 },
  short: { days: 30 },
};

/** What is wrong: certificate, authority, key, and what is said of which field. */
const WRONG: [name: string, ca: string, key: string, says: RegExp][] = [
  [
    "other",
    "ca",
    "other",
    /error: PLACE\.cert: it does not contain vpn\.example\.net.*it contains DNS:www/,
  ],
  ["soon", "ca", "soon", /warning: PLACE\.cert: CN=soon expires on .* in 5[89] days; renew it$/],
  ["ended", "ca", "ended", /error: PLACE\.cert: CN=ended expired on \d{4}-\d\d-\d\d; renew it$/],
  ["early", "ca", "early", /error: PLACE\.cert: CN=early is not valid before \d{4}-\d\d-\d\d$/],
  ["curve", "ca", "curve", /error: PLACE\.key: the content is a key of the kind ed25519, which/],
  ["good", "ca", "late", /error: PLACE\.key: it is not the private key of the certificate; name/],
  [
    "good",
    "stranger",
    "good",
    /error: PLACE\.ca: it did not sign CN=good, which CN=ca signed; name/,
  ],
  [
    "good",
    "twin/ca",
    "good",
    /error: PLACE\.ca: it did not sign CN=good, which CN=ca signed; name/,
  ],
  ["good", "late", "good", /error: PLACE\.ca: CN=late is not an authority/],
  ["by-none", "none", "by-none", /error: PLACE\.ca: CN=none is not an authority \(basicConstr/],
  ["by-old", "old", "by-old", /error: PLACE\.ca: CN=old expired on /],
  ["by-young", "young", "by-young", /error: PLACE\.ca: CN=young is not valid before /],
  ["by-short", "short", "by-short", /warning: PLACE\.ca: CN=short expires on .* in (29|30) days/],
  [
    "chain",
    "ca",
    "chain",
    /error: PLACE\.ca: the certificate was signed by an intermediate authority/,
  ],
  [
    "by-between",
    "between",
    "by-between",
    /error: PLACE\.ca: CN=ca, which signed CN=between, is missing/,
  ],
];

/** By what has the certificate: kind of its key, the text, and the place of the field. */
const HOLDERS: [string, string, typeof clients, string][] = [
  ["clients", "ec", (name, ca, key) => clients(name, "", ca, key), "clients\\[0\\]\\.certificate"],
  ["an IKEv2 tunnel", "ec", tunnel(2), "tunnels\\[0\\]\\.certificate"],
  ["an IKEv1 tunnel", "rsa", tunnel(1), "tunnels\\[0\\]\\.certificate"],
];

for (const [holder, kind, written, place] of HOLDERS) {
  Deno.test(`the certificate of ${holder} is checked for identity, time, key and authority`, () =>
    withPki(async (pki) => {
      await makeAll(pki, kind);
      for (
        const [name, ca] of [["good", "ca"], ["late", "ca"], ["by-between", "whole"], [
          "chain",
          "whole",
        ]]
      ) {
        assert.deepEqual(await said(pki, written(name!, ca)), [], name);
      }
      for (const [name, ca, key, says] of WRONG) {
        const found = await said(pki, written(name, ca, key));
        const wanted = new RegExp(`^gw\\.yaml:\\d+:\\d+: ${says.source.replace("PLACE", place)}`);
        assert(
          found.some((line) => wanted.test(line)),
          `wanted ${wanted}, found:\n${found.join("\n")}`,
        );
      }
    }));
}

Deno.test("devices want a certificate for servers, and users none of a root that the gateway knows", () =>
  withPki(async (pki) => {
    await issue(pki, "plain", "DNS:vpn.example.net", { extensions: "basicConstraints=CA:FALSE" });
    assert.match(
      (await said(pki, clients("plain"))).join("\n"),
      /^gw\.yaml:12:\d+: warning: clients\[0\]\.certificate\.cert: it is not for servers .*with serverAuth$/,
    );
    assert.deepEqual(await said(pki, tunnel(2)("plain")), []);
    // A public authority is known by what signed, without its root.
    await makeAuthority(pki, "between", { ca: "ca" });
    await issue(pki, "good", "DNS:vpn.example.net", { ca: "between" });
    await Deno.writeTextFile(`${pki.folder}/pw`, "a-password-that-is-long-enough", { mode: 0o600 });
    const users = "    users: [{name: anna, password: {file: pw}}]\n";
    assert.deepEqual(await said(pki, clients("good", users, "between")), []);
  }));

Deno.test("a public key of the peer is distinguished from everything that is not one", () =>
  withPki(async (pki) => {
    for (const kind of ["ec", "rsa", "small", "ed25519", "secp256k1"]) {
      await makeKey(pki, kind, kind);
    }
    const tunnel = (file: string, more = "") =>
      `tunnels: [{name: t, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, peerKey: {file: ${file}}${more}}]\n`;
    assert.deepEqual(await said(pki, tunnel("ec.pub")), []);
    assert.deepEqual(await said(pki, tunnel("rsa.pub", ", ike: 1")), []);
    const wrong: [string, RegExp][] = [
      [
        tunnel("ec.key"),
        /error: tunnels\[0\]\.peerKey: the content is a private key; put the public one/,
      ],
      [tunnel("ca.crt"), /is a certificate; use certificate:/],
      [tunnel("ec.pub", ", ike: 1"), /of the kind ec, which isakmpd does not know; use RSA$/],
      [tunnel("small.pub"), /an RSA key of 1024 bits; use 2048 or more/],
      [tunnel("ed25519.pub"), /of the kind ed25519, which iked does not know/],
      [tunnel("secp256k1.pub"), /on the curve secp256k1/],
      [tunnel("gw.yaml"), /is not a public key in PEM/],
    ];
    for (const [text, says] of wrong) {
      const found = await said(pki, text);
      assert(found.some((line) => says.test(line)), `wanted ${says}, found:\n${found.join("\n")}`);
    }
  }));

Deno.test("keys lie where the daemons look, the private ones for nobody else", () =>
  withPki(async (pki) => {
    const { folder } = pki;
    await issue(pki, "vpn", "DNS:vpn.example.net");
    await makeKey(pki, "peer", "rsa");
    Deno.env.set("PW", "a-password-that-is-long-enough");
    await Deno.writeTextFile(
      `${folder}/gw.yaml`,
      HEAD + clients("vpn", "    users: [{name: anna, password: {env: PW}}]\n") +
        `tunnels:
  - {name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.1.0.0/24, peerKey: {file: peer.pub}}
  - {name: b, peer: 198.51.100.8, local: 10.0.0.0/24, remote: 10.2.0.0/24, peerKey: {file: peer.pub}, dstid: b.example.org}
`,
    );
    const { gateway, problems } = await checkFile(`${folder}/gw.yaml`);
    assert(!problems.some(({ severity }) => severity === "error"), JSON.stringify(problems));
    const { secrets } = await resolveSecrets(gateway!);
    const files = new Map(siteFiles(gateway!, secrets).map((one) => [one.path, one]));
    const modes = (path: string) => [files.get(path)?.mode, holdsSecret(files.get(path)!)];
    assert.deepEqual(modes("etc/iked/private/local.key"), [0o600, true]);
    assert.deepEqual(modes("etc/iked/certs/laptops.crt"), [0o644, false]);
    assert.deepEqual(modes("etc/iked/ca/laptops.crt"), [0o644, false]);
    const peer = await Deno.readTextFile(`${folder}/peer.pub`);
    assert.equal(files.get("etc/iked/pubkeys/ipv4/198.51.100.7")?.content, peer);
    assert.equal(files.get("etc/iked/pubkeys/fqdn/b.example.org")?.content, peer);
    assert.equal(
      files.get("etc/iked/local.pub")?.content,
      await Deno.readTextFile(`${folder}/vpn.pub`),
    );
    const conf = new TextDecoder().decode(bytesOf(files.get("etc/iked.conf")!));
    assert.match(conf, /^user "anna" "a-password-that-is-long-enough"$/m);
    // The other end proves itself by what is in its folder, so the policies say nothing of it.
    assert.doesNotMatch(conf.slice(conf.indexOf('ikev2 "a"')), /psk|eap/);
    Deno.env.delete("PW");
  }));
