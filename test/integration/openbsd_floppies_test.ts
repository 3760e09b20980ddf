import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { checkBootBlocks, parseBiosboot } from "../../images/disk/boot_blocks.ts";
import { openFfs } from "../../images/disk/ffs.ts";
import type { Source } from "../../images/disk/source.ts";
import { memorySource } from "../../images/disk/testing.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { FileTree } from "../../images/disk/file_tree.ts";

const shared = new URL("../../../shared/", import.meta.url);

function absent(path: string): boolean {
  try {
    Deno.statSync(new URL(path, shared));
    return false;
  } catch {
    console.log(`skipped: ${path} is not beside the checkout`);
    return true;
  }
}

/** What the Python reader of mini-release says: SHA-256 by path, of a floppy and of its ramdisk. */
const SECOND_READING = `
import hashlib, json, sys, zlib
names = {"__file__": sys.argv[1], "__name__": "mini_release"}
exec(open(sys.argv[1]).read().rsplit("\\nmain()", 1)[0], names)
def hashes(fs):
    return {p: hashlib.sha256(fs.data(i)).hexdigest() for p, i in fs.walk()
            if fs.stat(i)[0] & 0o170000 == 0o100000}
floppy = names["Ffs1"](open(sys.argv[2], "rb").read())
kernel = zlib.decompress(names["floppy_kernel"](sys.argv[2])[1], 31)
print(json.dumps({"floppy": hashes(floppy), "ramdisk": hashes(names["ramdisk"](kernel))}))
`;

async function secondReading(floppy: string) {
  const tool = new URL("tools/mini-release", shared).pathname;
  const { success, stdout, stderr } = await new Deno.Command("python3", {
    args: ["-c", SECOND_READING, tool, floppy],
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout)) as Record<string, Record<string, string>>;
}

async function hashes(tree: FileTree): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const file of tree.walk()) {
    if (file.inode.kind === "file") found[file.path] = await tree.sha256(file);
  }
  return found;
}

/** The file system inside an unpacked ramdisk kernel. */
async function ramdisk(kernel: Uint8Array): Promise<FileTree> {
  const source = memorySource(kernel, "ramdisk");
  const magic = new Uint8Array([0x54, 0x19, 0x01, 0x00]);
  for (let at = 0; (at = Buffer.from(kernel.buffer).indexOf(magic, at)) >= 0; at++) {
    try {
      const fs = await openFfs(source, at - 1372 - 8192);
      await fs.inode(2);
      return new FileTree([{ path: "/", fs }]);
    } catch {
      // The number also occurs in the kernel's code.
    }
  }
  throw new Error("no ramdisk in the kernel");
}

for (const arch of ["amd64", "i386"]) {
  const path = `openbsd-media/6.6-${arch}/floppy66.fs`;
  Deno.test({
    name: `OpenBSD 6.6 install floppy for ${arch}: all files as a second reader sees them`,
    ignore: absent(path) || absent("tools/mini-release"),
    fn: async () => {
      const floppy = new URL(path, shared).pathname;
      const expected = await secondReading(floppy);
      using image = await inspectImage(floppy);
      assert.equal(image.scheme, "none");
      assert.deepEqual(await hashes(image.tree), expected.floppy);
      assert.ok(expected.floppy?.["/boot"] && expected.floppy["/bsd"]);

      const [root] = image.fileSystems;
      assert.ok(root?.clean);
      const boot = await image.tree.stat("/boot");
      assert.deepEqual(await checkBootBlocks(image.source, 0, root.fs, 0, boot.inode), []);
      const bsd = await image.tree.stat("/bsd");
      assert.notDeepEqual(await checkBootBlocks(image.source, 0, root.fs, 0, bsd.inode), []);
      // Every number that installboot(8) puts into biosboot matters: each changed one is found.
      const sector = (await image.source.read(0, 512)).slice();
      const numbers = parseBiosboot(sector)!;
      const changed = new Set<string>();
      for (let at = 0; at < 510; at++) {
        const bytes = sector.slice();
        bytes[at]! ^= 1;
        const others = parseBiosboot(bytes);
        const keys = Object.keys(numbers) as (keyof typeof numbers)[];
        const differ = keys.filter((key) => others && others[key] !== numbers[key]);
        if (differ.length === 0) continue;
        differ.forEach((key) => changed.add(key));
        const { name, size } = image.source;
        const patched: Source = {
          name,
          size,
          read: async (offset, length) =>
            offset === 0 && length === 512 ? bytes : await image.source.read(offset, length),
          isHole: () => Promise.resolve(false),
          [Symbol.dispose]: () => {},
        };
        const problems = await checkBootBlocks(patched, 0, root.fs, 0, boot.inode);
        assert.ok(problems.length > 0, `byte ${at}: ${differ}`);
      }
      // The floppy's program knows FFS1 only, where nothing is skipped between pointers.
      assert.deepEqual([...changed, "increment"].sort(), Object.keys(numbers).sort());

      const packed = await image.tree.bytes("/bsd", 4 << 20);
      assert.ok(packed);
      const kernel = new Uint8Array(gunzipSync(packed));
      const files = await ramdisk(kernel);
      const found = await hashes(files);
      assert.deepEqual(found, expected.ramdisk);
      assert.ok(Object.keys(found).length > 50);
      assert.equal((await files.stat("/dev/console")).inode.device?.major, 0);
      assert.match(await files.text("/autoinstall") ?? "", /^#!\/bin\/ksh/);
      assert.equal(
        createHash("sha256").update(packed).digest("hex"),
        expected.floppy["/bsd"],
      );
    },
  });
}
