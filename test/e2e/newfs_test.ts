import assert from "node:assert/strict";
import { openFfs } from "../../images/disk/ffs.ts";
import { growFfs } from "../../images/disk/grow_ffs.ts";
import { openSource } from "../../images/disk/source.ts";
import { growTarget } from "../../images/disk/grow.ts";
import { inspectImage, type Inspection } from "../../images/inspect/inspect.ts";
import { bootRamdisk, haveMedia, type RamdiskShell } from "../ramdisk.ts";

const GIB = 2 ** 30;

/**
 * File systems as real newfs(8) makes them: letter, size of the partition, options. `-s` leaves
 * room to grow; with fragments of 512 bytes the summary has to move for that. The kernel of the
 * floppy can make and check FFS2, but not mount it.
 */
const SYSTEMS = [
  { letter: "a", size: "500m", newfs: "-O1 -s 614400", mounts: true },
  { letter: "d", size: "300m", newfs: "-O1 -b 8192 -f 1024 -s 400000", mounts: true },
  { letter: "e", size: "700m", newfs: "-O1 -b 4096 -f 512 -s 409600", mounts: true },
  { letter: "f", size: "500m", newfs: "-O2 -b 4096 -f 512 -s 409600", mounts: false },
  { letter: "g", size: "500m", newfs: "-O2 -b 32768 -f 4096 -s 700001", mounts: false },
  { letter: "h", size: "1g", newfs: "-O2", mounts: false },
] as const;

const mounted = SYSTEMS.filter(({ mounts }) => mounts).map(({ letter }) => letter);

/** Divides wd0 as `disklabel -E` is told, makes its file systems and files of many kinds. */
async function fill(shell: RamdiskShell): Promise<Map<string, string>> {
  await shell.run("fdisk -iy wd0");
  for (const { letter, size } of SYSTEMS) {
    await shell.run(`for i in "a ${letter}" "" ${size} ""; do echo "$i"; done >>/tmp/in`);
  }
  await shell.run('for i in "a b" "" 100m "" w q; do echo "$i"; done >>/tmp/in');
  await shell.run("disklabel -E wd0 </tmp/in");
  const duid = /duid: ([0-9a-f]{16})/.exec(await shell.run("disklabel wd0"))?.[1];
  for (const { letter, newfs } of SYSTEMS) await shell.run(`newfs ${newfs} wd0${letter}`);
  await shell.run("mount /dev/wd0a /mnt && cd /mnt && mkdir d e f g h etc dev");
  await shell.run("for i in d e; do mount /dev/wd0$i /mnt/$i || exit 1; done");
  await shell.run(`echo "${duid}.a / ffs rw 1 1" >etc/fstab`);
  await shell.run(`for i in d e f g h; do echo ${duid}.$i /$i ffs rw 1 2; done >>etc/fstab`);
  for (const at of mounted.map((letter) => letter === "a" ? "." : letter)) {
    // Small files, every other one removed, and a large file in the gaps.
    await shell.run(`mkdir ${at}/s && cd ${at}/s && i=0`);
    await shell.run(
      "while [ $i -lt 80 ]; do dd if=/dev/urandom of=f$i bs=700 count=$((i%9+1)) 2>&-; i=$((i+1)); done",
    );
    await shell.run("rm f*[13579]; dd if=/dev/urandom of=large bs=64k count=200; cd /mnt");
    await shell.run(`echo short >${at}/x; ln ${at}/x ${at}/hard; ln -s s/large ${at}/link`);
    await shell.run(`dd if=/dev/urandom of=${at}/sparse bs=1k count=5 seek=1500`);
    await shell.run(`dd if=/dev/urandom of=${at}/sparse bs=1k count=5 seek=9000 conv=notrunc`);
  }
  // Beyond the second level of indirection of blocks of 4 KiB.
  await shell.run("dd if=/dev/urandom of=e/far bs=1k count=5 seek=4400000");
  await shell.run("mknod dev/wd0c b 0 2; mknod dev/null c 2 2; mknod dev/high c 101 70000");
  await shell.run("chown 12:34 x; chmod 4751 x");
  const sums = new Map<string, string>();
  for (const files of ["etc/* x hard link sparse s/f* s/large", "d/* d/s/*", "e/[hlsx]* e/s/*"]) {
    const said = await shell.run(`for i in ${files}; do [ ! -f $i ] || sha256 $i; done`);
    for (const [, path, sum] of said.matchAll(/SHA256 \((\S+)\) = ([0-9a-f]{64})/g)) {
      sums.set(`/${path}`, sum!);
    }
  }
  const far = await shell.run("dd if=e/far bs=1k skip=4400000 2>/dev/null | sha256");
  sums.set("/e/far", far.trim());
  for (const letter of mounted.toReversed()) await shell.run(`cd /; umount /dev/wd0${letter}`);
  return sums;
}

