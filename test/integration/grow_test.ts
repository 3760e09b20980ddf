import assert from "node:assert/strict";
import { deployImage } from "../../images/deploy/deploy.ts";
import { freeSpace } from "../../images/disk/ffs_free.ts";
import { checkGrowth, growTarget } from "../../images/disk/grow.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { wrapDisk } from "../disk_image.ts";
import { fill, haveMakefs, makefs } from "../makefs.ts";

const ignore = !haveMakefs();

/** A disk with files and swap behind them, grown to `size` bytes; `check` sees it before and after. */
async function grown(version: 1 | 2, options: string, size: number) {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/root/etc`, { recursive: true });
  await Deno.writeTextFile(`${folder}/root/etc/fstab`, "0001020304050607.a / ffs rw 1 1\n");
  for (let i = 0; i < 30; i++) await fill(`${folder}/root/${i}`, i * 7001);
  await fill(`${folder}/root/large`, 3 << 20);
  await makefs(version, `${folder}/root`, `${folder}/fs`, options, "12m");
  const path = `${folder}/disk`;
  await Deno.writeFile(path, wrapDisk(await Deno.readFile(`${folder}/fs`), { swap: 4096 }));
  const hashes = async () => {
    using image = await inspectImage(path);
    const found: Record<string, string> = {};
    for await (const file of image.tree.walk()) {
      if (file.inode.kind === "file") found[file.path] = await image.tree.sha256(file);
    }
    return found;
  };
  const before = await hashes();
  await Deno.truncate(path, size);
  return {
    path,
    before,
    hashes,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

for (
  const [version, options, size] of [
    // The last group gets fuller.
    [2, ",bsize=16384,fsize=2048", 30 << 20],
    // New groups, so many that their summary has to move.
    [2, ",bsize=4096,fsize=512", 200 << 20],
    [1, ",bsize=4096,fsize=512", 200 << 20],
    [1, ",bsize=8192,fsize=1024", 301_000 * 512],
  ] as const
) {
  Deno.test({
    name: `growTarget: FFS${version}${options} on ${size} bytes keeps its files and gets the space`,
    ignore,
    async fn() {
      await using disk = await grown(version, options, size);
      const planned = await checkGrowth(disk.path, size);
      assert.deepEqual(await disk.hashes(), disk.before);
      const growth = await growTarget(disk.path);
      assert.deepEqual(growth, planned);
      assert.deepEqual([growth.letter, growth.moved.length], ["a", 1]);
      assert.deepEqual(await disk.hashes(), disk.before);
      using image = await inspectImage(disk.path);
      const [root] = image.fileSystems;
      assert.ok(root?.clean);
      assert.equal(root.size, growth.to);
      assert.ok(growth.to > size - (4096 + 64 + 128 + 400) * 512 && growth.from <= 12 << 20);
      // What the maps say is free is as much as the superblock says.
      let free = 0;
      for await (const piece of freeSpace(root.fs)) free += piece.length;
      assert.equal(free, root.fs.superblock.free * root.fs.superblock.fragmentSize);
    },
  });
}

Deno.test({
  name: "growTarget: an unclean or odd file system is left as it is",
  ignore,
  async fn() {
    await using disk = await grown(2, ",bsize=4096,fsize=512", 16 << 20);
    const bytes = await Deno.readFile(disk.path);
    for (
      const [at, why] of [
        [209, "it is not clean"],
        // One more data fragment than newfs counts.
        [1088, "it was not made by newfs(8) of OpenBSD"],
        [1016, "the summary of its cylinder groups does not agree with its superblock"],
      ] as const
    ) {
      const broken = bytes.slice();
      broken[64 * 512 + 8192 + at]! ^= 1;
      await Deno.writeFile(disk.path, broken);
      await assert.rejects(checkGrowth(disk.path, broken.length), { why });
      await assert.rejects(growTarget(disk.path), {
        message: "the file system cannot be grown",
        why,
      });
      assert.deepEqual(await Deno.readFile(disk.path), broken);
    }
    // Interrupted before anything of the old is touched, it is still the disk it was.
    await Deno.writeFile(disk.path, bytes);
    const signal = AbortSignal.abort();
    await assert.rejects(growTarget(disk.path, { signal }));
    assert.deepEqual(await disk.hashes(), disk.before);
    await growTarget(disk.path);
    assert.deepEqual(await disk.hashes(), disk.before);
  },
});

Deno.test({
  name: "deploy --grow: the image on a larger target, its file system up to the end",
  ignore,
  async fn() {
    await using disk = await grown(2, ",bsize=16384,fsize=2048", (12 << 20) + (4096 + 64) * 512);
    const target = `${disk.path}.target`;
    await Deno.writeFile(target, new Uint8Array(0));
    await Deno.truncate(target, 64 << 20);
    const deploy = (image: string) =>
      deployImage({ image, target, yes: true, force: true, grow: true, check: false });
    const { growth, verified } = await deploy(disk.path);
    assert.ok(verified && growth && growth.to > 60 << 20);
    const image = await Deno.readFile(disk.path);
    await Deno.rename(target, disk.path);
    assert.deepEqual(await disk.hashes(), disk.before);

    // One that cannot be grown leaves the target as it was.
    image[64 * 512 + 8192 + 209]! ^= 1;
    const unclean = `${disk.path}.unclean`;
    await Deno.writeFile(unclean, image);
    await Deno.writeTextFile(target, "precious");
    await Deno.truncate(target, 64 << 20);
    await assert.rejects(deploy(unclean), { message: "the file system cannot be grown" });
    assert.equal((await Deno.readTextFile(target)).slice(0, 8), "precious");
  },
});
