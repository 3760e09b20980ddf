/**
 * Steps of the test of stamps: builds of one bench, what is not built again, families, overlays,
 * bases that were packed.
 * @module
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { sumPieces } from "../../images/disk/image_sum.ts";
import { openSource } from "../../images/disk/source.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import type { Manifest } from "../../images/manifest/manifest.ts";
import { differences } from "../disk_twins.ts";
import type { FaultBench, Ran } from "../fault.ts";
import { onlyRead } from "../mounted.ts";

/** The secret of the gateway that a bench has. */
export const PSK = "a-psk-of-a-test-gateway-0001";

/** `gatewright build` of the description into `results/NAME`, with what it said. */
export function build(bench: FaultBench, name: string, ...more: string[]): Promise<Ran> {
  const out = join(bench.folder, "results", name);
  return bench.run(["build", bench.description, "--out", out, "--accel", "tcg", "--json", ...more]);
}

/** What a build that went well made. */
export function made({ code, stdout, stderr }: Ran): { out: string; manifest: Manifest } {
  const said = stderr.split("\n").filter((line) => !line.includes('"log"')).join("\n");
  assert.equal(code, 0, said);
  return JSON.parse(stdout);
}

/** The notices among what a build said. */
export function notices({ stderr }: Ran): string[] {
  const events = stderr.trim().split("\n").map((line) => JSON.parse(line));
  return events.filter(({ kind }) => kind === "notice").map(({ text }) => text);
}

/** The same again is found as it is, another psk makes another build, and so does a guest that wrote. */
export async function unchanged(bench: FaultBench) {
  const image = join(bench.folder, "results", "one", "gw.raw");
  const { ino } = await Deno.stat(image);
  const psk = join(bench.folder, "a.psk");
  const again = async (...more: string[]) =>
    JSON.parse((await build(bench, "one", ...more)).stdout).unchanged === true;
  assert.equal(await again(), true);
  assert.equal((await Deno.stat(image)).ino, ino);
  await Deno.writeTextFile(psk, `${PSK}-another\n`);
  assert.equal(await again(), false);
  await Deno.writeTextFile(psk, `${PSK}\n`);
  assert.equal(await again(), false);
  assert.equal(await again(), true);
  assert.equal(await again("--force"), false);
  {
    using disk = await Deno.open(image, { write: true });
    await disk.seek(1 << 20, Deno.SeekMode.Start);
    await disk.write(new Uint8Array([7]));
  }
  const touched = await build(bench, "one");
  assert.equal(JSON.parse(touched.stdout).unchanged, undefined);
  assert.deepEqual(notices(touched).filter((text) => /^built again/.test(text)), [
    "built again: gw.raw has changed since",
  ]);
}

/** From a cache that can only be read a gateway is stamped; of a base that is not in it, it is said. */
export async function readOnlyCache(bench: FaultBench) {
  if (Deno.uid() !== 0) return;
  await using _ = await onlyRead(bench.cacheHome);
  const ran = await build(bench, "readonly");
  assert(made(ran).manifest.stamped);
  assert.doesNotMatch(notices(ran).join("\n"), /base|installer/);
  const larger = join(bench.folder, "larger.yaml");
  const text = await Deno.readTextFile(bench.description);
  await Deno.writeTextFile(larger, text.replace("size: 3G", "size: 4G"));
  const refused = await bench.run(["build", larger, "--accel", "tcg", "--out", bench.out]);
  assert.equal(refused.code, 1, refused.stderr);
  assert.match(
    refused.stderr,
    /the cache cannot be written\n *why: a base for this gateway is not /,
  );
  assert.match(
    refused.stderr,
    /next: give another folder in XDG_CACHE_HOME; or build with --whole/,
  );
}

/** Three gateways in one command, two of them on a disk of another size; then the same again. */
export async function twoKinds(bench: FaultBench) {
  const text = await Deno.readTextFile(bench.description);
  const files = ["k1", "k2", "k3"].map((name) => join(bench.folder, `${name}.yaml`));
  for (const [at, file] of files.entries()) {
    const own = text.replace("vpn1.", `k${at + 1}.`).replace("10.0.0.50", `10.0.0.${61 + at}`);
    await Deno.writeTextFile(file, at > 0 ? own.replace("size: 3G", "size: 4G") : own);
  }
  const out = join(bench.folder, "results", "kinds");
  const args = ["build", ...files, "--out", out, "--accel", "tcg", "--jobs", "2", "--json"];
  const ran = await bench.run(args);
  assert.equal(ran.code, 0, ran.stdout);
  const told = notices(ran).filter((text) => /installing one, once/.test(text));
  assert.equal(told.length, 1, "the base of one kind is in the cache");
  const bases = await Array.fromAsync(Deno.readDir(join(bench.cacheHome, "gatewright", "base")));
  assert.equal(bases.filter(({ isDirectory }) => isDirectory).length, 2);
  const { gateways } = JSON.parse(ran.stdout);
  const on = gateways.map(({ manifest }: { manifest: Manifest }) => manifest.stamped?.base);
  assert.deepEqual([on[0] === on[1], on[1] === on[2]], [false, true]);
  const again = JSON.parse((await bench.run(args)).stdout);
  assert(again.gateways.every(({ unchanged }: { unchanged?: true }) => unchanged));
}

