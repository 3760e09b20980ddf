import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { Secret } from "../../host/secret.ts";
import type { Manifest } from "../../images/manifest/manifest.ts";
import { canonical } from "../../host/canonical.ts";
import { loadGateway, parseGateway } from "../../site/load_gateway.ts";
import { cachePrune } from "../release/cache_prune.ts";
import type { ReleaseFile } from "../release/fetch_release.ts";
import { BuiltBefore } from "./built_before.ts";

const { gateway } = parseGateway(
  `name: hq
hostname: hq.example.net
network: {interfaces: [{name: vio0, address: 192.0.2.2/24}], gateway: 192.0.2.1}
access: {rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY a@b"]}
sysctl: {kern.pool_debug: "0"}
`,
  "hq.yaml",
);

const release = (sha256: string) => ({
  files: new Map([["bsd", { sha256 } as ReleaseFile]]),
  signature: { key: "a key", keynum: "01" },
});

const inputs = {
  gateway,
  secrets: [["the psk of tunnel a", new Secret("a-weak-psk")]] as const,
  sources: new Map([["/srv/motd", { path: "/srv/motd", size: 1, sha256: "aa" }]]),
  options: [["way", "stamp"]] as unknown,
};

/** A cache, and a folder that was built into it and noted. */
async function built() {
  const folder = await Deno.makeTempDir();
  const [cache, out] = [`${folder}/cache`, `${folder}/hq`];
  await Deno.mkdir(out);
  const write = (name: string, text: string) =>
    Deno.writeTextFile(`${out}/${name}`, text, { mode: 0o600 });
  await write("hq.raw", "a disk".repeat(1000));
  await write("site79.tgz", "a set with a psk");
  // As after a build: what is written later has another time.
  await Deno.utime(`${out}/hq.raw`, 1_700_000_000, 1_700_000_000);
  const sha256 = createHash("sha256").update("a disk".repeat(1000)).digest("hex");
  const outputs = [{ name: "hq.raw", size: 6000, sha256 }, { name: "site79.tgz", size: 16 }];
  await write("manifest.json", JSON.stringify({ name: "hq", outputs }));
  const open = (other: Partial<typeof inputs> = {}) =>
    BuiltBefore.open(cache, out, { ...inputs, ...other });
  const first = await open();
  assert.deepEqual([first.sameInputs, await first.find(release("aa"))], [false, {}]);
  await (await first.note(out, { outputs } as Manifest, release("aa")))();
  const find = async () => await (await open()).find(release("aa"));
  return {
    folder,
    cache,
    out,
    open,
    find,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

Deno.test("what was made from the same and is as it was is found again", async () => {
  await using at = await built();
  const found = await at.find();
  assert("manifest" in found);
  assert.equal(found.manifest.name, "hq");
});

Deno.test("every description has a text that its inputs are compared by", async () => {
  const examples = new URL("../../examples/", import.meta.url).pathname;
  for await (const { name } of Deno.readDir(examples)) {
    if (!name.endsWith(".yaml")) continue;
    const { gateway } = await loadGateway(`${examples}${name}`);
    assert.match(canonical(gateway), /"hostname":/, name);
  }
});

Deno.test("any other input makes it another build", async () => {
  await using at = await built();
  const others: Partial<typeof inputs>[] = [
    { gateway: { ...gateway, hostname: "hq2.example.net" } },
    { gateway: { ...gateway, sysctl: new Map([["kern.pool_debug", "1"]]) } },
    { gateway: { ...gateway, release: { ...gateway.release, mirror: "https://other" } } },
    { secrets: [["the psk of tunnel a", new Secret("another-psk")]] },
    { sources: new Map([["/srv/motd", { path: "/srv/motd", size: 1, sha256: "bb" }]]) },
    { options: [["way", "whole"]] },
  ];
  for (const other of others) assert.equal((await at.open(other)).sameInputs, false);
  const before = await at.open();
  assert.equal(before.sameInputs, true);
  assert.deepEqual(await before.find(release("bb")), {}, "another kernel was signed");
  assert.deepEqual(
    await before.find({ ...release("aa"), signature: { key: "a key", keynum: "02" } }),
    {},
  );
});

Deno.test("a disk that was booted, or any file that was touched, is no result any more", async () => {
  const touched: [string, (out: string) => Promise<unknown>, RegExp][] = [
    ["a byte of the disk", (out) => poke(`${out}/hq.raw`), /hq\.raw has changed/],
    ["as long, in its place", (out) => replace(`${out}/site79.tgz`), /site79\.tgz has changed/],
    ["open to others", (out) => Deno.chmod(`${out}/hq.raw`, 0o644), /hq\.raw has changed/],
    ["a file gone", (out) => Deno.remove(`${out}/site79.tgz`), /site79\.tgz is not there/],
    ["one more file", (out) => Deno.writeTextFile(`${out}/x`, ""), /x was not made by it/],
  ];
  for (const [what, touch, why] of touched) {
    await using at = await built();
    await touch(at.out);
    const found = await at.find();
    assert("why" in found, what);
    assert.match(found.why!, why, what);
  }
  await using at = await built();
  await Deno.remove(at.out, { recursive: true });
  assert.deepEqual(await at.find(), {}, "nothing there, nothing to say");
});

Deno.test("a folder that was copied back is known by its content, once", async () => {
  await using at = await built();
  await Deno.rename(at.out, `${at.out}.kept`);
  await new Deno.Command("cp", { args: ["-r", `${at.out}.kept`, at.out] }).output();
  assert("manifest" in await at.find());
  const [name] = await recordsOf(at.cache);
  const { files } = JSON.parse(await Deno.readTextFile(`${at.cache}/built/${name}`));
  for (const { name, inode } of files) {
    assert.equal(inode, (await Deno.stat(`${at.out}/${name}`)).ino, "the note is of the copy now");
  }
});

Deno.test("records give nothing away, and a key that others could read is not used", async () => {
  await using at = await built();
  const [name] = await recordsOf(at.cache);
  for (const path of [`built/${name}`, "built/key"]) {
    assert.equal((await Deno.stat(`${at.cache}/${path}`)).mode! & 0o777, 0o600, path);
  }
  const text = await Deno.readTextFile(`${at.cache}/built/${name}`);
  const plain = ["a set with a psk", "a disk".repeat(1000)].map((one) =>
    createHash("sha256").update(one).digest("hex")
  );
  for (const hash of plain) assert(!text.includes(hash), "a hash without a key");
  await Deno.chmod(`${at.cache}/built/key`, 0o644);
  assert.equal((await at.open()).sameInputs, false);
  assert.equal((await Deno.stat(`${at.cache}/built/key`)).mode! & 0o777, 0o600);
});

Deno.test("prune takes the notes of builds that were not repeated for long, and all with them", async () => {
  await using at = await built();
  const yesterday = new Date(Date.now() - 86_400_000);
  await cachePrune({ olderThan: yesterday }, at.cache);
  assert("manifest" in await at.find());
  await cachePrune({}, at.cache);
  assert.deepEqual([...Deno.readDirSync(`${at.cache}/built`)], []);
  assert.deepEqual(await at.find(), {});
});

const recordsOf = (cache: string) =>
  Array.fromAsync(Deno.readDir(`${cache}/built`), ({ name }) => name)
    .then((names) => names.filter((name) => name.endsWith(".json")));

/** Writes one byte, as a guest would that is started with the disk. */
async function poke(path: string) {
  using file = await Deno.open(path, { write: true });
  await file.seek(100, Deno.SeekMode.Start);
  await file.write(new Uint8Array([0]));
}

async function replace(path: string) {
  const text = (await Deno.readTextFile(path)).replace("psk", "key");
  await Deno.remove(path);
  await Deno.writeTextFile(path, text, { mode: 0o600 });
}
