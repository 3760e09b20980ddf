import assert from "node:assert/strict";
import { issue, makeAuthority, makeKey, type Pki, withPki } from "../pki.ts";
import { judgeFile } from "../../gateway/load/load.ts";
import { resolveSecrets } from "../../gateway/secrets/secrets.ts";
import { siteFiles } from "../../site/files.ts";
import { formatProblem } from "../../gateway/document/problem.ts";
import { bytesOf, isPrivate } from "../../site/file.ts";

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
  const { problems } = await judgeFile(`${folder}/gw.yaml`);
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

Deno.test("a certificate is held against its identity, its time, its key and its authority", () =>
  withPki(async (pki) => {
    const san = "DNS:vpn.example.net";
    await issue(pki, "good", san);
    await issue(pki, "rsa", `${san},IP:203.0.113.2`, { kind: "rsa" });
    await issue(pki, "other", "DNS:www.example.net");
    await issue(pki, "soon", san, { days: 59 });
    await issue(pki, "late", san, { days: 61 });
    await issue(pki, "ended", san, { days: -1 });
    await issue(pki, "curve", san, { kind: "ed25519" });
    await makeAuthority(pki, "stranger");
    for (const name of ["good", "rsa", "late"]) {
      assert.deepEqual(await said(pki, clients(name)), [], name);
    }
    const wrong: [string, RegExp][] = [
      [
        clients("other"),
        /^gw\.yaml:12:45: error: clients\[0\]\.certificate\.cert: it does not hold vpn\.example\.net.*it has DNS:www\.example\.net/,
      ],
      [
        clients("soon"),
        /warning: clients\[0\]\.certificate\.cert: CN=soon ends on .* in 5[89] days; renew it$/,
      ],
      [clients("ended"), /error: clients\[0\]\.certificate\.cert: CN=ended ended on /],
      [
        clients("good", "", "stranger"),
        /error: clients\[0\]\.certificate\.ca: it did not sign CN=good, which CN=ca signed/,
      ],
      [
        clients("good", "", "late"),
        /error: clients\[0\]\.certificate\.ca: CN=late is not an authority/,
      ],
      [
        clients("good", "", "ca", "late"),
        /error: clients\[0\]\.certificate\.key: it is not the private key/,
      ],
      [
        clients("curve"),
        /error: clients\[0\]\.certificate\.key: what is there is a key of the kind ed25519, which iked does not know/,
      ],
    ];
    for (const [text, says] of wrong) {
      const found = await said(pki, text);
      assert(found.some((line) => says.test(line)), `wanted ${says}, found:\n${found.join("\n")}`);
    }
  }));

Deno.test("a public key of the peer is told from everything that is none", () =>
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
        /error: tunnels\[0\]\.peerKey: what is there is a private key; put the public one/,
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
    const { gateway, problems } = await judgeFile(`${folder}/gw.yaml`);
    assert(!problems.some(({ severity }) => severity === "error"), JSON.stringify(problems));
    const { secrets } = await resolveSecrets(gateway!);
    const files = new Map(siteFiles(gateway!, secrets).map((one) => [one.path, one]));
    const modes = (path: string) => [files.get(path)?.mode, isPrivate(files.get(path)!)];
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