/** Every file that the guest hashed is the same here. */
async function agrees(image: Inspection, sums: Map<string, string>): Promise<void> {
  assert.ok(sums.size > 130, `${sums.size} files`);
  for (const [path, sum] of sums) {
    const file = await image.tree.stat(path, { follow: true });
    if (path !== "/e/far") assert.equal(await image.tree.sha256(file), sum, path);
    else {
      assert.equal(file.inode.size, (4_400_000 + 5) * 1024);
      let tail = new Uint8Array(0);
      for await (const bytes of image.tree.content(file)) {
        if (bytes.length !== 1 << 20 || bytes.at(-1) !== 0) {
          tail = Uint8Array.from([...tail, ...bytes].slice(-5 * 1024));
        }
      }
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", tail));
      assert.equal(digest.toHex(), sum, path);
    }
  }
  const at = async (path: string) => (await image.tree.stat(path)).inode;
  assert.deepEqual((await at("/dev/high")).device, { major: 101, minor: 70000 });
  assert.deepEqual((await at("/dev/wd0c")).device, { major: 0, minor: 2 });
  assert.equal((await at("/dev/wd0c")).kind, "block device");
  assert.equal((await at("/link")).kind, "symlink");
  assert.equal((await at("/d/hard")).number, (await at("/d/x")).number);
  const { mode, uid, gid, links } = await at("/x");
  assert.deepEqual([mode, uid, gid, links], [0o4751, 12, 34, 2]);
  for (const letter of "fgh") assert.deepEqual(await image.tree.list(`/${letter}`), []);
}

/** What fsck_ffs(8) says of a fault, whichever it is. */
const FAULT = /BAD|WRONG|MISSING|UNREF|INCORRECT|INCONSISTENT|DISAGREE|\? no/;

/** Lets OpenBSD's own fsck_ffs look at all file systems without repairing them. */
async function checked(shell: RamdiskShell): Promise<void> {
  for (const { letter } of SYSTEMS) {
    const said = await shell.run(`fsck_ffs -fn wd0${letter}`);
    assert.match(said, /File system is already clean[^]*Phase 5 - Check Cyl groups\n\d+ files/);
    assert.doesNotMatch(said, FAULT);
  }
}

