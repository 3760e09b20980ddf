/**
 * The keys of a gateway that is replaced are read from its disk.
 */
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { keepIdentity } from "../../build/keep_identity.ts";
import { GatewrightError } from "../../host/error.ts";
import { reveal, Secret } from "../../host/secret.ts";
import type { SiteFile } from "../../site/file.ts";
import { makeDisk } from "../disk_image.ts";
import { testGateway } from "../gateway.ts";
import { haveMakefs } from "../makefs.ts";
import { canLoop, LoopDevice } from "./loop.ts";

const ignore = !haveMakefs();
const loops = await canLoop();

type Files = Record<string, [content: string, mode: number]>;

/** A pair of keys in PEM. */
function pair(): { own: string; shared: string } {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
  return {
    own: String(privateKey.export({ type: "pkcs1", format: "pem" })),
    shared: String(publicKey.export({ type: "spki", format: "pem" })),
  };
}

/** A pair of keys of ssh-keygen(1). */
async function sshPair(type: string): Promise<{ own: string; shared: string }> {
  const folder = await Deno.makeTempDir({ prefix: "gw-keys-" });
  try {
    const args = ["-q", "-t", type, "-N", "", "-C", "root@vpn1", "-f", `${folder}/key`];
    assert((await new Deno.Command("ssh-keygen", { args }).output()).success);
    return {
      own: await Deno.readTextFile(`${folder}/key`),
      shared: await Deno.readTextFile(`${folder}/key.pub`),
    };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const [RSA, ED25519, ISAKMPD, IKED, OTHER] = [
  await sshPair("rsa"),
  await sshPair("ed25519"),
  pair(),
  pair(),
  pair(),
];

/** A gateway that has run, with more than OpenBSD makes by itself. */
const RAN: Files = {
  "/etc/myname": ["vpn1.example.net\n", 0o644],
  "/etc/ssh/sshd_config": ["\n", 0o644],
  "/etc/ssh/ssh_host_rsa_key": [RSA.own, 0o600],
  "/etc/ssh/ssh_host_rsa_key.pub": [RSA.shared, 0o644],
  "/etc/ssh/ssh_host_ed25519_key": [ED25519.own, 0o640],
  "/etc/ssh/ssh_host_ed25519_key-cert.pub": ["ssh-ed25519-cert AAAA\n", 0o644],
  // Its private half is gone; the gateway would make both.
  "/etc/ssh/ssh_host_ecdsa_key.pub": ["ecdsa AAAA root@vpn1\n", 0o644],
  "/etc/isakmpd/private/local.key": [ISAKMPD.own, 0o600],
  "/etc/isakmpd/local.pub": [ISAKMPD.shared, 0o644],
  "/etc/iked/private/local.key": [IKED.own, 0o600],
  "/etc/iked/local.pub": [IKED.shared, 0o644],
  "/etc/iked/private/other.key": [OTHER.own, 0o400],
  "/etc/iked/certs/vpn1.crt": ["certificate\n", 0o644],
  "/etc/soii.key": ["00112233445566778899aabbccddeeff\n", 0o600],
};

/** The disk of a machine with `files`, in a file. */
async function place(files: Files) {
  const folder = await Deno.makeTempDir({ prefix: "gw-kept-" });
  const path = `${folder}/old.raw`;
  await Deno.writeFile(path, await makeDisk(files));
  return { path, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

async function keep(from: string, site: SiteFile[] = []) {
  const said: string[] = [];
  const gateway = testGateway({ hostname: "vpn1.example.net" });
  const kept = await keepIdentity(from, gateway, site, { onNotice: (text) => said.push(text) });
  return { kept, said: said.map((text) => text.replaceAll(from, "OLD")) };
}

/** Path, mode and content of each. */
const shown = (files: SiteFile[]) =>
  files.map(({ path, mode, content }) => {
    const text = RAN[`/${path}`]?.[0];
    const same = reveal(content as string) === text ? "same" : "another";
    return `/${path} ${mode.toString(8)} ${content instanceof Secret ? "[secret] " : ""}${same}`;
  });

Deno.test({
  name: "keys and certificates of a gateway that ran are kept, private ones as secrets of root",
  ignore,
  async fn() {
    await using old = await place(RAN);
    const { kept, said } = await keep(old.path);
    assert.deepEqual(shown(kept.files), [
      "/etc/iked/certs/vpn1.crt 644 same",
      "/etc/iked/local.pub 644 same",
      "/etc/iked/private/local.key 600 [secret] same",
      "/etc/iked/private/other.key 400 [secret] same",
      "/etc/isakmpd/local.pub 644 same",
      "/etc/isakmpd/private/local.key 600 [secret] same",
      "/etc/soii.key 600 [secret] same",
      "/etc/ssh/ssh_host_ed25519_key 600 [secret] same",
      "/etc/ssh/ssh_host_ed25519_key-cert.pub 644 same",
      "/etc/ssh/ssh_host_rsa_key 600 [secret] same",
      "/etc/ssh/ssh_host_rsa_key.pub 644 same",
    ]);
    const secret = kept.files.filter(({ content }) => content instanceof Secret);
    assert.deepEqual(secret.map(({ path }) => `/${path}`), [...kept.keys.keys()]);
    assert.equal(secret.length, 6);
    for (const { path, content } of secret) {
      assert.equal(reveal(content as Secret), RAN[`/${path}`]![0]);
    }
    assert.deepEqual(said, [`kept from OLD: ${kept.paths.join(", ")}`]);
    assert.doesNotMatch(JSON.stringify([kept.files, said]), /PRIVATE KEY|0011223344/);
  },
});

Deno.test({
  name: "what the description brings wins, both halves of a pair; trust is the description's alone",
  ignore,
  async fn() {
    const { "/etc/soii.key": _, ...files } = RAN;
    await using old = await place({
      ...files,
      "/etc/myname": ["old.example.net\n", 0o644],
      "/etc/isakmpd/private/local.key": ["", 0o600],
      "/etc/iked/ca/ca.crt": ["whom it trusted\n", 0o644],
      "/etc/iked/pubkeys/fqdn/peer.example.org": ["a peer\n", 0o644],
      "/etc/isakmpd/pubkeys/ipv4/192.0.2.1": ["a peer\n", 0o644],
    });
    const { kept, said } = await keep(old.path, [
      { path: "etc/iked/private/local.key", content: new Secret("its own\n"), mode: 0o600 },
      { path: "etc/isakmpd/pubkeys/ipv4/192.0.2.1", content: "a peer\n", mode: 0o644 },
    ]);
    assert.deepEqual(kept.paths, [
      "/etc/iked/certs/vpn1.crt",
      "/etc/iked/private/other.key",
      "/etc/ssh/ssh_host_ed25519_key",
      "/etc/ssh/ssh_host_ed25519_key-cert.pub",
      "/etc/ssh/ssh_host_rsa_key",
      "/etc/ssh/ssh_host_rsa_key.pub",
    ]);
    assert.deepEqual(said, [
      "OLD is the disk of old.example.net, not of vpn1.example.net: its keys are taken nevertheless",
      `kept from OLD: ${kept.paths.join(", ")}`,
      "not kept, because the description has its own: /etc/iked/local.pub, /etc/iked/private/local.key",
      "not kept, because it is empty: /etc/isakmpd/private/local.key",
      "not kept, because the description decides whom the gateway trusts: /etc/iked/ca/ca.crt, /etc/iked/pubkeys/fqdn/peer.example.org",
      "not on OLD; the gateway makes them at its first boot: /etc/isakmpd/private/local.key, /etc/soii.key",
    ]);
  },
});

Deno.test({
  name: "a disk that never ran, and one with a spoiled key, are refused with what to do",
  ignore,
  async fn() {
    await using fresh = await place({
      "/etc/myname": RAN["/etc/myname"]!,
      "/etc/iked/private/local.key": RAN["/etc/iked/private/local.key"]!,
    });
    await using spoiled = await place({ ...RAN, "/etc/soii.key": ["\0\0\0\0", 0o600] });
    const failure = async (from: string) => {
      const error = await keep(from).then(() => undefined, (error) => error);
      assert(error instanceof GatewrightError, String(error));
      assert.equal(error.exitCode, 4);
      return error.format().replaceAll(from, "OLD");
    };
    assert.equal(
      await failure(fresh.path),
      "OLD: the disk has no identity to keep\n" +
        "  why: no ssh host key is in /etc/ssh: OpenBSD makes them at the first boot of a disk\n" +
        "  next: name the disk of the gateway that ran",
    );
    assert.match(await failure(spoiled.path), /soii\.key cannot be kept\n {2}why: it is not text/);
    for (const path of ["/etc/ssh/ssh_host_rsa_key", "/etc/iked/private/local.key"]) {
      const [text, mode] = RAN[path]!;
      await using cut = await place({ ...RAN, [path]: [text.slice(0, text.length / 2), mode] });
      const said = await failure(cut.path);
      assert(
        said.startsWith(`OLD: ${path} cannot be kept\n  why: it is not a whole private key`),
        said,
      );
    }
    await assert.rejects(keep(`${fresh.path}x`), /there is no such image/);
  },
});

Deno.test({
  name: "a public key that is the half of another one is left, and reported",
  ignore,
  async fn() {
    await using old = await place({
      ...RAN,
      "/etc/iked/local.pub": [ISAKMPD.shared, 0o644],
      "/etc/ssh/ssh_host_rsa_key.pub": [ED25519.shared, 0o644],
    });
    const { kept, said } = await keep(old.path);
    assert.equal(kept.paths.length, 9);
    assert.deepEqual(said.slice(1), [
      "not kept, because it does not belong to /etc/iked/private/local.key: /etc/iked/local.pub",
      "not kept, because it does not belong to /etc/ssh/ssh_host_rsa_key: /etc/ssh/ssh_host_rsa_key.pub",
    ]);
  },
});

Deno.test({
  name: "a device is read like an image, and it is reported that it may be in use",
  ignore: ignore || !loops,
  async fn() {
    const disk = await makeDisk(RAN);
    await using device = await LoopDevice.create(disk.length, true);
    await Deno.writeFile(device.path, disk);
    const { kept, said } = await keep(device.path);
    assert.equal(kept.files.length, 11);
    assert.equal(said.length, 1);
    const file = await keep(device.file);
    assert.equal(
      file.said[0],
      `OLD may be in use (the backing file of ${device.path}): it is only read`,
    );
    assert.deepEqual(file.kept.paths, kept.paths);
  },
});
