import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { memorySource } from "../../images/disk/testing.ts";
import { checkHygiene } from "../../images/hygiene/hygiene.ts";
import { scrubImage } from "../../images/hygiene/scrub.ts";
import { inspectSource } from "../../images/inspect/inspect.ts";
import { fitDisk } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";

const ignore = !haveMakefs();
const PSK = "correct-horse-battery";

/** The hash of every file on a disk by its path. */
async function contents(disk: Uint8Array): Promise<Map<string, string>> {
  using image = await inspectSource(memorySource(disk, "test.raw"));
  const found = new Map<string, string>();
  for await (const file of image.tree.walk()) {
    if (file.inode.kind === "file") found.set(file.path, await image.tree.sha256(file));
  }
  return found;
}

Deno.test({
  name: "scrubImage: what was deleted is gone, and every file is as it was",
  ignore,
  fn: async () => {
    const folder = await Deno.makeTempDir();
    try {
      const path = `${folder}/disk.raw`;
      const disk = await fitDisk();
      disk.set(new TextEncoder().encode(PSK), disk.length - 600);
      const before = await contents(disk);
      await Deno.writeFile(path, disk);
      assert.ok(await scrubImage(path) > 0);
      const after = await Deno.readFile(path);
      assert.ok(!Buffer.from(after).includes(PSK));
      assert.deepEqual(await contents(after), before);
      assert.equal(await scrubImage(path), 0);
      // What is free on an unclean file system is for fsck(8) to say.
      disk[64 * 512 + 8192 + 209] = 0;
      await Deno.writeFile(path, disk);
      assert.equal(await scrubImage(path), 0);
      assert.deepEqual(await Deno.readFile(path), disk);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name: "inspect: a file system without a disk around it is read, also with a label of its disk",
  ignore,
  fn: async () => {
    const disk = await fitDisk();
    const bare = disk.slice(64 * 512);
    bare.fill(0, 0, 8192);
    using image = await inspectSource(memorySource(bare, "sd0a.fs"));
    assert.deepEqual([image.scheme, image.fileSystems[0]?.mount], ["bare", "/"]);
    assert.match(await image.tree.text("/etc/boot.conf") ?? "", /set tty com0/);
    // dd(1) of a partition takes the boot sector and the label of the whole disk along.
    const copied = disk.slice(64 * 512);
    using copy = await inspectSource(memorySource(copied, "sd0a.fs"));
    assert.equal(copy.scheme, "bare");
    const results = await checkHygiene(copy, { shipped: [], secrets: [] });
    assert.match(results.find(({ check }) => check === "boot-blocks")?.skipped ?? "", /not boot/);
  },
});
