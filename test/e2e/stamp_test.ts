/**
 * Gateways stamped on a base, by real OpenBSD: two builds at once from one mirror into one cache that is
 * empty; then an installation in one go, and the disks held against each other.
 */
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { dirname, join } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { Qemu } from "../../build/qemu/process.ts";
import { deployImage } from "../../images/deploy/deploy.ts";
import { marksOf, sharedMarks } from "../../images/inspect/shared_identity.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { sumPieces } from "../../images/disk/image_sum.ts";
import { countOf, readChunk } from "../../images/disk/chunks.ts";
import { openSource, type Source } from "../../images/disk/source.ts";
import { SEEDS } from "../../images/disk/disk_identity.ts";
import type { Manifest } from "../../images/manifest/manifest.ts";
import { endedAfter } from "../attack/at_random.ts";
import { differences } from "../disk_twins.ts";
import type { FaultBench } from "../fault.ts";
import { miniBench } from "../mini_release.ts";
import { lookedOn } from "../other_user.ts";
import {
  build,
  made,
  notices,
  overlays,
  PSK,
  readOnlyCache,
  signedBase,
  twoKinds,
  unchanged,
} from "./stamp_steps.ts";
import { isZero } from "../../host/zeros.ts";

const shared = new URL("../../../shared/", import.meta.url).pathname;
const media = await Deno.stat(`${shared}openbsd-media`).then(() => true, () => false);
if (!media) console.log("stamps: skipped, there is no ../shared/openbsd-media to install from");

/** As OpenBSD's rc(8) does: host keys that are not there are made. The miniature release has no ssh-keygen(1): this one is DER alone. */
const RC_LOCAL = `key=/etc/ssh/ssh_host_ed25519_key
[ -f $key ] || (umask 077; n=MCImadebythefirstboot00
for i in 1 2 3 4 5; do n=$n$((10000 + RANDOM % 90000)); done
echo "-----BEGIN PRIVATE KEY-----
$n
-----END PRIVATE KEY-----" >$key; echo "public $n" >$key.pub)
sync
sed -n 's/^MCI/rc: host key MCI/p' $key
`;

/** A bench whose release is the miniature one. */
async function workspace(): Promise<{ bench: FaultBench } & AsyncDisposable> {
  const place = await miniBench(
    `files: [{path: /home/paul/notes/one, content: "1\\n", owner: paul, group: paul, mode: "0640"}, ` +
      `{path: /etc/rc.local, content: ${JSON.stringify(RC_LOCAL)}, mode: "0644"}]\n`,
  );
  const { bench } = place;
  const text = await Deno.readTextFile(bench.description);
  const user =
    ', users: [{name: paul, keys: ["ssh-ed25519 AAAAPaul paul@example.net"]}]}\ntunnels:';
  await Deno.writeTextFile(bench.description, text.replace("}\ntunnels:", user));
  return place;
}

/** Every file of a folder, and of those below it. */
async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) found.push(...await filesIn(path));
    else found.push(path);
  }
  return found;
}

/** The one file or folder of a folder whose name is 64 hexadecimal digits. */
async function only(folder: string): Promise<string> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  const found = names.filter((name) => /^[0-9a-f]{64}$/.test(name));
  assert.equal(found.length, 1, names.join(" "));
  return join(folder, found[0]!);
}

/** Two builds at once from an empty cache: one of them makes the base, the other one waits for it. */
async function twoAtOnce(bench: FaultBench): Promise<string[]> {
  const ends = await Promise.all(["one", "two"].map((name) => build(bench, name)));
  const said = ends.flatMap(notices).filter((text) => /installing one, once/.test(text));
  assert.equal(said.length, 1, "one base is made");
  for (const end of ends) {
    const { out, manifest } = made(end);
    const raw = manifest.outputs.find(({ name }) => name === "gw.raw")!;
    using source = await openSource(join(out, "gw.raw"));
    assert.deepEqual((await sumPieces(source)).sum, { pieces: raw.pieces });
    assert.match(manifest.stamped?.base ?? "", /^[0-9a-f]{64}$/);
    const log = await Deno.readTextFile(join(out, "install.log"));
    for (const line of ["Signature Verified", "CONGRATULATIONS!", "gatewright: stamp: done"]) {
      assert(log.includes(line), line);
    }
    assert(!log.includes(PSK));
  }
  assert.deepEqual(await bench.running(), []);
  assert.deepEqual([...Deno.readDirSync(bench.tmp)], []);
  await bench.cacheIsGood();
  // The next build of this release on such a machine knows how long it will take.
  const times = join(bench.cacheHome, "gatewright", "times", "6.6-amd64-tcg.json");
  assert(JSON.parse(await Deno.readTextFile(times)).boot > 1);
  return ends.map((end) => join(made(end).out, "gw.raw"));
}

/** What is stored of an image, MiB by MiB. */
async function* stored(source: Source): AsyncGenerator<Buffer> {
  for (let index = 0; index < countOf(source.size); index++) {
    const bytes = await readChunk(source, index);
    if (!isZero(bytes)) yield Buffer.from(bytes);
  }
}

