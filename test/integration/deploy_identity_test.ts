/**
 * What is deployed twice is two machines: each has seeds, a DUID and ids of its own, and is the image
 * besides.
 */
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { deployImage, type DeployOptions } from "../../images/deploy/deploy.ts";
import { SEEDS } from "../../images/disk/disk_identity.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { gptDisk } from "../disk_image.ts";
import { type DiskFiles, fitDisk, SEED_FILES } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";
import { canLoop, LoopDevice } from "./loop.ts";

const MIB = 1 << 20;
const OLD = "0001020304050607";
const ignore = !haveMakefs();
const loops = await canLoop();

/** The folder of a build whose image has `bytes`. */
async function place(bytes: Uint8Array) {
  const folder = await Deno.makeTempDir({ prefix: "gw-deploy-identity-" });
  await Deno.writeFile(`${folder}/gw.raw`, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const outputs = [{ name: "gw.raw", size: bytes.length, sha256 }];
  await Deno.writeTextFile(`${folder}/manifest.json`, JSON.stringify({ name: "gw", outputs }));
  return { folder, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

/** Deploys, with what was said. */
async function deploy(image: string, target: string, more: Partial<DeployOptions> = {}) {
  const said: string[] = [];
  const result = await deployImage({
    image,
    target,
    yes: true,
    force: true,
    onEvent: (event) => event.kind === "notice" && said.push(event.text),
    ...more,
  });
  return { ...result, said: said.filter((text) => !text.startsWith("libvirt")) };
}

/** `on` with what belongs to its identity put back to what `image` has there. */
function without(
  changed: readonly { at: number; length: number }[],
  on: Uint8Array,
  image: Uint8Array,
): Buffer {
  const same = Buffer.from(on);
  for (const { at, length } of changed) same.set(image.subarray(at, at + length), at);
  return same;
}

Deno.test({
  name: "deploy: two disks of one image share no seed, DUID or id; all else is the image",
  ignore,
  async fn() {
    const bytes = new Uint8Array(12 * MIB);
    bytes.set(await fitDisk(SEED_FILES));
    await using at = await place(bytes);
    const targets = [`${at.folder}/one`, `${at.folder}/two`];
    const duids = new Set([OLD]);
    const seeds = new Set<string>();
    for (const target of targets) {
      const { identity, verified, said } = await deploy(at.folder, target);
      assert(identity && verified);
      assert.deepEqual(said, []);
      duids.add(identity.duid);
      const on = await Deno.readFile(target);
      assert.equal(Buffer.compare(without(identity.changed, on, bytes), bytes), 0);
      // Seeds, the label, fstab, the log, and a word in each superblock: nothing else is named.
      const changed = identity.changed.reduce((sum, { length }) => sum + length, 0);
      assert.equal(changed, 512 + 65536 + (136 + 2 - 64) + 2 * 16 + 2 * 4);
      assert(!Buffer.from(on).includes(OLD), "the image's DUID, as text");
      assert(!Buffer.from(on).includes(Buffer.from(OLD, "hex")), "the image's DUID");
      using disk = await inspectImage(target);
      assert.equal(disk.label.duid, identity.duid);
      assert.equal(await disk.tree.text("/etc/fstab"), `${identity.duid}.a / ffs rw 1 1\n`);
      for (const path of SEEDS) {
        seeds.add(Buffer.from((await disk.tree.bytes(path))!).toString("hex"));
      }
    }
    assert.equal(duids.size, 3);
    assert.equal(seeds.size, 4);
    const found = await Deno.readFile(`${at.folder}/gw.raw`);
    assert.equal(Buffer.compare(found, bytes), 0, "the image stays as it is");
  },
});

Deno.test({
  name: "deploy: on a larger device the disk grows, or its second table moves, and has an identity",
  ignore: ignore || !loops,
  async fn() {
    const mbr = new Uint8Array(12 * MIB);
    mbr.set(await fitDisk(SEED_FILES));
    const gpt = gptDisk((await fitDisk(SEED_FILES)).subarray(64 * 512));
    gpt.set([0x55, 0xaa], 64 * 512 + 510);
    for (const [bytes, grow] of [[mbr, true], [gpt, true], [gpt, false]] as const) {
      await using at = await place(bytes);
      await using device = await LoopDevice.create(32 * MIB, true);
      const { identity, growth } = await deploy(at.folder, device.path, { grow });
      assert(identity);
      assert.equal(growth !== undefined, grow);
      using disk = await inspectImage(device.path);
      assert.equal(disk.label.duid, identity.duid);
      assert(disk.fileSystems[0]!.clean);
      assert.notEqual(await disk.tree.text(SEEDS[0]), SEED_FILES[SEEDS[0]]![0]);
      for (const [path, [content]] of Object.entries(SEED_FILES)) {
        if ((SEEDS as readonly string[]).includes(path)) continue;
        assert.equal(await disk.tree.text(path), content.replaceAll(OLD, identity.duid));
      }
    }
  },
});

Deno.test({
  name: "deploy: a disk that has run, or that no installer made ready, is written as it is",
  ignore,
  async fn() {
    const { "/var/db/host.random": seed, ...others } = SEED_FILES;
    const seedless = { ...others, "/var/db/other": seed! };
    const cases: [files: DiskFiles, why: string][] = [
      [seedless, "/var/db/host.random: it is not there"],
      [{ ...SEED_FILES, "/etc/random.seed": ["", 0o600] }, "/etc/random.seed: it is empty"],
      [{ ...SEED_FILES, "/var/run/dmesg.boot": ["OpenBSD\n", 0o644] }, "it has been booted"],
    ];
    for (const [files, why] of cases) {
      const bytes = await fitDisk(files);
      await using at = await place(bytes);
      // The checks are against a disk that has run.
      const { identity, said } = await deploy(at.folder, `${at.folder}/t`, { check: false });
      assert.equal(identity, undefined);
      assert.deepEqual(said, [`the disk keeps the DUID and the seeds of the image: ${why}`]);
      assert.equal(Buffer.compare(await Deno.readFile(`${at.folder}/t`), bytes), 0);
    }
  },
});

Deno.test({
  name: "deploy: what a disk lacks for an identity of its own is known before a byte is written",
  ignore,
  async fn() {
    const log = "/var/log/ai.log.12345";
    await using at = await place(await fitDisk({ ...SEED_FILES, [log]: ["", 0o600] }));
    const steps: string[] = [];
    const onEvent: DeployOptions["onEvent"] = (event) =>
      event.kind === "progress" && steps.push(event.progress.step);
    await assert.rejects(deploy(at.folder, `${at.folder}/target`, { onEvent }), {
      message: "the disk cannot be given an identity of its own",
      where: log,
    });
    assert.deepEqual(steps, []);
  },
});

Deno.test({
  name: "deploy: a second table of partitions of another size than the first one is left alone",
  ignore,
  async fn() {
    const bytes = gptDisk((await fitDisk(SEED_FILES)).subarray(64 * 512));
    bytes.set([0x55, 0xaa], 64 * 512 + 510);
    const header = bytes.length - 512;
    assert.equal(Buffer.from(bytes.subarray(header, header + 8)).toString(), "EFI PART");
    const count = new DataView(bytes.buffer, header + 80, 4);
    for (const absurd of [0, 0xffffffff]) {
      count.setUint32(0, absurd, true);
      await using at = await place(bytes);
      const { identity } = await deploy(at.folder, `${at.folder}/target`);
      assert(identity);
      const on = await Deno.readFile(`${at.folder}/target`);
      assert.equal(Buffer.compare(on.subarray(header), bytes.subarray(header)), 0);
    }
  },
});
