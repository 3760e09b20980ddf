import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { deployImage, type DeployOptions } from "../../images/deploy/deploy.ts";
import { intoFile } from "../../images/deploy/into_file.ts";
import { CHUNK as HEAD } from "../../images/disk/chunks.ts";
import { GatewrightError } from "../../host/error.ts";
import { FaultBench } from "../fault.ts";
import { fitDisk } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";
import { canLoop, LoopDevice } from "./loop.ts";

const MIB = 1 << 20;
const loops = await canLoop();
const made = haveMakefs();

/** A sparse image of 24 MiB: a small OpenBSD disk, and data behind it, in the middle and at the end. */
async function testImage(): Promise<{ path: string; bytes: Uint8Array } & AsyncDisposable> {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-image-" });
  const bytes = new Uint8Array(24 * MIB);
  bytes.set(await fitDisk());
  for (const [at, length] of [[9 * MIB + 17, 2 * MIB], [24 * MIB - 65536, 65536]]) {
    for (let done = 0; done < length!; done += 65536) {
      const part = bytes.subarray(at! + done, at! + Math.min(done + 65536, length!));
      crypto.getRandomValues(part);
    }
  }
  const path = `${folder}/gw.raw`;
  await Deno.writeFile(path, bytes);
  return { path, bytes, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

function options(image: string, target: string, more: Partial<DeployOptions> = {}): DeployOptions {
  return { image, target, yes: true, force: false, ...more };
}

async function readDevice(path: string, from: number, length: number): Promise<Uint8Array> {
  using file = await Deno.open(path);
  await file.seek(from, Deno.SeekMode.Start);
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    const count = await file.read(bytes.subarray(done));
    assert(count !== null);
    done += count;
  }
  return bytes;
}

async function refusal(promise: Promise<unknown>): Promise<GatewrightError> {
  const error = await promise.then(() => assert.fail("it was not refused"), (error) => error);
  assert(error instanceof GatewrightError, String(error));
  return error;
}

async function shell(command: string): Promise<void> {
  const { success, stderr } = await new Deno.Command("sh", { args: ["-ec", command] }).output();
  assert(success, new TextDecoder().decode(stderr));
}

const loopTest = (name: string, fn: () => Promise<void>) =>
  Deno.test({ name, ignore: !made || !loops, fn });
const test = (name: string, fn: () => Promise<void>) => Deno.test({ name, ignore: !made, fn });

for (const recycled of [false, true]) {
  loopTest(
    `deploy: a ${
      recycled ? "recycled" : "blank"
    } device ends up equal to the image, zero behind it`,
    async () => {
      await using image = await testImage();
      await using device = await LoopDevice.create(32 * MIB, recycled);
      const result = await deployImage(options(image.path, device.path, { force: recycled }));
      assert.equal(result.verified, true);
      const on = await readDevice(device.path, 0, 32 * MIB);
      assert.equal(Buffer.compare(on.subarray(0, image.bytes.length), image.bytes), 0);
      assert(
        on.subarray(image.bytes.length).every((byte) => byte === 0),
        "old data was left behind the image",
      );
    },
  );
}

loopTest("deploy: a mounted device is refused and stays as it is", async () => {
  await using image = await testImage();
  await using device = await LoopDevice.create(32 * MIB);
  const point = await Deno.makeTempDir();
  await shell(`mkfs.ext4 -q ${device.path} && mount ${device.path} ${point}`);
  try {
    const error = await refusal(deployImage(options(image.path, device.path, { force: true })));
    assert.match(error.why ?? "", new RegExp(`mounted on ${point}`));
  } finally {
    await shell(`umount ${point}`);
    await Deno.remove(point);
  }
  await shell(`e2fsck -fn ${device.path}`);
});

loopTest("deploy: a device that is swap is refused", async () => {
  await using image = await testImage();
  await using device = await LoopDevice.create(32 * MIB);
  await shell(`mkswap ${device.path} && swapon ${device.path}`);
  try {
    const error = await refusal(deployImage(options(image.path, device.path, { force: true })));
    assert.match(error.why ?? "", /used as swap/);
  } finally {
    await shell(`swapoff ${device.path}`);
  }
});

/** Another program that has a file open: `<` for reading, `<>` for writing too. */
async function opener(how: "<" | "<>", path: string): Promise<{ pid: number } & AsyncDisposable> {
  const child = new Deno.Command("sh", {
    args: ["-c", `exec 3${how}"$1"; echo open; read line`, "sh", path],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const said = child.stdout.getReader();
  await said.read();
  return {
    pid: child.pid,
    async [Symbol.asyncDispose]() {
      await child.stdin.close();
      await said.cancel();
      await child.status;
    },
  };
}

loopTest(
  "deploy: a device that a program writes to is refused, also below a loop device",
  async () => {
    await using image = await testImage();
    await using device = await LoopDevice.create(32 * MIB);
    {
      await using writer = await opener("<>", device.path);
      const error = await refusal(deployImage(options(image.path, device.path, { force: true })));
      assert.match(error.why ?? "", new RegExp(`open for writing in sh \\(pid ${writer.pid}\\)`));
    }
    const below = await refusal(deployImage(options(image.path, device.file, { force: true })));
    assert.match(below.why ?? "", new RegExp(`backing file of ${device.path}`));
    // A program that only looks is no obstacle.
    await using _reader = await opener("<", device.path);
    await deployImage(options(image.path, device.path));
  },
);

loopTest("deploy: a device that is too small is refused, with the size that would do", async () => {
  await using image = await testImage();
  await using device = await LoopDevice.create(16 * MIB);
  const error = await refusal(deployImage(options(image.path, device.path)));
  assert.match(error.next ?? "", /lvextend -L 24M/);
});

loopTest("deploy: a read-only device is refused", async () => {
  await using image = await testImage();
  await using device = await LoopDevice.create(32 * MIB);
  await shell(`blockdev --setro ${device.path}`);
  try {
    const error = await refusal(deployImage(options(image.path, device.path)));
    assert.match(error.message, /read-only/);
  } finally {
    // The kernel keeps the flag for the next user of the same loop device.
    await shell(`blockdev --setrw ${device.path}`);
  }
});

loopTest("deploy: a device with a file system needs --force", async () => {
  await using image = await testImage();
  await using device = await LoopDevice.create(32 * MIB);
  await shell(`mkfs.ext4 -q -L data ${device.path}`);
  const error = await refusal(deployImage(options(image.path, device.path)));
  assert.match(error.why ?? "", /ext4 "data"/);
  await deployImage(options(image.path, device.path, { force: true }));
});

loopTest("deploy: an interruption at any point leaves no boot sector", async () => {
  await using image = await testImage();
  await using device = await LoopDevice.create(32 * MIB);
  await deployImage(options(image.path, device.path));
  // Places that every run passes, however often it reports in between.
  const points: ["target" | "zero" | "write" | "verify", number][] = [["target", 0], ["zero", 0]];
  for (const step of ["write", "verify"] as const) {
    for (const percent of [0, 30, 60, 100]) points.push([step, percent]);
  }
  for (const [step, percent] of points) {
    const controller = new AbortController();
    let wrote = false;
    const stopped = deployImage(options(image.path, device.path, {
      force: true,
      signal: controller.signal,
      onEvent: (event) => {
        if (event.kind === "progress") {
          wrote = true;
          if (event.progress.step === step && event.progress.percent >= percent) controller.abort();
        } else if (event.kind === step) controller.abort();
      },
    }));
    await assert.rejects(stopped);
    const head = await readDevice(device.path, 0, HEAD);
    assert(
      !wrote || head.every((byte) => byte === 0),
      `stopped at ${step} ${percent}: the head was there`,
    );
  }
});

test("deploy: of two at once into one file one is refused as in use", async () => {
  await using image = await testImage();
  const folder = await Deno.makeTempDir();
  try {
    for (const kind of ["absent", "existing"]) {
      const target = `${folder}/${kind}.img`;
      if (kind === "existing") await Deno.writeTextFile(target, "old");
      const force = { force: kind === "existing" };
      // One that comes while the file is filled is refused before it reads the image.
      await assert.rejects(
        intoFile(target, async () => {
          const checks: string[] = [];
          const onEvent: DeployOptions["onEvent"] = (event) =>
            event.kind === "check" && checks.push(event.what);
          const error = await refusal(
            deployImage(options(image.path, target, { ...force, onEvent })),
          );
          assert.equal(error.code, "in-use");
          assert.deepEqual(checks, []);
          throw new Error("the first one fails");
        }),
        /the first one fails/,
      );
      const both = [1, 2].map(() => deployImage(options(image.path, target, force)));
      const ends = await Promise.allSettled(both);
      const lost = ends.filter((end) => end.status === "rejected").map(({ reason }) => reason);
      assert.equal(lost.length, 1, `${kind}: both wrote it`);
      // The one that is very late finds the file of the other.
      assert.match(String(lost[0]), /the target is in use|the target has changed/);
      assert.equal(Buffer.compare(await Deno.readFile(target), image.bytes), 0);
    }
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
    assert.deepEqual(names, ["absent.img", "existing.img"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

loopTest("deploy: of two at once onto one device one at most writes it", async () => {
  await using image = await testImage();
  await using bench = await FaultBench.create("rehearsal");
  await using device = await LoopDevice.create(32 * MIB);
  const words = ["deploy", image.path, device.path, "--yes"];
  const ends = await Promise.all([bench.run(words), bench.run(words)]);
  const lost = ends.filter(({ code }) => code !== 0);
  assert(lost.length > 0, "both say that they wrote it");
  for (const { stderr } of lost) {
    assert.match(stderr, /the target (is in use|is not blank|has changed)/);
  }
  if (lost.length > 1) return;
  assert.equal(Buffer.compare(await readDevice(device.path, 0, 24 * MIB), image.bytes), 0);
});

test("deploy: a blank file needs no --force, and what becomes of its size is reported", async () => {
  await using image = await testImage();
  const target = `${image.path}.target`;
  const deploy = async (more: Partial<DeployOptions> = {}) => {
    const notices: string[] = [];
    await deployImage(options(image.path, target, {
      ...more,
      onEvent: (event) => event.kind === "notice" && notices.push(event.text),
    }));
    return notices.join("\n");
  };
  for (const size of [MIB, 32 * MIB]) {
    await Deno.writeFile(target, new Uint8Array(0));
    await Deno.truncate(target, size);
    const said = await deploy();
    assert.match(said, new RegExp(`the file has ${size} bytes; it is replaced by one of 25165824`));
    assert.equal((await Deno.stat(target)).size, 24 * MIB);
  }
  await Deno.writeFile(target, new Uint8Array(0));
  assert.doesNotMatch(await deploy(), /the file has/);
  assert.doesNotMatch(await deploy({ force: true }), /the file has/, "the size stays");
  await Deno.writeTextFile(target, `${"\0".repeat(5000)}precious`);
  assert.equal((await refusal(deploy())).code, "needs-force");
  assert.match(await deploy({ force: true }), /the file has 5008 bytes/);
});

test("deploy: a new file appears whole, or not at all; an old one needs --force", async () => {
  await using image = await testImage();
  const folder = await Deno.makeTempDir();
  try {
    const target = `${folder}/disk.img`;
    await deployImage(options(image.path, target));
    assert.equal(Buffer.compare(await Deno.readFile(target), image.bytes), 0);
    assert.equal((await refusal(deployImage(options(image.path, target)))).code, "needs-force");
    const controller = new AbortController();
    await assert.rejects(deployImage(options(image.path, `${folder}/other.img`, {
      signal: controller.signal,
      onEvent: (event) => event.kind === "progress" && controller.abort(),
    })));
    assert.deepEqual([...Deno.readDirSync(folder)].map((entry) => entry.name), ["disk.img"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

test("deploy: what is to grow and has no room is refused before anything is written", async () => {
  await using image = await testImage();
  const target = `${image.path}.target`;
  const grown = (more = {}) => deployImage(options(image.path, target, { grow: true, ...more }));
  assert.match((await refusal(grown())).next ?? "", /truncate -s 20G/);
  await Deno.writeTextFile(target, "precious");
  assert.match((await refusal(grown({ force: true }))).message, /no room to grow/);
  assert.equal(await Deno.readTextFile(target), "precious");
  // Larger, but the image cannot grow: the old file stays.
  await Deno.truncate(target, 32 * MIB);
  const unclean = image.bytes.slice();
  unclean[64 * 512 + 8192 + 209] = 0;
  await Deno.writeFile(image.path, unclean);
  const cannot = await refusal(grown({ force: true, check: false }));
  assert.match(cannot.message, /cannot be grown/);
  assert.equal((await Deno.readTextFile(target)).slice(0, 8), "precious");
});

test("deploy: an image that is not what its manifest says is refused", async () => {
  await using image = await testImage();
  const folder = image.path.slice(0, image.path.lastIndexOf("/"));
  const sha256 = createHash("sha256").update(image.bytes).digest("hex");
  const manifest = (hash: string, more = {}) =>
    Deno.writeTextFile(
      `${folder}/manifest.json`,
      JSON.stringify({ ...more, outputs: [{ name: "gw.raw", sha256: hash }] }),
    );
  await manifest(sha256);
  assert.equal((await deployImage(options(folder, `${folder}/a.img`))).sha256, sha256);
  await manifest("0".repeat(64));
  assert.equal((await refusal(deployImage(options(folder, `${folder}/b.img`)))).exitCode, 4);
  await manifest(sha256, { rehearsal: true });
  assert.equal(
    (await refusal(deployImage(options(folder, `${folder}/c.img`)))).code,
    "image-of-rehearsal",
  );
});

test("deploy: zstd-compressed and qcow2 images give the same disk", async () => {
  await using image = await testImage();
  const folder = image.path.slice(0, image.path.lastIndexOf("/"));
  await shell(`cd ${folder} && zstd -q gw.raw && qemu-img convert -O qcow2 gw.raw gw.qcow2`);
  for (const packed of ["gw.raw.zst", "gw.qcow2"]) {
    const target = `${folder}/${packed}.out`;
    await deployImage(options(`${folder}/${packed}`, target));
    assert.equal(Buffer.compare(await Deno.readFile(target), image.bytes), 0, packed);
  }
  await Deno.truncate(`${folder}/gw.raw.zst`, 1_000_000);
  assert.equal(
    (await refusal(deployImage(options(`${folder}/gw.raw.zst`, `${folder}/x`)))).exitCode,
    4,
  );
});

loopTest("deploy: a device that LVM, RAID or crypt holds is refused", async () => {
  await using image = await testImage();
  await using device = await LoopDevice.create(32 * MIB);
  const name = `gatewright-test-${crypto.randomUUID().slice(0, 8)}`;
  const made = await new Deno.Command("dmsetup", {
    args: ["create", name, "--table", `0 65536 linear ${device.path} 0`],
    stderr: "null",
  }).output().catch(() => ({ success: false }));
  if (!made.success) {
    console.log("deploy: a held device was not tried, device-mapper is not to be had here");
    return;
  }
  try {
    const error = await refusal(deployImage(options(image.path, device.path)));
    assert.match(error.why ?? "", new RegExp(`held by .*${name}`));
  } finally {
    await shell(`dmsetup remove ${name}`);
  }
});