/** Two disks of one base have nothing in common that a machine is known by. */
async function shareNoIdentity(paths: string[], baseImage: string) {
  using one = await inspectImage(paths[0]!);
  using two = await inspectImage(paths[1]!);
  using base = await inspectImage(baseImage);
  const marks = await Promise.all([one, two, base].map(marksOf));
  assert.deepEqual([...marks[0]!.keys()], ["DUID", ...SEEDS, "id of file system a"]);
  for (const [a, b] of [[0, 1], [0, 2], [1, 2]] as const) {
    assert.deepEqual(sharedMarks(marks[a]!, marks[b]!), []);
  }
  for (const path of SEEDS) {
    const seeds = await Promise.all([one, two].map(({ tree }) => tree.bytes(path)));
    assert.notDeepEqual(seeds[0], seeds[1]);
    assert((await base.tree.bytes(path))!.every((byte) => byte === 0), "a base has no seed");
  }
  // Nowhere on the disk is the base's DUID, as text or as a number.
  for await (const bytes of stored(one.source)) {
    assert(!bytes.includes(base.label.duid), "the base's DUID, as text");
    assert(!bytes.includes(Buffer.from(base.label.duid, "hex")), "the base's DUID");
  }
}

/** Nothing of a gateway is in the cache, and nobody else may read it. */
async function cacheIsClosed(cache: string) {
  for (const path of [cache, join(cache, "saved"), join(cache, "base")]) {
    assert.equal((await Deno.stat(path)).mode! & 0o077, 0, path);
  }
  const saved = await only(join(cache, "saved"));
  assert.equal((await Deno.stat(saved)).mode! & 0o777, 0o600);
  const packed = await Deno.readFile(saved);
  const memory = zstdDecompressSync(packed.subarray(packed.indexOf(10) + 1));
  const texts = [PSK, "AAAAPaul", "vpn1.example.net"];
  for (const text of texts) {
    assert(!Buffer.from(memory).includes(text), `the saved memory: ${text}`);
  }
  for (const path of await filesIn(join(cache, "base"))) {
    using source = await openSource(path);
    for await (const bytes of stored(source)) {
      for (const text of texts) assert(!bytes.includes(text), `${path}: ${text}`);
    }
  }
}

/** Deploys the disk `image` into the file `copy`, and lets it run for the first time; its file systems stay mounted. */
async function bootOnce(image: string, copy: string, folder: string) {
  await deployImage({ image: dirname(image), target: copy, yes: true, force: false });
  const { domain } = JSON.parse(await Deno.readTextFile(join(dirname(image), "manifest.json")));
  await using qemu = await Qemu.start({
    arch: "amd64",
    hardware: domain.hardware,
    machine: domain.machine,
    firmware: "bios",
    memory: domain.memory,
    smp: 1,
    accelerator: "tcg",
    rng: domain.rng,
    disk: { path: copy, format: "raw", cache: "unsafe", discard: true },
    macs: ["52:54:00:00:00:01"],
    serial: join(folder, "serial"),
    qmp: join(folder, "qmp"),
  });
  let seen = "";
  for await (const bytes of qemu.output()) {
    seen += new TextDecoder("latin1").decode(bytes);
    if (seen.includes("login: ")) return;
  }
  assert.fail(seen);
}

/** The disk at `rebuilt` has the host key that the gateway of `old` has made, and nothing else that it left: what is in the key. */
async function keepsHostKey(old: string, rebuilt: string, manifest: Manifest): Promise<string> {
  const key = "/etc/ssh/ssh_host_ed25519_key";
  using before = await inspectImage(old);
  using after = await inspectImage(rebuilt);
  const [was, is] = await Promise.all([before, after].map(({ tree }) => tree.text(key)));
  assert.match(was ?? "", /^-----BEGIN PRIVATE KEY-----\nMCImadebythefirstboot\d+\n/);
  assert.equal(is, was);
  assert.equal(await after.tree.text(`${key}.pub`), await before.tree.text(`${key}.pub`));
  assert.deepEqual(manifest.kept, [key, `${key}.pub`]);
  const { inode: { mode, uid, gid } } = await after.tree.stat(key);
  assert.deepEqual([mode, uid, gid], [0o600, 0, 0]);
  // Its root is new: it has not booted, and shares no other identity.
  assert(await before.tree.find("/var/log/firsttime.log"));
  assert.equal(await after.tree.find("/var/log/firsttime.log"), undefined);
  assert(await after.tree.find("/etc/rc.firsttime"));
  assert.deepEqual(sharedMarks(await marksOf(before), await marksOf(after)), []);
  const log = await Deno.readTextFile(join(dirname(rebuilt), "install.log"));
  for (const text of [log, JSON.stringify(manifest)]) assert(!text.includes("madebythefirst"));
  return was!.split("\n")[1]!;
}

