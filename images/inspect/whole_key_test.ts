import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { isHalfOf, keyFault } from "./whole_key.ts";

const pem = (type: "pkcs1" | "pkcs8") => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
  return {
    own: String(privateKey.export({ type, format: "pem" })),
    shared: String(publicKey.export({ type: "spki", format: "pem" })),
  };
};

/** A key in OpenSSH's form, as far as it is looked at. */
function openssh(cipher = "none", shared = "public key"): string {
  const field = (text: string) =>
    String.fromCharCode(0, 0, text.length >> 8, text.length & 255) + text;
  const bytes = `openssh-key-v1\0${field(cipher)}${field("none")}${field("")}\0\0\0\x01${
    field(shared)
  }${field("x".repeat(120))}`;
  const body = btoa(bytes).replace(/.{70}/g, "$&\n");
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

/** Without its last line of base64. */
const cut = (text: string) => text.replace(/\n[^\n]*(\n-----END)/, "$1");

const HOST = "/etc/ssh/ssh_host_ed25519_key";
const LOCAL = "/etc/iked/private/local.key";

Deno.test("a key that was cut is not whole, in whatever form", () => {
  for (
    const [path, text] of [
      [HOST, openssh()],
      [HOST, pem("pkcs1").own],
      [LOCAL, pem("pkcs1").own],
      [LOCAL, pem("pkcs8").own],
      ["/etc/isakmpd/private/local.key", pem("pkcs1").own],
    ] as const
  ) {
    assert.equal(keyFault(path, text), undefined, text);
    assert.match(keyFault(path, cut(text)) ?? "", /not a whole private key/, text);
    assert.match(keyFault(path, text.replace(/-----END[^]*/, "")) ?? "", /not a whole/);
    assert.match(keyFault(path, text.replace(/\n(.)/, "\n*$1")) ?? "", /not a whole/);
    assert.match(keyFault(path, "key\n") ?? "", /not a whole/);
  }
  assert.equal(keyFault("/etc/iked/private/other.key", "whatever\n"), undefined);
});

Deno.test("a key that wants a passphrase, and a soii.key that is none", () => {
  assert.match(keyFault(HOST, openssh("aes256-ctr")) ?? "", /has a passphrase/);
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const locked = String(
    privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" }),
  );
  assert.match(keyFault(LOCAL, locked) ?? "", /has a passphrase/);
  assert.equal(keyFault("/etc/soii.key", "00112233445566778899aabbccddeeff\n"), undefined);
  assert.match(keyFault("/etc/soii.key", "00112233445566778899aabb\n") ?? "", /32 hexadecimal/);
});

Deno.test("a public key is the half of one private key alone", () => {
  const [one, other] = [pem("pkcs1"), pem("pkcs8")];
  assert.equal(isHalfOf(one.shared, one.own), true);
  assert.equal(isHalfOf(other.shared, one.own), false);
  assert.equal(isHalfOf("isakmpd pub\n", one.own), undefined);
  assert.equal(isHalfOf(`ssh-ed25519 ${btoa("public key")} root@gw\n`, openssh()), true);
  assert.equal(isHalfOf(`ssh-ed25519 ${btoa("another")} root@gw\n`, openssh()), false);
});