Deno.test({
  name: "file systems of OpenBSD's newfs are read, and OpenBSD agrees when they were grown",
  ignore: !haveMedia(),
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "gatewright-e2e-" });
    try {
      const path = `${folder}/disk.raw`;
      await Deno.writeFile(path, new Uint8Array(0));
      await Deno.truncate(path, 4 * GIB);
      let sums: Map<string, string>;
      {
        await using shell = await bootRamdisk(path);
        sums = await fill(shell);
      }
      const before: number[] = [];
      {
        using image = await inspectImage(path);
        await agrees(image, sums);
        assert.deepEqual(image.fileSystems.map(({ version }) => version), [1, 1, 1, 2, 2, 2]);
        assert.ok(image.fileSystems.every(({ clean }) => clean));
        before.push(...image.fileSystems.map(({ size }) => size));
        // All but the last, whose partition is filled.
        for (const { letter, start } of image.fileSystems.slice(0, -1)) {
          const size = image.label.partitions.find((one) => one.letter === letter)!.size * 512;
          await growIn(path, start * 512, size);
        }
      }
      await Deno.truncate(path, 20 * GIB);
      const growth = await growTarget(path);
      assert.deepEqual([growth.letter, growth.moved[0]?.letter], ["h", "b"]);
      await assert.rejects(growTarget(path), { message: "the disk cannot be grown" });
      const after: number[] = [];
      {
        using image = await inspectImage(path);
        await agrees(image, sums);
        after.push(...image.fileSystems.map(({ size }) => size));
      }
      after.forEach((size, i) => assert.ok(size > before[i]! + 50e6, SYSTEMS[i]!.letter));

      await using shell = await bootRamdisk(path);
      const sectors = 20 * GIB / 512;
      assert.match(await shell.run("fdisk wd0"), new RegExp(` 64: +${sectors - 64} \\] OpenBSD`));
      const label = await shell.run("disklabel wd0");
      assert.match(label, new RegExp(`total sectors: ${sectors}\n`));
      assert.match(label, new RegExp(`boundend: ${sectors}\n`));
      assert.match(label, new RegExp(`h: +${Math.floor(after[5]! / 512)} +\\d+ +4.2BSD`));
      assert.match(label, new RegExp(`b: +\\d+ +${growth.moved[0]!.to} +swap`));
      await checked(shell);
      // The new space can be used, up to the last byte of it.
      await shell.run("mount /dev/wd0d /mnt; dd if=/dev/zero of=/mnt/full bs=1m", 1);
      await shell.run("umount /mnt; mount /dev/wd0e /mnt; cp -r /sbin /mnt; umount /mnt");
      await checked(shell);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

/** Grows the file system at `offset` of a disk to `size` bytes. */
async function growIn(path: string, offset: number, size: number): Promise<void> {
  using source = await openSource(path);
  using file = await Deno.open(path, { write: true });
  const write = async (at: number, bytes: Uint8Array) => {
    await file.seek(offset + at, Deno.SeekMode.Start);
    for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
  };
  await growFfs(await openFfs(source, offset, size), size, {
    write,
    zero: (at, length) => write(at, new Uint8Array(length)),
  });
}

Deno.test({
  name: "OpenBSD's fdisk takes both GUID partition tables of a disk that was grown",
  ignore: !haveMedia(),
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "gatewright-e2e-" });
    try {
      const path = `${folder}/disk.raw`;
      await Deno.writeFile(path, new Uint8Array(0));
      await Deno.truncate(path, GIB);
      {
        await using shell = await bootRamdisk(path);
        await shell.run("fdisk -igy -b 960 wd0");
        await shell.run(
          'for i in "a a" "" 700m "" "a b" "" "" "" w q; do echo "$i"; done >/tmp/in',
        );
        await shell.run("disklabel -E wd0 </tmp/in && newfs -O1 wd0a");
      }
      await Deno.truncate(path, 5 * GIB);
      const growth = await growTarget(path);
      await using shell = await bootRamdisk(path);
      const last = 5 * GIB / 512 - 34;
      const table = String.raw`GPT:\n.*Usable LBA: 64 to ${last} [^]*OpenBSD +\[ +1024: +${
        last - 1023
      } \]`;
      const tables = await shell.run("fdisk -v wd0");
      assert.match(tables, new RegExp(`Primary ${table}[^]*Secondary ${table}`));
      const label = await shell.run("disklabel wd0");
      assert.match(label, new RegExp(`boundend: ${last + 1}\n`));
      assert.match(label, new RegExp(`b: +\\d+ +${growth.moved[0]!.to} +swap`));
      assert.doesNotMatch(await shell.run("fsck_ffs -fn wd0a"), FAULT);
      await shell.run("mount /dev/wd0a /mnt");
      assert.match(await shell.run("df -k /mnt"), /wd0a +4831\d{3} /);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
