import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import { freshIdentity, identityPatches, SEEDS } from "../../images/disk/disk_identity.ts";
import { writeFull } from "../../images/disk/target_file.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { gptDisk, makeDisk, wrapDisk } from "../disk_image.ts";
import { haveMakefs, makefs } from "../makefs.ts";

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
  for (const { at, bytes } of await identityPatches(disk, identity)) {
    await writeFull(file, at, bytes);
  }
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
    assert.equal(touched, 65536 + 2 * 4, "the other seed's bytes, and a word of each superblock");
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

/** Where superblocks begin: 8 KiB or 64 KiB behind the partition, and in each cylinder group. */
function superblocks(disk: Uint8Array, version: 1 | 2): number[] {
  const magic = version === 1 ? [0x54, 0x19, 0x01, 0x00] : [0x19, 0x01, 0x54, 0x19];
  const bytes = Buffer.from(disk.buffer);
  const found: number[] = [];
  for (let at = bytes.indexOf(Buffer.from(magic)); at >= 0;) {
    if ((at - 1372) % 512 === 0) found.push(at - 1372);
    at = bytes.indexOf(Buffer.from(magic), at + 1);
  }
  return found;
}

for (const version of [1, 2] as const) {
  Deno.test({
    name: `every superblock of FFS${version} gets the same id, and stays the same besides`,
    ignore,
    async fn() {
      const folder = await Deno.makeTempDir({ prefix: "gw-identity-" });
      try {
        const path = `${folder}/disk.raw`;
        for (const name of ["etc", "var/db"]) {
          await Deno.mkdir(`${folder}/root/${name}`, { recursive: true });
        }
        await Deno.writeTextFile(`${folder}/root/etc/fstab`, FSTAB);
        await Deno.writeTextFile(`${folder}/root/etc/random.seed`, "s");
        await Deno.writeTextFile(`${folder}/root/var/db/host.random`, "h");
        const options = ",bsize=4096,fsize=512";
        await makefs(version, `${folder}/root`, `${folder}/fs`, options, "40m");
        const before = wrapDisk(await Deno.readFile(`${folder}/fs`));
        await Deno.writeFile(path, before);
        await write(path);
        const after = await Deno.readFile(path);
        const places = superblocks(before, version);
        assert(places.length > 3, `${places.length} superblocks`);
        const id = after.slice(places[0]! + 148, places[0]! + 152);
        assert.notDeepEqual(id, before.slice(places[0]! + 148, places[0]! + 152));
        for (const at of places) {
          const sb = before.slice(at, at + 1376);
          sb.set(id, 148);
          assert.deepEqual(after.slice(at, at + 1376), sb);
        }
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

Deno.test({
  name: "a disk and its partitions get GUIDs, the same in both tables, whose checksums are right",
  ignore,
  async fn() {
    await using at = await place();
    const before = gptDisk(at.disk.subarray(64 * 512));
    await Deno.writeFile(at.path, before);
    await write(at.path);
    const after = await Deno.readFile(at.path);
    // inspect reads the first table; as a disk whose first one is lost, the second.
    const tables = [1, 9299].map((sector) => {
      const header = after.slice(sector * 512, sector * 512 + 92);
      const table = Number(new DataView(header.buffer).getBigUint64(72, true)) * 512;
      const entries = after.slice(table, table + 128 * 128);
      const data = new DataView(header.buffer);
      assert.equal(data.getUint32(88, true), crc32(entries));
      const sum = data.getUint32(16, true);
      data.setUint32(16, 0, true);
      assert.equal(sum, crc32(header));
      return { disk: Buffer.from(header).toString("hex", 56, 72), entries };
    });
    assert.deepEqual(tables[0], tables[1]);
    const { disk, entries } = tables[0]!;
    const guids = [
      disk,
      ...[0, 2].map((n) => Buffer.from(entries).toString("hex", 128 * n + 16, 128 * n + 32)),
    ];
    assert.equal(new Set(guids).size, 3);
    // Random ones (version 4, RFC 9562), stored with the first three fields turned round.
    for (const guid of guids) assert.match(guid, /^.{14}4.[89ab].{15}$/);
    // Besides its own GUID an entry stays, and what is none.
    const old = before.slice(1024, 1024 + 128 * 128);
    for (const n of [0, 2]) old.set(entries.subarray(128 * n + 16, 128 * n + 32), 128 * n + 16);
    assert.deepEqual(entries, old);
    using image = await inspectImage(at.path);
    assert.deepEqual(image.gpt.map(({ name }) => name), ["EFI System Area", "OpenBSD Area"]);
  },
});
