/**
 * What deploy and pack do not take, and what is no blank target.
 * @module
 */
import assert from "node:assert/strict";
import { packImage } from "../../build/deliver/pack.ts";
import { firstContent, signatureOf } from "../../images/deploy/content.ts";
import { deployImage, type DeployOptions } from "../../images/deploy/deploy.ts";
import { readGpt } from "../../images/disk/gpt.ts";
import { openSource } from "../../images/disk/source.ts";
import { GatewrightError } from "../../host/error.ts";
import { gptDisk } from "../disk_image.ts";
import { fitDisk } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";
import { canLoop, LoopDevice } from "./loop.ts";

const MIB = 1 << 20;
const ignore = !haveMakefs();
const loops = await canLoop();

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-refusals-" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function refusal(promise: Promise<unknown>): Promise<GatewrightError> {
  const error = await promise.then(() => assert.fail("it was not refused"), (error) => error);
  assert.ok(error instanceof GatewrightError, String(error));
  assert.ok(error.next, "a refusal says what to type next");
  return error;
}

const onto = (image: string, target: string, more: Partial<DeployOptions> = {}): DeployOptions => ({
  image,
  target,
  yes: true,
  force: false,
  ...more,
});

Deno.test({
  name: "deploy and pack take nothing that is no disk of OpenBSD, and say what was meant",
  ignore,
  fn: () =>
    withFolder(async (folder) => {
      const disk = await fitDisk();
      await Deno.mkdir(`${folder}/out/mini`, { recursive: true });
      await Deno.writeFile(`${folder}/out/mini/mini.raw`, disk);
      await Deno.writeTextFile(
        `${folder}/out/mini/manifest.json`,
        JSON.stringify({ name: "mini", outputs: [{ name: "mini.raw" }] }),
      );
      const files: [name: string, content: string | Uint8Array<ArrayBuffer>, next: RegExp][] = [
        ["mini.yaml", "hostname: mini.example.net\n", /did you mean .*out\/mini\?/],
        ["out/mini/install.log", "a log\n".repeat(1000), /did you mean .*out\/mini\?/],
        ["ci.sec", "untrusted comment: signify secret key\n", /name the folder that gatewright/],
        ["empty.raw", "", /name the folder/],
        ["random.raw", crypto.getRandomValues(new Uint8Array(65536)), /name the folder/],
        ["sd0a.raw", disk.slice(64 * 512), /name the folder/],
      ];
      for (const [name, content, next] of files) {
        const path = `${folder}/${name}`;
        if (typeof content === "string") await Deno.writeTextFile(path, content);
        else await Deno.writeFile(path, content);
        for (
          const work of [
            () => deployImage(onto(path, `${folder}/t`)),
            () => packImage({ image: path, out: folder }),
          ]
        ) {
          const error = await refusal(work());
          assert.match(error.message, /this is not an OpenBSD disk/, name);
          assert.match(error.next ?? "", next, name);
        }
        await assert.rejects(Deno.stat(`${folder}/t`), Deno.errors.NotFound);
      }
      // The folder above, and a slip in its name.
      const above = await refusal(deployImage(onto(`${folder}/out`, `${folder}/t`)));
      assert.match(above.next ?? "", /did you mean .*out\/mini\?/);
      const slip = await refusal(deployImage(onto(`${folder}/out/mni`, `${folder}/t`)));
      assert.match(slip.next ?? "", /did you mean .*out\/mini\?/);
      await deployImage(onto(`${folder}/out/mini`, `${folder}/t`));
    }),
});

