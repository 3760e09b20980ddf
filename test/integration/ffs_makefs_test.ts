import assert from "node:assert/strict";
import { openFfs } from "../../images/disk/ffs.ts";
import { openSource } from "../../images/disk/source.ts";
import { FileTree } from "../../images/disk/file_tree.ts";
import { fill, haveMakefs, makefs, sha256File } from "../makefs.ts";

/** Content that reaches every corner of the format. */
async function makeContent(root: string, sparse: number): Promise<void> {
  await Deno.mkdir(`${root}/sizes`, { recursive: true });
  const edges = [0, 1, 511, 512, 513, 1023, 1024, 1025, 2048, 4095, 4096, 8191, 8192, 8193];
  // 12 direct blocks, and the ends of the first indirect one, for blocks of 4 and 8 KiB.
  for (const block of [4096, 8192]) {
    edges.push(12 * block - 1, 12 * block, 12 * block + 1, 13 * block + 700);
  }
  for (let i = 0; i < 60; i++) edges.push(i * 977);
  for (const size of new Set(edges)) await fill(`${root}/sizes/${size}`, size);
  await fill(`${root}/large`, 24 << 20);
  const file = await Deno.open(`${root}/sparse`, { write: true, create: true });
  for (const at of [0, 5 << 20, sparse - 90_000]) {
    await file.seek(at, Deno.SeekMode.Start);
    await file.write(new TextEncoder().encode(`data at ${at}`));
  }
  await file.truncate(sparse);
  file.close();
  let deep = root;
  for (let i = 0; i < 40; i++) deep += `/level${i}`;
  await Deno.mkdir(deep, { recursive: true });
  await Deno.writeTextFile(`${deep}/bottom`, "here");
  await Deno.mkdir(`${root}/many`);
  for (let i = 0; i < 1500; i++) {
    await Deno.writeTextFile(`${root}/many/file-with-a-longer-name-${i}`, String(i));
  }
  await Deno.symlink("sizes/513", `${root}/short`);
  await Deno.symlink(`/${"many/../".repeat(30)}sizes/1`, `${root}/long`);
  await Deno.symlink("loop", `${root}/loop`);
  await Deno.link(`${root}/large`, `${root}/hard`);
  await Deno.chmod(`${root}/sizes/1`, 0o4751);
}

const cases: { version: 1 | 2; options: string; sparse?: number }[] = [
  { version: 1, options: ",bsize=8192,fsize=1024" },
  { version: 1, options: ",bsize=16384,fsize=2048" },
  // Two levels of indirection end at 12 + 512 + 512 * 512 blocks of 4 KiB: this needs the third.
  { version: 2, options: ",bsize=4096,fsize=512", sparse: 1_080_000_000 },
  { version: 2, options: ",bsize=16384,fsize=2048" },
  { version: 2, options: ",bsize=32768,fsize=4096" },
];

for (const { version, options, sparse } of cases) {
  Deno.test({
    name: `FFS${version} of makefs${options}: every file agrees with its source`,
    ignore: !haveMakefs(),
    fn: async () => {
      const dir = await Deno.makeTempDir();
      try {
        const root = `${dir}/root`;
        await makeContent(root, sparse ?? 320 << 20);
        await makefs(version, root, `${dir}/image`, options);
        using source = await openSource(`${dir}/image`);
        const fs = await openFfs(source);
        assert.equal(fs.superblock.version, version);
        const tree = new FileTree([{ path: "/", fs }]);
        const found: string[] = [];
        for await (const file of tree.walk()) {
          found.push(file.path);
          const host = `${root}${file.path}`;
          const info = await Deno.lstat(host);
          assert.equal(file.inode.mode, (info.mode ?? 0) & 0o7777, file.path);
          if (file.inode.kind === "file") {
            assert.equal(file.inode.size, info.size, file.path);
            assert.equal(file.inode.links, info.nlink, file.path);
            assert.equal(await tree.sha256(file), await sha256File(host), file.path);
          } else if (file.inode.kind === "symlink") {
            assert.equal(await file.fs.readlink(file.inode), await Deno.readLink(host), file.path);
          } else assert.ok(info.isDirectory, file.path);
        }
        const expected: string[] = [];
        const collect = async (path: string) => {
          expected.push(path || "/");
          if (!(await Deno.lstat(root + path)).isDirectory) return;
          for await (const { name } of Deno.readDir(root + path)) await collect(`${path}/${name}`);
        };
        await collect("");
        assert.deepEqual(found.toSorted(), expected.toSorted());
        const stat = (path: string) => tree.stat(path, { follow: true });
        assert.equal((await stat("/short")).path, "/sizes/513");
        assert.equal((await stat("/long")).path, "/sizes/1");
        assert.equal((await stat("/large")).inode.number, (await stat("/hard")).inode.number);
        await assert.rejects(stat("/loop"), /too many symbolic links/);
        await assert.rejects(stat("/many/nothing"), /no such file on the image: \/many\/nothing/);
      } finally {
        await Deno.remove(dir, { recursive: true });
      }
    },
  });
}
