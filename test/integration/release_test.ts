import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchRelease } from "../../build/release/fetch_release.ts";
import { releaseKey } from "../../build/release/keys.ts";
import { openbsdRelease } from "../../gateway/openbsd/releases.ts";
import { parseSha256List } from "../../build/release/sha256_list.ts";
import * as signify from "../../build/release/signify.ts";
import { readSecretKey } from "../../build/release/signify_secret_key.ts";

const shared = fileURLToPath(new URL("../../../shared", import.meta.url));

async function there(path: string): Promise<boolean> {
  const found = await Deno.stat(join(shared, path)).then(() => true, () => false);
  if (!found) console.log(`skipped: ${path} is absent`);
  return found;
}

async function signifyOpenbsd(...args: string[]): Promise<number> {
  const { code } = await new Deno.Command("signify-openbsd", { args, stderr: "null" }).output();
  return code;
}

Deno.test("signify(1) and we read each other's files", async () => {
  const dir = await Deno.makeTempDir();
  try {
    const at = (name: string) => join(dir, name);
    assert.equal(await signifyOpenbsd("-G", "-n", "-p", at("k.pub"), "-s", at("k.sec")), 0);
    await Deno.writeTextFile(at("m"), "a message\n");
    assert.equal(
      await signifyOpenbsd("-Se", "-s", at("k.sec"), "-m", at("m"), "-x", at("m.sig")),
      0,
    );
    const key = signify.parsePublicKey(await Deno.readFile(at("k.pub")), "k.pub");
    const signed = signify.parseSignedMessage(await Deno.readFile(at("m.sig")), "m.sig");
    await signify.verifySignedMessage(key, signed, "m.sig");
    const secret = await readSecretKey(await Deno.readFile(at("k.sec")), "k.sec");
    const message = new TextEncoder().encode("ours\n");
    const ours = await signify.signMessage(secret, message, "verify with k.pub");
    await Deno.writeFile(at("o.sig"), ours);
    assert.equal(
      await signifyOpenbsd("-qVe", "-p", at("k.pub"), "-x", at("o.sig"), "-m", at("o")),
      0,
    );
    assert.equal(await Deno.readTextFile(at("o")), "ours\n");
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("the official lists of 6.6 verify with the built-in key", async () => {
  if (!await there("openbsd-media/openbsd-66-base.pub")) return;
  const pub = await Deno.readTextFile(join(shared, "openbsd-media/openbsd-66-base.pub"));
  assert.equal(pub.split("\n")[1], openbsdRelease(66)!.baseKey);
  for (const arch of ["amd64", "i386"] as const) {
    const file = await Deno.readFile(join(shared, `openbsd-media/6.6-${arch}/SHA256.sig`));
    const signed = signify.parseSignedMessage(file, "SHA256.sig");
    const key = await releaseKey({ version: "6.6", number: 66, arch });
    await signify.verifySignedMessage(key, signed, "SHA256.sig");
    const list = parseSha256List(new TextDecoder().decode(signed.message), "SHA256.sig");
    for (const name of ["bsd", "bsd.rd", "pxeboot", "base66.tgz", `INSTALL.${arch}`]) {
      assert.ok(list.has(name), name);
    }
  }
});

Deno.test("the miniature mirror is fetched from its folder", async () => {
  if (!await there("tools/mini-release") || !await there("openbsd-media/6.6-amd64")) return;
  const dir = await Deno.makeTempDir();
  try {
    const made = await new Deno.Command(join(shared, "tools/mini-release"), {
      args: ["amd64", dir],
    }).output();
    assert.ok(made.success);
    const mirror = `file://${dir}/pub/OpenBSD`;
    const release = { version: "6.6", number: 66, arch: "amd64" as const, mirror };
    const cacheDir = join(dir, "cache");
    using fetched = await fetchRelease({
      release: { ...release, key: join(dir, "mini-66.pub") },
      cacheDir,
    });
    const { files } = fetched;
    for (const name of ["pxeboot", "bsd.rd", "bsd", "bsd.mp", "base66.tgz"]) {
      assert.ok(files.has(name), name);
    }
    await assert.rejects(fetchRelease({ release, cacheDir }), /another key/);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});
