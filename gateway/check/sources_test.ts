import assert from "node:assert/strict";
import bcrypt from "bcryptjs";
import { openbsdRelease } from "../openbsd/releases.ts";
import { checkFile } from "../load/load.ts";
import { formatProblem } from "../document/problem.ts";
import { GOOD } from "../../test/broken_description.ts";

/** What is said of `text`, read from a folder with `files`; notes left out. */
async function said(text: string, files: Record<string, string> = {}): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    const all = { "a.psk": "x".repeat(40), ...files };
    for (const [name, content] of Object.entries(all)) {
      await Deno.mkdir(`${folder}/${name}`.replace(/\/[^/]*$/, ""), { recursive: true });
      await Deno.writeTextFile(`${folder}/${name}`, content, { mode: 0o600 });
    }
    await Deno.writeTextFile(`${folder}/gw.yaml`, text.replaceAll("@", folder));
    const { problems } = await checkFile(`${folder}/gw.yaml`);
    return problems.filter(({ severity }) => severity !== "note")
      .map((one) => formatProblem(one).replaceAll(`${folder}/`, ""));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** GOOD with a comment in place of the mail address that stands for a folder here. */
const BASE = GOOD.replace("@example.net", "");

Deno.test("a file of a secret that is missing or empty is a warning where it is named", async () => {
  assert.deepEqual(await said(BASE), []);
  const [missing] = await said(BASE.replace("a.psk", "b.psk"));
  assert.match(
    missing!,
    /^gw\.yaml:14:17: warning: tunnels\[0\]\.psk\.file: there is no file b\.psk; make it: \(umask 077; openssl rand -base64 33 >b\.psk\)$/,
  );
  const [quoted] = await said(BASE.replace("a.psk", '"b $(id) c/d;e.psk"'));
  assert.match(
    quoted!,
    /mkdir -p 'b \$\(id\) c'; openssl rand -base64 33 >'b \$\(id\) c\/d;e\.psk'\)$/,
  );
  assert.match((await said(BASE, { "a.psk": "" }))[0]!, /the psk of tunnel a is empty/);
  const others =
    `access: {rootPassword: {file: r}}\nfiles: [{path: /etc/x, secret: {file: s}}, {path: /etc/iked/y.conf, append: {file: t}}]\n`;
  const lines = await said(BASE.replace(/access:[^]*?tunnels:/, "tunnels:") + others);
  assert.deepEqual(
    lines.map((line) => /^gw\.yaml:(\d+:\d+).*there is no file (\w)/.exec(line)?.slice(1)),
    [
      ["12:31", "r"],
      ["13:39", "s"],
      ["13:84", "t"],
    ],
  );
});

Deno.test("the files of clients are looked at", async () => {
  const dial = BASE.replace(/tunnels:[^]*?(?=^[a-z]|$(?![^]))/m, "") +
    `clients:\n  - name: c\n    pool: 10.9.0.0/24\n    certificate: {ca: {file: r}, cert: {file: s}, key: {file: t}}\n    users: [{name: u, password: {file: v}}]\n`;
  const lost = (lines: string[]) =>
    lines.map((line) =>
      /warning: clients\[0\]\.(\S+): there is no file (\w);/.exec(line)?.slice(1)
    );
  assert.deepEqual(lost(await said(dial)), [
    ["certificate.ca.file", "r"],
    ["certificate.cert.file", "s"],
    ["certificate.key.file", "t"],
    ["users[0].password.file", "v"],
  ]);
  const psk = dial.replace(/ {4}certificate[^]*/, "    psk: {file: w}\n");
  assert.deepEqual(lost(await said(psk)), [["psk.file", "w"]]);
  assert.deepEqual(await said(psk, { w: "x".repeat(40) }), []);
});

Deno.test("variables and commands are left alone", async () => {
  const text = BASE.replace("{file: a.psk}", "{command: [touch, '@/ran']}") +
    "files: [{path: /etc/x, secret: {env: GW_NOT_SET}}]\n";
  assert.deepEqual(await said(text), []);
});