Deno.test({
  name:
    "deploy and pack refuse what build refused, and what fails the checks, unless told to take it",
  ignore,
  fn: () =>
    withFolder(async (folder) => {
      const booted = { "/var/run/dmesg.boot": ["OpenBSD 7.9\n", 0o644] } as const;
      await Deno.writeFile(`${folder}/gw.raw`, await fitDisk({ ...booted } as never));
      await Deno.writeFile(`${folder}/hq.refused.raw`, await fitDisk());
      for (
        const [name, said] of [["gw", /never-booted: /], [
          "hq.refused",
          /the disk failed the checks/,
        ]] as const
      ) {
        const image = `${folder}/${name}.raw`;
        for (
          const work of [
            () => deployImage(onto(image, `${folder}/t`)),
            () => packImage({ image, out: folder }),
          ]
        ) {
          const error = await refusal(work());
          assert.equal(error.exitCode, 4);
          assert.match(`${error.message} ${error.why}`, said);
          assert.equal(error.code, "image-refused");
        }
        await packImage({ image, out: folder, check: false });
        const packed = await refusal(deployImage(onto(`${image}.zst`, `${folder}/t`)));
        assert.match(`${packed.message} ${packed.why}`, said);
        await deployImage(onto(image, `${folder}/t`, { check: false, force: true }));
        await Deno.remove(`${folder}/t`);
      }
    }),
});

Deno.test({
  name: "deploy: a device is blank only if every byte of it is zero",
  ignore: ignore || !loops,
  fn: () =>
    withFolder(async (folder) => {
      await Deno.writeFile(`${folder}/gw.raw`, await fitDisk());
      await using device = await LoopDevice.create(8 * MIB);
      const put = async (at: number, bytes: Uint8Array) => {
        using file = await Deno.open(device.path, { write: true });
        await file.seek(at, Deno.SeekMode.Start);
        await file.write(bytes);
        await file.sync();
      };
      const clear = () => new Deno.Command("blkdiscard", { args: ["-z", device.path] }).output();
      const text = (words: string) => new TextEncoder().encode(words);
      const contents: [at: number, bytes: Uint8Array, said: RegExp][] = [
        [0, new Uint8Array([0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 3]), /a qcow2 image|qcow/],
        [0, text("KDMV\x01\0\0\0"), /VMDK|vmdk/],
        [64, new Uint8Array([0x7f, 0x10, 0xda, 0xbe]), /VDI/],
        [0, text("conectix"), /VHD/],
        [3 * MIB + 77, new Uint8Array([1]), /beginning at byte 3145805/],
        [8 * MIB - 1, new Uint8Array([1]), /beginning at byte 8388607/],
      ];
      for (const [at, bytes, said] of contents) {
        await clear();
        await put(at, bytes);
        const error = await refusal(deployImage(onto(`${folder}/gw.raw`, device.path)));
        assert.match(`${error.message}: ${error.why}`, /not blank/);
        assert.match(error.why ?? "", said);
        assert.equal(error.code, "needs-force");
      }
      await clear();
      await deployImage(onto(`${folder}/gw.raw`, device.path));
    }),
});

Deno.test("what cannot be read is not blank", async () => {
  assert.match(await firstContent("/nonexistent", () => {}) ?? "", /cannot be read/);
  await withFolder(async (folder) => {
    await Deno.writeFile(`${folder}/zeros`, new Uint8Array(3 * MIB));
    assert.equal(await firstContent(`${folder}/zeros`, () => {}), undefined);
    assert.equal(await signatureOf(`${folder}/zeros`), undefined);
  });
});

Deno.test({
  name: "deploy: the second GUID partition table is at the end of a larger device",
  ignore: ignore || !loops,
  fn: () =>
    withFolder(async (folder) => {
      const disk = gptDisk((await fitDisk()).slice(64 * 512));
      await Deno.writeFile(`${folder}/gw.raw`, disk);
      await using device = await LoopDevice.create(16 * MIB);
      const notices: string[] = [];
      await deployImage(onto(`${folder}/gw.raw`, device.path, {
        check: false,
        onEvent: (event) => event.kind === "notice" && notices.push(event.text),
      }));
      assert.match(notices.join("\n"), /second partition table is at the end of the target/);
      using source = await openSource(device.path);
      const partitions = await readGpt(source);
      assert.deepEqual(partitions.map(({ size }) => size), [960, 8192]);
      const last = source.size / 512 - 1;
      const header = (sector: number) => source.read(sector * 512, 512);
      const field = (bytes: Uint8Array, at: number) =>
        Number(new DataView(bytes.slice().buffer).getBigUint64(at, true));
      assert.equal(field(await header(1), 32), last);
      assert.deepEqual([field(await header(last), 24), field(await header(last), 32)], [last, 1]);
      assert.ok((await header(9299)).every((byte) => byte === 0), "the old one is gone");
    }),
});