/** The overlay is what a whole disk is, needs no cache, and boots as it is. */
export async function overlays(bench: FaultBench, cached: string) {
  const { out, manifest } = made(await build(bench, "overlay", "--format", "qcow2"));
  const image = join(out, "gw.qcow2");
  const { backing } = manifest.outputs.find(({ name }) => name === "gw.qcow2")!;
  const base = join(out, backing!.name);
  assert.notEqual((await Deno.stat(base)).ino, (await Deno.stat(cached)).ino, "it may be pruned");
  assert((await Deno.stat(image)).size < 16 << 20, "it has only what is its own");
  const xml = join(out, "gw.xml");
  const domain = await Deno.readTextFile(xml);
  assert.match(domain, /<driver name="qemu" type="qcow2"/);
  assert(domain.includes(`<source file="${image}"/>`));
  const { success } = await new Deno.Command("virt-xml-validate", { args: [xml, "domain"] })
    .output();
  assert(success);
  const whole = join(bench.folder, "whole.raw");
  const deployed = await bench.run(["deploy", out, whole, "--yes"]);
  assert.equal(deployed.code, 0, deployed.stderr);
  using disk = await inspectImage(whole);
  using other = await inspectImage(join(bench.folder, "results", "two", "gw.raw"));
  assert.deepEqual(await differences(disk, other), []);
  const booted = await bench.run(["boot", out, "--accel", "tcg", "--verify"]);
  assert.equal(booted.code, 0, booted.stderr);
  {
    using file = await Deno.open(base, { write: true });
    await file.seek(1 << 20, Deno.SeekMode.Start);
    await file.write(new Uint8Array([7]));
  }
  for (const command of ["inspect", "boot"]) {
    const refused = await bench.run([command, out]);
    assert.equal(refused.code, 4, refused.stderr);
    assert.match(refused.stderr, /the base of the overlay has changed/);
  }
}

/**
 * A base that was packed and signed is taken with its key. With another key, without its signature, with a
 * byte changed, or for a gateway of another kind it is refused, and nothing is left of that.
 */
export async function signedBase(bench: FaultBench, cached: string) {
  const at = (name: string) => join(bench.folder, name);
  for (const name of ["ci", "other"]) {
    const args = ["-G", "-n", "-p", at(`${name}.pub`), "-s", at(`${name}.sec`)];
    assert((await new Deno.Command("signify-openbsd", { args }).output()).success);
  }
  const packed = await bench.run(["pack", cached, "--out", at("packed"), "--key", at("ci.sec")]);
  assert.equal(packed.code, 0, packed.stderr);
  await Deno.rename(at("packed"), at("carried"));
  const image = at("carried/base.raw.zst");
  const signed = ["--base", image, "--base-key", at("ci.pub")];
  const { manifest } = made(await build(bench, "signed", ...signed));
  using base = await openSource(join(cached, "base.raw"));
  assert.deepEqual({ pieces: manifest.stamped?.base }, (await sumPieces(base)).sum);
  const leaves = (await Array.fromAsync(Deno.readDir(at("results")), ({ name }) => name)).sort();
  const refused = async (words: RegExp, file = bench.description, key = "ci") => {
    const base = ["--base", image, "--base-key", at(`${key}.pub`)];
    const ran = await bench.run(["build", file, ...base, "--out", bench.out, "--accel", "tcg"]);
    await bench.failed(ran, { code: 4, says: [words], leaves });
  };
  const larger = at("larger.yaml");
  const text = await Deno.readTextFile(bench.description);
  await Deno.writeTextFile(larger, text.replace("size: 3G", "size: 4G"));
  await refused(/of another kind\n *why: disk is 3072, the gateway needs 4096\n/, larger);
  await refused(/signed with another key/, bench.description, "other");
  {
    using file = await Deno.open(image, { read: true, write: true });
    await file.seek(1 << 20, Deno.SeekMode.Start);
    const byte = new Uint8Array(1);
    await file.read(byte);
    await file.seek(1 << 20, Deno.SeekMode.Start);
    await file.write(byte.map((value) => value ^ 1));
  }
  await refused(/the image does not match its checksum/);
  await Deno.remove(`${image}.sha256.sig`);
  await refused(/the image has no signature/);
}