Deno.test("the files of a tunnel's keys are looked at, and hold PEM", async () => {
  const pem = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";
  const keyed = BASE.replace("psk: {file: a.psk}", "peerKey: {file: peer.pub}");
  const about = async (files: Record<string, string>) =>
    (await said(keyed, files)).filter((line) => line.includes("peerKey.file"));
  assert.match((await about({}))[0]!, /warning: .*there is no file peer\.pub/);
  assert.match((await about({ "peer.pub": "ssh-ed25519 AAAA" }))[0]!, /error: .*is not PEM/);
  assert.deepEqual(await about({ "peer.pub": pem }), []);
});

Deno.test("passwords that everybody tries first are warnings, with no word of them", async () => {
  const hashed = (word: string) =>
    `access: {rootPassword: {hash: "${bcrypt.hashSync(word, 4)}"}}\n`;
  const bare = BASE.replace(/access:[^]*?tunnels:/, "tunnels:");
  for (const word of ["", "root", "puffy"]) {
    const [line] = await said(bare + hashed(word));
    assert.match(
      line!,
      /warning: access\.rootPassword\.hash: the password of root is empty or a common one/,
    );
  }
  assert.deepEqual(await said(bare + hashed("correct horse battery")), []);
  const kept = "access: {rootPassword: {file: pw}}\n";
  const [line] = await said(bare + kept, { pw: "changeme\n" });
  assert.match(line!, /warning: access\.rootPassword\.file: the password of root/);
  assert(!line!.includes("changeme"));
  assert.deepEqual(await said(bare + kept, { pw: "correct horse battery\n" }), []);
});

Deno.test("the key of a release is signify's, and not that of another one", async () => {
  const key = (number: number) => `untrusted comment: x\n${openbsdRelease(number)!.baseKey}\n`;
  const text = BASE + "release: {version: '8.0', key: k.pub}\n";
  const at = /^gw\.yaml:15:32: error: release\.key: /;
  for (
    const [content, says] of [
      ["ssh-ed25519 AAAA x\n", /not a public key of signify/],
      [key(79), /the key of 7\.9; the one of 8\.0 is built in/],
    ] as const
  ) {
    const [line] = await said(text, { "k.pub": content });
    assert.match(line!, at);
    assert.match(line!, says);
  }
  assert.match((await said(text))[0]!, /there is no file k\.pub/);
  const own = `untrusted comment: own\nRWQ${"A".repeat(53)}\n`;
  for (const content of [key(80), own]) {
    assert.deepEqual(await said(text, { "k.pub": content }), []);
  }
});

Deno.test("a mirror in a folder is looked at", async () => {
  const text = BASE + "release: {version: '8.0', mirror: 'file://@/pub/OpenBSD'}\n";
  const [line] = await said(text, { "pub/OpenBSD/7.9/amd64/SHA256.sig": "x" });
  assert.match(
    line!,
    /15:35: warning: release\.mirror: the mirror has no 8\.0\/amd64\/SHA256\.sig/,
  );
  assert.deepEqual(await said(text, { "pub/OpenBSD/8.0/amd64/SHA256.sig": "x" }), []);
});

Deno.test("root over ssh: a password invites guesses, and without a key nobody gets in", async () => {
  const access = (text: string) => said(BASE.replace("access:\n", `access:\n  ${text}\n`));
  assert.match(
    (await access("rootSsh: 'yes'\n  rootPassword: {env: X}")).join(),
    /warning: access\.rootSsh: anyone who can reach sshd/,
  );
  assert.match(
    (await access("rootSsh: prohibit-password"))[0]!,
    /warning: access\.rootSsh: root has no key/,
  );
  const key =
    '["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY r"]';
  assert.deepEqual(await access(`rootSsh: prohibit-password\n  rootKeys: ${key}`), []);
  assert.deepEqual(await access(`rootSsh: "yes"\n  rootKeys: ${key}`), []);
});
