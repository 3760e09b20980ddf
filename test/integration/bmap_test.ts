/**
 * Debian's bmaptool(1) writes an image by its block map as `deploy` and dd(1) do.
 * @module
 */
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { packImage } from "../../build/deliver/pack.ts";
import { hashFile } from "../../host/hash_file.ts";
import { deployImage } from "../../images/deploy/deploy.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { bmapOf } from "../../images/inspect/make_bmap.ts";
import { unusedSpace } from "../../images/inspect/unused_space.ts";
import { wrapDisk } from "../disk_image.ts";
import { FIT_FILES, installBoot, SEED_FILES } from "../fit_disk.ts";
import { haveMakefs, makefs } from "../makefs.ts";
import { canLoop, LoopDevice } from "./loop.ts";

const MIB = 1 << 20;

async function run(program: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    env: { LC_ALL: "C.UTF-8" },
    stdin: "null",
  }).output();
  return { code, said: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
}

async function ok(program: string, ...args: string[]): Promise<void> {
  const { code, said } = await run(program, ...args);
  assert.equal(code, 0, said);
}

const installed = await run("bmaptool", "--version").then(() => true, () => false);
if (!installed) console.log("bmap: skipped, bmaptool is not installed (package bmap-tools)");
const loops = await canLoop();

/**
 * The folder of a build: a sparse disk with swap, and a file of zeros that is a hole of the image.
 */
async function testBuild(version: 1 | 2) {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-bmap-" });
  const files = {
    ...FIT_FILES,
    ...SEED_FILES,
    "/usr/zeros": ["\0".repeat(4 * MIB), 0o644] as const,
  };
  for (const [path, [content, mode]] of Object.entries(files)) {
    const host = `${folder}/root${path}`;
    await Deno.mkdir(host.slice(0, host.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(host, content);
    await Deno.chmod(host, mode);
  }
  await Deno.writeFile(`${folder}/root/usr/noise`, crypto.getRandomValues(new Uint8Array(65536)));
  await Deno.chmod(`${folder}/root/usr/noise`, 0o644);
  await makefs(version, `${folder}/root`, `${folder}/fs`, ",bsize=8192,fsize=1024", "64m");
  const disk = wrapDisk(await Deno.readFile(`${folder}/fs`), { swap: 40 * 2048 });
  await installBoot(disk);
  await Deno.writeFile(`${folder}/whole`, disk);
  const image = `${folder}/hq.raw`;
  await ok("cp", "--sparse=always", `${folder}/whole`, image);
  for (const name of ["root", "fs", "whole"]) {
    await Deno.remove(`${folder}/${name}`, { recursive: true });
  }
  await Deno.writeTextFile(`${image}.bmap`, await blockMap(image), { mode: 0o600 });
  const outputs = [];
  for (const name of ["hq.raw", "hq.raw.bmap"]) {
    outputs.push({ name, ...await hashFile(`${folder}/${name}`) });
  }
  const manifest = JSON.stringify({ format: 1, name: "hq", outputs });
  await Deno.writeTextFile(`${folder}/manifest.json`, manifest);
  return {
    folder,
    image,
    disk,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** The block map of an image. */
async function blockMap(image: string): Promise<string> {
  using disk = await inspectImage(image);
  return await bmapOf(disk);
}

/** Every file with its hash. */
async function filesOf(path: string): Promise<string[]> {
  using disk = await inspectImage(path);
  const found: string[] = [];
  for await (const file of disk.tree.walk()) {
    found.push(`${file.path} ${file.inode.mode} ${await disk.tree.sha256(file)}`);
  }
  return found;
}

Deno.test({
  name:
    "bmaptool copy, deploy and dd of one image give the same disk, its identity apart; so does the packed one",
  ignore: !installed || !haveMakefs(),
  async fn() {
    await using build = await testBuild(2);
    const { folder, image, disk } = build;
    await ok("bmaptool", "copy", image, `${folder}/by-bmaptool`);
    await ok("dd", `if=${image}`, `of=${folder}/by-dd`, "bs=1M", "status=none");
    const deployed = `${folder}/by-deploy`;
    const { identity } = await deployImage({
      image: folder,
      target: deployed,
      yes: true,
      force: false,
    });
    // DUID, seeds and ids are its own; they are put back to what the image has there.
    using file = await Deno.open(deployed, { write: true });
    let changed = 0;
    for (const { at, length } of identity!.changed) {
      await file.seek(at, Deno.SeekMode.Start);
      await file.write(disk.subarray(at, at + length));
      changed += length;
    }
    assert(changed < 512 + 65536 + 1024, `${changed} bytes are of the identity`);
    const packed = await packImage({ image: folder, out: `${folder}/artifacts` });
    assert.deepEqual(
      packed.files.map((path) => path.slice(folder.length)),
      ["hq.raw.zst", "hq.raw.bmap", "hq.manifest.json", "hq.raw.zst.sha256"]
        .map((name) => `/artifacts/${name}`),
    );
    await ok("bmaptool", "copy", `${folder}/artifacts/hq.raw.zst`, `${folder}/by-packed`);
    for (const how of ["bmaptool", "dd", "deploy", "packed"]) {
      await ok("cmp", image, `${folder}/by-${how}`);
    }
    // A block map of another image is not packed, and an image that changed is not written whole.
    await Deno.writeTextFile(`${image}.bmap`, "\n", { append: true });
    await assert.rejects(packImage({ image: folder, out: `${folder}/again` }), {
      message: "the block map is not the one of the build",
    });
    await Deno.writeTextFile(`${image}.bmap`, await blockMap(image));
    using raw = await Deno.open(image, { write: true });
    await raw.seek(65 * 512, Deno.SeekMode.Start);
    await raw.write(new Uint8Array([1]));
    const { code, said } = await run("bmaptool", "copy", image, `${folder}/changed`);
    assert.notEqual(code, 0);
    assert.match(said, /checksum mismatch/);
  },
});

for (const version of [1, 2] as const) {
  Deno.test({
    name: `bmaptool copy onto a used device: every file of FFS${version} is the image's`,
    ignore: !installed || !haveMakefs() || !loops,
    async fn() {
      await using build = await testBuild(version);
      const { image, disk } = build;
      await using device = await LoopDevice.create(disk.length, true);
      await ok("bmaptool", "copy", image, device.path);
      const on = await Deno.readFile(device.file);
      await Deno.writeFile(`${build.folder}/copied.raw`, on);
      assert.deepEqual(await filesOf(`${build.folder}/copied.raw`), await filesOf(image));
      // Besides what nobody reads before writing it the bytes are the image's too.
      using inspected = await inspectImage(image);
      const unused = await unusedSpace(inspected);
      const kept = Buffer.from(disk);
      let same = 0;
      for (const { at, length } of unused) {
        kept.set(on.subarray(at, at + length), at);
        for (let i = at; i < at + length; i++) if (on[i] === disk[i]) same++;
      }
      assert.equal(Buffer.compare(kept, on), 0);
      // Most of it is left alone.
      const total = unused.reduce((sum, { length }) => sum + length, 0);
      assert(total > disk.length / 2, `${total}`);
      assert(same < total / 10, `${same} of ${total} unused bytes were written`);
    },
  });
}
