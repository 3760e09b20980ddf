/**
 * What deploy writes is what it has checked, and never over the image itself.
 * @module
 */
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { deployImage, type DeployOptions } from "../../images/deploy/deploy.ts";
import { GatewrightError } from "../../host/error.ts";
import { fitDisk } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";
import { canLoop, LoopDevice } from "./loop.ts";

const MIB = 1 << 20;
const ROOT = new URL("../../", import.meta.url).pathname;
const ignore = !haveMakefs();
const loops = await canLoop();

/** A folder with `gw.raw`, an image of 12 MiB. */
async function withImage(
  work: (image: { folder: string; path: string; bytes: Uint8Array<ArrayBuffer> }) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-source-" });
  try {
    const bytes = new Uint8Array(12 * MIB);
    bytes.set(await fitDisk());
    for (let at = 4 * MIB; at < 8 * MIB; at += 65536) {
      crypto.getRandomValues(bytes.subarray(at, at + 65536));
    }
    await Deno.writeFile(`${folder}/gw.raw`, bytes);
    await work({ folder, path: `${folder}/gw.raw`, bytes });
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

const force = (
  image: string,
  target: string,
  more: Partial<DeployOptions> = {},
): DeployOptions => ({
  image,
  target,
  yes: true,
  force: true,
  ...more,
});

/** Another loop device over a file. */
async function attach(...args: string[]): Promise<{ path: string } & AsyncDisposable> {
  const losetup = async (...args: string[]) => {
    const { success, stdout } = await new Deno.Command("losetup", { args }).output();
    assert.ok(success);
    return new TextDecoder().decode(stdout).trim();
  };
  const path = await losetup("-f", "--show", ...args);
  return { path, [Symbol.asyncDispose]: async () => void await losetup("-d", path) };
}

Deno.test({
  name: "deploy: an image and a target that are the same storage are refused, and nothing changes",
  ignore: ignore || !loops,
  fn: () =>
    withImage(async ({ folder, path, bytes }) => {
      await Deno.symlink(path, `${folder}/link.raw`);
      await Deno.link(path, `${folder}/hard.raw`);
      await using loop = await attach(path);
      await using twin = await attach(path);
      await using part = await attach("--offset", String(4 * MIB), path);
      const pairs = [
        [path, path],
        [path, `${folder}/link.raw`],
        [path, `${folder}/hard.raw`],
        [path, loop.path],
        [path, part.path],
        [loop.path, loop.path],
        [loop.path, twin.path],
        [loop.path, part.path],
        [loop.path, path],
      ] as const;
      for (const [image, target] of pairs) {
        const error = await refusal(deployImage(force(image, target)));
        assert.match(
          `${error.message}: ${error.why}`,
          /the same storage|in use: the backing file/,
          `${image} onto ${target}`,
        );
      }
      assert.equal(Buffer.compare(await Deno.readFile(path), bytes), 0);
    }),
});

Deno.test({
  name: "deploy: a block device is an image like any other",
  ignore: ignore || !loops,
  fn: () =>
    withImage(async ({ path, bytes }) => {
      await using source = await attach("--read-only", path);
      await using target = await LoopDevice.create(16 * MIB);
      const { size, verified } = await deployImage(force(source.path, target.path));
      assert.deepEqual([size, verified], [bytes.length, true]);
      const found = await Deno.readFile(target.path);
      assert.equal(Buffer.compare(found.subarray(0, bytes.length), bytes), 0);
    }),
});

Deno.test({
  name: "deploy: what is put in the place of a checked image is not written",
  ignore,
  fn: () =>
    withImage(async ({ folder, path, bytes }) => {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const target = `${folder}/target`;
      const other = bytes.slice().fill(0xee, 5 * MIB, 6 * MIB);
      /** The moment between check and use. */
      const meanwhile = (act: () => void): Partial<DeployOptions> => ({
        sha256,
        onEvent: ({ kind }) => kind === "target" && act(),
      });
      const options = meanwhile(() => {
        Deno.writeFileSync(`${folder}/other`, other);
        Deno.renameSync(`${folder}/other`, path);
      });
      assert.equal((await deployImage(force(path, target, options))).sha256, sha256);
      assert.equal(Buffer.compare(await Deno.readFile(target), bytes), 0);

      // In place: nobody can keep a file's owner from that, but it is found out.
      for (const verify of [true, false]) {
        await Deno.remove(target).catch(() => {});
        await Deno.writeFile(path, bytes);
        const inPlace = { ...meanwhile(() => Deno.writeFileSync(path, other)), verify };
        const error = await refusal(deployImage(force(path, target, inPlace)));
        assert.match(error.message, /the image was changed while it was read/);
        assert.equal(error.exitCode, 4);
        await assert.rejects(Deno.stat(target), Deno.errors.NotFound);
      }
    }),
});

/** Replaces an image and its manifest by another pair that fits together. */
function swap(folder: string, name: string, bytes: Uint8Array): void {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const manifest = JSON.stringify({ outputs: [{ name, sha256 }] });
  for (const [file, content] of [[name, bytes], ["manifest.json", manifest]] as const) {
    Deno.writeFileSync(`${folder}/.new`, Buffer.from(content));
    Deno.renameSync(`${folder}/.new`, `${folder}/${file}`);
  }
}

Deno.test({
  name: "deploy: image and manifest that are swapped together, packed or not, are not written",
  ignore,
  fn: () =>
    withImage(async ({ folder, path, bytes }) => {
      const other = bytes.slice().fill(0xee, 5 * MIB, 6 * MIB);
      const packed = async (content: Uint8Array, name: string): Promise<Uint8Array> => {
        await Deno.writeFile(path, content);
        const args = name.endsWith(".zst")
          ? ["zstd", "-q", "-f", path, "-o", `${folder}/${name}`]
          : ["qemu-img", "convert", "-f", "raw", "-O", "qcow2", path, `${folder}/${name}`];
        if (name !== "gw.raw") {
          assert.ok((await new Deno.Command(args[0]!, { args: args.slice(1) }).output()).success);
        }
        return await Deno.readFile(`${folder}/${name}`);
      };
      for (const name of ["gw.raw", "gw.raw.zst", "gw.qcow2"]) {
        const evil = await packed(other, name);
        const good = await packed(bytes, name);
        // `check` comes first when the image is unpacked or hashed, `target` when that is done.
        for (const moment of ["check", "target"]) {
          swap(folder, name, good);
          const target = `${folder}/target`;
          let swapped = false;
          const written = deployImage(force(`${folder}/${name}`, target, {
            onEvent({ kind }) {
              if (kind !== moment || swapped) return;
              swapped = true;
              swap(folder, name, evil);
            },
          }));
          // What is packed is opened after it was said; the raw image was open by then.
          if (moment === "check" && name !== "gw.raw") {
            const error = await refusal(written);
            assert.match(error.message, /does not match its checksum/, name);
            assert.equal(error.exitCode, 4);
            await assert.rejects(Deno.stat(target), Deno.errors.NotFound);
          } else {
            const { sha256 } = await written;
            assert.equal(sha256, createHash("sha256").update(good).digest("hex"));
            assert.equal(Buffer.compare(await Deno.readFile(target), bytes), 0, name);
            await Deno.remove(target);
          }
          assert.ok(swapped, `${name} ${moment}`);
        }
      }
    }),
});

Deno.test({
  name: "deploy: names that qemu-img takes for protocols are files",
  ignore,
  fn: () =>
    withImage(async ({ folder, path, bytes }) => {
      await Deno.mkdir(`${folder}/a:b`);
      await Deno.rename(path, `${folder}/a:b/x.raw`);
      await Deno.copyFile(`${folder}/a:b/x.raw`, `${folder}/nbd:x`);
      const convert = ["convert", "-f", "raw", "-O", "qcow2", `${folder}/a:b/x.raw`];
      assert.ok(
        (await new Deno.Command("qemu-img", { args: [...convert, `${folder}/q`] }).output())
          .success,
      );
      await Deno.rename(`${folder}/q`, `${folder}/json:{}.qcow2`);
      for (const image of ["a:b/x.raw", "nbd:x", "json:{}.qcow2"]) {
        const { code, stderr } = await new Deno.Command(Deno.execPath(), {
          args: ["run", "-A", "--quiet", `${ROOT}build/cli/main.ts`, "deploy", image, "to:this"]
            .concat("--yes", "--force"),
          cwd: folder,
          stdin: "null",
        }).output();
        assert.equal(code, 0, `${image}: ${new TextDecoder().decode(stderr)}`);
        assert.equal(Buffer.compare(await Deno.readFile(`${folder}/to:this`), bytes), 0, image);
        await Deno.remove(`${folder}/to:this`);
      }
    }),
});

Deno.test({
  name: "deploy: a qcow2 image cannot bring another file of this host along",
  ignore,
  fn: () =>
    withImage(async ({ folder, path }) => {
      const create = ["create", "-q", "-f", "qcow2", "-F", "raw", "-b", path, `${folder}/o.qcow2`];
      assert.ok((await new Deno.Command("qemu-img", { args: create }).output()).success);
      const error = await refusal(deployImage(force(`${folder}/o.qcow2`, `${folder}/target`)));
      assert.match(error.message, /only an overlay/);
    }),
});

Deno.test({
  name: "deploy: an image that a program writes is refused",
  ignore,
  fn: () =>
    withImage(async ({ folder, path }) => {
      const writer = new Deno.Command("sh", {
        args: ["-c", 'exec 3<>"$1"; echo open; read line', "sh", path],
        stdin: "piped",
        stdout: "piped",
      }).spawn();
      const said = writer.stdout.getReader();
      await said.read();
      try {
        const error = await refusal(deployImage(force(path, `${folder}/target`)));
        assert.match(error.message, /the image is being written/);
        assert.match(error.why ?? "", new RegExp(`sh \\(pid ${writer.pid}\\)`));
      } finally {
        await writer.stdin.close();
        await said.cancel();
        await writer.status;
      }
    }),
});
