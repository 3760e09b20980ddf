/**
 * Deploying a real build onto a block device takes a fifth of what dd takes, or less.
 *
 * In one run, each ending with the data flushed to a loop device whose old content is in the way:
 * `dd bs=16M`, `dd conv=sparse`, deploy, deploy with reading back. The image is 6 GiB and comes from
 * ../shared/openbsd-media, or is named by GATEWRIGHT_BENCH_IMAGE.
 * @module
 */
import { build } from "../../build/build.ts";
import { deployImage, type OwnIdentity } from "../../images/deploy/deploy.ts";
import { readFull, writeFull } from "../../images/disk/target_file.ts";
import { hashFile } from "../../host/hash_file.ts";
import { LoopDevice } from "../integration/loop.ts";

const GIB = 2 ** 30;
const SIZE = 6 * GIB;
const shared = new URL("../../../shared/", import.meta.url).pathname;

async function program(name: string, ...args: string[]): Promise<boolean> {
  const { success } = await new Deno.Command(name, { args, stdout: "null", stderr: "null" })
    .output();
  return success;
}

/** Builds an image of 6 GiB in `folder`. */
async function builtImage(folder: string): Promise<string> {
  if (!await program(`${shared}tools/mini-release`, "amd64", `${folder}/mirror`)) {
    throw new Error("no ../shared/openbsd-media; name an image with GATEWRIGHT_BENCH_IMAGE");
  }
  await Deno.writeTextFile(
    `${folder}/gw.yaml`,
    `hostname: vpn1.example.net
release: {version: "6.6", mirror: "file://${folder}/mirror/pub/OpenBSD", key: ${folder}/mirror/mini-66.pub}
disk: {size: 6G}
network: {interfaces: [{name: em0, address: 10.0.0.50/24}], gateway: 10.0.0.1}
access: {rootKeys: ["ssh-ed25519 AAAAExample admin@example.net"]}
domain: {hardware: legacy}
`,
  );
  await build(`${folder}/gw.yaml`, { out: `${folder}/out`, accelerator: "tcg", way: "whole" });
  // Out of the folder of its build: dd compares no checksum either.
  await Deno.rename(`${folder}/out/gw.raw`, `${folder}/gw.raw`);
  return `${folder}/gw.raw`;
}

/** Old data where the image has a hole. */
async function dirty(device: string): Promise<void> {
  using file = await Deno.open(device, { write: true });
  const old = new Uint8Array(1 << 20).fill(0xa5);
  await file.seek(5 * GIB, Deno.SeekMode.Start);
  for (let i = 0; i < 64; i++) await file.write(old);
  await file.sync();
}

/** Gives the device the image's bytes where it has an identity of its own. */
async function putBack(image: string, device: string, changed: OwnIdentity["changed"]) {
  using from = await Deno.open(image);
  using to = await Deno.open(device, { write: true });
  for (const { at, length } of changed) {
    const bytes = new Uint8Array(length);
    await readFull(from, at, bytes, image);
    await writeFull(to, at, bytes);
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const folder = await Deno.makeTempDir({ prefix: "gatewright-bench-" });
try {
  const image = Deno.env.get("GATEWRIGHT_BENCH_IMAGE") ?? await builtImage(folder);
  const { size, blocks } = await Deno.stat(image);
  if (size !== SIZE) throw new Error(`${image} has ${size} bytes, ${SIZE} are wanted`);
  console.log(`image: ${size / GIB} GiB, ${Math.round((blocks ?? 0) / 2048)} MiB of data`);
  await using device = await LoopDevice.create(SIZE);
  const equal = () => program("cmp", image, device.path);
  const dd = (conv: string) =>
    program("dd", `if=${image}`, `of=${device.path}`, "bs=16M", `conv=${conv}`);
  const deploy = (verify: boolean) =>
    deployImage({ image, target: device.path, yes: true, force: true, verify });

  const plain = await seconds(() => dd("notrunc,fsync"));
  console.log(`dd bs=16M: ${plain.toFixed(1)} s`);
  await dirty(device.path);
  const sparse = await seconds(() => dd("notrunc,sparse,fsync"));
  console.log(
    `dd bs=16M conv=sparse: ${sparse.toFixed(1)} s; the disk is ${
      await equal() ? "right" : "WRONG: old data shows through its holes"
    }`,
  );
  let identity: OwnIdentity | undefined;
  const took = { written: Infinity, verified: Infinity };
  for (const [name, verify] of [["written", false], ["verified", true]] as const) {
    // As full as dd leaves it: a thin target would make it too easy.
    if (!await dd("notrunc,fsync")) throw new Error("dd failed");
    await dirty(device.path);
    took[name] = await seconds(async () => identity = (await deploy(verify)).identity);
    await putBack(image, device.path, identity?.changed ?? []);
    if (!await equal()) throw new Error("deploy wrote another disk");
  }
  console.log(
    `deploy: ${took.written.toFixed(1)} s, ${(plain / took.written).toFixed(1)} times as fast as ` +
      `dd; the disk is right\ndeploy and read back: ${took.verified.toFixed(1)} s, ` +
      `${(plain / took.verified).toFixed(1)} times as fast as dd`,
  );
  const checked = await seconds(() => hashFile(image));
  console.log(`checking its sha256 first, as for the folder of a build: ${checked.toFixed(1)} s`);
  if (plain / took.written < 5) throw new Error("deploy is not five times as fast as dd");
} finally {
  await Deno.remove(folder, { recursive: true });
}
