import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { freshIdentity, SEEDS, writeIdentity } from "../../images/disk/disk_identity.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { makeDisk } from "../disk_image.ts";
import { haveMakefs } from "../makefs.ts";

const ignore = !haveMakefs();

/** The DUID of every disk of `makeDisk`. */
const OLD = "0001020304050607";
const FSTAB = `${OLD}.b none swap sw\n${OLD}.a / ffs rw 1 1\n`;

/** A disk as an installation leaves it, as far as an identity is in it. */
async function place(files: Record<string, [string, number]> = {}) {
  const folder = await Deno.makeTempDir({ prefix: "gw-identity-" });
  const path = `${folder}/disk.raw`;
  const disk = await makeDisk({
    "/etc/fstab": [FSTAB, 0o644],
    "/etc/random.seed": ["s".repeat(512), 0o600],
    "/var/db/host.random": ["h".repeat(65536), 0o600],
    "/var/log/ai.log.12345": [`/dev/wd0a (${OLD}.a) on /mnt type ffs\n`, 0o600],
    "/root/notes": [`${OLD} is text here\n`, 0o644],
    ...files,
  });
  await Deno.writeFile(path, disk);
  return { path, disk, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

async function write(path: string, identity = freshIdentity()) {
  using disk = await inspectImage(path);
  using file = await Deno.open(path, { write: true });
  await writeIdentity(disk, file, identity);
  return identity;
}

Deno.test({
  name: "a disk gets a DUID and seeds of its own, and nothing else of it changes",
  ignore,
  async fn() {
    await using at = await place();
    const { duid } = await write(at.path);
    assert.match(duid, /^[0-9a-f]{16}$/);
    using image = await inspectImage(at.path);
    assert.equal(image.label.duid, duid, "the label is read again: its checksum is right");
    const text = (path: string) => image.tree.text(path);
    assert.equal(await text("/etc/fstab"), FSTAB.replaceAll(OLD, duid));
    assert.equal(await text("/var/log/ai.log.12345"), `/dev/wd0a (${duid}.a) on /mnt type ffs\n`);
    assert.equal(await text("/root/notes"), `${OLD} is text here\n`);
    const after = await Deno.readFile(at.path);
    assert(!Buffer.from(after).includes(Buffer.from(OLD, "hex")), "no copy of the old one");
    for (const path of SEEDS) {
      const seed = (await image.tree.bytes(path))!;
      assert.equal(seed.length, path === SEEDS[0] ? 512 : 65536);
      // Random to its end: no block of it is left as it was.
      for (let block = 0; block < seed.length; block += 512) {
        assert(new Set(seed.subarray(block, block + 512)).size > 64, `${path} at ${block}`);
      }
    }
    // Two writes of one identity are the same bytes: only what is named was touched.
    const fixed = { duid: OLD, seed: (bytes: Uint8Array) => bytes.fill(0x73) };
    await write(at.path, fixed);
    const back = await Deno.readFile(at.path);
    const touched = [...back].filter((byte, index) => byte !== at.disk[index]).length;
    assert.equal(touched, 65536, "the other seed's bytes");
  },
});

Deno.test({
  name: "two disks of one image share no identity",
  ignore,
  async fn() {
    await using one = await place();
    await using other = await place();
    await Promise.all([write(one.path), write(other.path)]);
    using a = await inspectImage(one.path);
    using b = await inspectImage(other.path);
    assert.notEqual(a.label.duid, b.label.duid);
    for (const path of SEEDS) {
      assert.notDeepEqual(await a.tree.bytes(path), await b.tree.bytes(path));
    }
  },
});

Deno.test({
  name: "a disk without a seed, or with an empty one, is refused and stays as it is",
  ignore,
  async fn() {
    await using empty = await place({ "/var/db/host.random": ["", 0o600] });
    await using short = await place({ "/etc/fstab": ["", 0o644] });
    for (const { path, disk } of [empty, short]) {
      await assert.rejects(write(path), /cannot be given an identity of its own/);
      assert(Buffer.from(await Deno.readFile(path)).equals(disk));
    }
  },
});