Deno.test({
  name:
    "gateways are stamped on a base that is installed once, and are what one installation makes",
  ignore: !media,
  async fn(t) {
    await using work = await workspace();
    const { bench } = work;
    const cache = join(bench.cacheHome, "gatewright");
    const paths = await lookedOn(bench, [PSK], () => twoAtOnce(bench));
    const base = await only(join(cache, "base"));

    await t.step(
      "two of them share no identity",
      () => shareNoIdentity(paths, join(base, "base.raw")),
    );
    await t.step(
      "the cache is closed to others, and holds nothing of them",
      () => cacheIsClosed(cache),
    );

    await t.step("what has not changed is not built again", () => unchanged(bench));
    await t.step("a cache that can only be read is enough", () => readOnlyCache(bench));
    await t.step(
      "an overlay on the base is the same disk, and boots",
      () => lookedOn(bench, [PSK], () => overlays(bench, join(base, "base.raw"))),
    );

    await t.step(
      "a stamped disk and one that was installed in one go are equal, file by file",
      async () => {
        const { manifest } = made(await build(bench, "whole", "--whole"));
        assert.equal(manifest.stamped, undefined);
        using whole = await inspectImage(join(bench.folder, "results/whole/gw.raw"));
        using stamped = await inspectImage(paths[0]!);
        assert.deepEqual(await differences(whole, stamped), []);
      },
    );

    await t.step(
      "a gateway that ran is rebuilt, boots, passes its self-check, and is known by its host key",
      async () => {
        const old = join(bench.folder, "old.raw");
        await bootOnce(paths[1]!, old, bench.folder);
        const { manifest, out } = made(await build(bench, "rebuilt", "--identity-from", old));
        const key = await keepsHostKey(old, join(out, "gw.raw"), manifest);
        const compared = await bench.run(["inspect", out, "--against", bench.description]);
        assert.equal(compared.code, 0, compared.stdout + compared.stderr);
        const booted = await bench.run(["boot", out, "--accel", "tcg", "--verify", "--verbose"]);
        assert.equal(booted.code, 0, booted.stderr);
        assert(booted.stderr.includes(`rc: host key ${key}`), booted.stderr);
      },
    );

    await t.step("a base is taken from elsewhere if it is what its manifest says", async () => {
      const elsewhere = join(bench.folder, "elsewhere");
      await new Deno.Command("cp", { args: ["-a", "--sparse=always", base, elsewhere] }).output();
      const { manifest } = made(await build(bench, "three", "--base", elsewhere));
      using source = await openSource(join(base, "base.raw"));
      assert.deepEqual({ pieces: manifest.stamped?.base }, (await sumPieces(source)).sum);
      using file = await Deno.open(join(elsewhere, "base.raw"), { write: true });
      await file.seek(1 << 20, Deno.SeekMode.Start);
      await file.write(new Uint8Array([1, 2, 3]));
      const refused = await build(bench, "four", "--base", elsewhere);
      assert.equal(refused.code, 4, refused.stderr);
    });

    await t.step(
      "a base that was packed and signed is taken as it was signed, and not otherwise",
      () => signedBase(bench, base),
    );

    await t.step("killed at ten moments, builds leave nothing but a good cache", async () => {
      const again = ["build", bench.description, "--out", bench.out, "--accel", "tcg", "--force"];
      for (let time = 0; time < 10; time++) {
        // Some die while they read the description, some while QEMU runs, and some are done.
        const ran = await endedAfter(bench, again, "SIGKILL", Math.random() * 4000);
        assert(ran.code === 0 || ran.code === 137, ran.stderr);
      }
      const { manifest } = made(await build(bench, "gw"));
      assert(manifest.stamped);
      assert.deepEqual(await bench.running(), []);
      assert.deepEqual([...Deno.readDirSync(bench.tmp)], []);
      await bench.cacheIsGood();
      await only(join(cache, "saved"));
      await only(join(cache, "base"));
    });

    await t.step("what OpenBSD refuses ends a stamp with its words", async () => {
      const text = await Deno.readTextFile(bench.description);
      const file = '{path: /etc/iked.conf, content: "!! no rule\\n", mode: "0600"}, ';
      await Deno.writeTextFile(bench.description, text.replace("files: [", `files: [${file}`));
      const { code, stderr } = await build(bench, "refused");
      assert.equal(code, 1, stderr);
      assert.match(stderr, /OpenBSD refuses a generated file/);
      assert.match(stderr, /\/etc\/iked\.conf:1: syntax error/);
      await Deno.writeTextFile(bench.description, text);
    });

    await t.step(
      "a saved installer that cannot be resumed is made again, with a notice",
      async () => {
        const saved = await only(join(cache, "saved"));
        const bytes = await Deno.readFile(saved);
        bytes[bytes.length >> 1]! ^= 1;
        await Deno.writeFile(saved, bytes);
        const ran = await build(bench, "five");
        made(ran);
        assert(
          notices(ran).some((text) => /cannot be resumed \(.*\): saving a new one/.test(text)),
        );
      },
    );

    await t.step("a family of two kinds has two bases, each made once", () => twoKinds(bench));
  },
});
