import assert from "node:assert/strict";
import { dirname } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import type { Newcomer } from "./existing_output.ts";
import { OutputFolder } from "./output_folder.ts";

/** Publishes a folder with these files, and a manifest that lists them. */
async function made(target: string, files: Record<string, string>, by: Newcomer = "build") {
  await using out = await OutputFolder.create(target, by);
  for (const [name, text] of Object.entries(files)) {
    await Deno.mkdir(dirname(`${out.path}/${name}`), { recursive: true });
    await Deno.writeTextFile(`${out.path}/${name}`, text);
  }
  const outputs = Object.keys(files).map((name) => ({ name }));
  const manifest = { outputs, ...(by === "render" ? { rendered: true } : {}) };
  await Deno.writeTextFile(`${out.path}/manifest.json`, JSON.stringify(manifest));
  await out.publish();
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
const read = (path: string) => Deno.readTextFileSync(path);

/** The error of `work`, which must be one that says where and what next. */
async function refusal(work: Promise<unknown>): Promise<GatewrightError> {
  const error = await work.then(() => assert.fail("it was not refused"), (error) => error);
  assert(error instanceof GatewrightError, String(error));
  assert(error.where && error.next);
  return error;
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a build replaces an earlier one, and leaves nothing else", () =>
  withFolder(async (folder) => {
    await made(`${folder}/gw`, { "gw.raw": "1", "boot.log": "" });
    await made(`${folder}/gw`, { "gw.raw": "2" });
    assert.equal(read(`${folder}/gw/gw.raw`), "2");
    assert.deepEqual(names(`${folder}/gw`), ["gw.raw", "manifest.json"]);
    assert.deepEqual(names(folder), ["gw"]);
  }));

Deno.test("a build that fails leaves the earlier one", () =>
  withFolder(async (folder) => {
    await made(`${folder}/gw`, { "gw.raw": "1" });
    await assert.rejects(async () => {
      await using out = await OutputFolder.create(`${folder}/gw`, "build");
      await Deno.writeTextFile(`${out.path}/gw.raw`, "2");
      throw new Error("no disk");
    }, /no disk/);
    assert.equal(read(`${folder}/gw/gw.raw`), "1");
    assert.deepEqual(names(folder), ["gw"]);
  }));

Deno.test("what a rendering made is replaced by a rendering and by a build, folders too", () =>
  withFolder(async (folder) => {
    const tree = { "install.conf": "", "site/etc/pf.conf": "block" };
    await made(`${folder}/gw`, tree, "render");
    await made(`${folder}/gw`, { "install.conf": "2", "site/etc/hosts": "" }, "render");
    assert.deepEqual(names(`${folder}/gw/site/etc`), ["hosts"]);
    await made(`${folder}/gw`, { "gw.raw": "" });
    assert.deepEqual(names(`${folder}/gw`), ["gw.raw", "manifest.json"]);
  }));

Deno.test("a rendering does not take the place of a disk", () =>
  withFolder(async (folder) => {
    await made(`${folder}/gw`, { "gw.raw": "precious" });
    const error = await refusal(made(`${folder}/gw`, { "install.conf": "" }, "render"));
    assert.match(error.message, /holds the disk of a build/);
    assert.equal(read(`${folder}/gw/gw.raw`), "precious");
  }));

Deno.test("what the manifest does not list is never removed", () =>
  withFolder(async (folder) => {
    await made(`${folder}/gw`, { "gw.raw": "1", "site/etc/hosts": "" }, "render");
    for (const [name, shown] of [["notes.txt", "notes.txt"], ["site/etc/mine", "site/etc/mine"]]) {
      await Deno.writeTextFile(`${folder}/gw/${name}`, "precious");
      for (const by of ["build", "render"] as const) {
        const error = await refusal(made(`${folder}/gw`, {}, by));
        assert.match(error.why!, new RegExp(`^${shown}: the manifest does not list`));
      }
      assert.equal(read(`${folder}/gw/${name}`), "precious");
      await Deno.remove(`${folder}/gw/${name}`);
    }
    for (let i = 0; i < 8; i++) await Deno.writeTextFile(`${folder}/gw/${i}`, "");
    assert.match((await refusal(made(`${folder}/gw`, {}))).why!, /^0, 1, 2, 3, 4 and 3 more: /);
  }));

Deno.test("nor is what comes while the build goes on", () =>
  withFolder(async (folder) => {
    await made(`${folder}/gw`, { "gw.raw": "1" });
    await using out = await OutputFolder.create(`${folder}/gw`, "build");
    await Deno.writeTextFile(`${folder}/gw/notes.txt`, "precious");
    assert.match((await refusal(out.publish())).why!, /notes\.txt/);
    assert.deepEqual(names(`${folder}/gw`), ["gw.raw", "manifest.json", "notes.txt"]);
  }));

Deno.test("what is no folder of a build is refused; an empty one is taken", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/empty`);
    await made(`${folder}/empty`, { "gw.raw": "" });
    await Deno.writeTextFile(`${folder}/file`, "");
    await Deno.symlink(`${folder}/nowhere`, `${folder}/link`);
    for (const name of ["file", "link"]) {
      assert.match((await refusal(made(`${folder}/${name}`, {}))).message, /is not a folder/);
    }
    await Deno.mkdir(`${folder}/other`);
    for (const manifest of ["", "null", "1", "{}", '{"outputs": 1}']) {
      await Deno.writeTextFile(`${folder}/other/manifest.json`, manifest);
      assert.match((await refusal(made(`${folder}/other`, {}))).message, /no build made/);
    }
    assert.deepEqual(names(folder), ["empty", "file", "link", "other"]);
  }));

Deno.test("a folder that cannot be made is known before the build, and the probe leaves nothing", () =>
  withFolder(async (folder) => {
    await OutputFolder.probe(`${folder}/new/deep/gw`, "build");
    assert.deepEqual(names(folder), []);
    await Deno.writeTextFile(`${folder}/file`, "");
    for (const path of ["file/gw", "file/deep/gw"]) {
      const error = await refusal(OutputFolder.probe(`${folder}/${path}`, "build"));
      assert.equal(error.code, "output-folder");
      assert.equal(error.where, `${folder}/${path}`);
    }
    assert.deepEqual(names(folder), ["file"]);
  }));

Deno.test("a link to the folder stays, and what it leads to is replaced", () =>
  withFolder(async (folder) => {
    await made(`${folder}/large/gw`, { "gw.raw": "1" });
    await Deno.symlink(`${folder}/large/gw`, `${folder}/gw`);
    await made(`${folder}/gw`, { "gw.raw": "2" });
    assert.equal(await Deno.readLink(`${folder}/gw`), `${folder}/large/gw`);
    assert.equal(read(`${folder}/large/gw/gw.raw`), "2");
    assert.deepEqual(names(`${folder}/large`), ["gw"]);
  }));

Deno.test("after a crash between the renames, the next build finds the earlier one", () =>
  withFolder(async (folder) => {
    await made(`${folder}/gw`, { "gw.raw": "1" });
    await Deno.rename(`${folder}/gw`, `${folder}/.gw.replaced`);
    await (await OutputFolder.create(`${folder}/gw`, "build"))[Symbol.asyncDispose]();
    assert.equal(read(`${folder}/gw/gw.raw`), "1");
    // And after a crash behind them, only the new one is left.
    await made(`${folder}/.gw.replaced`, { "gw.raw": "0" });
    await (await OutputFolder.create(`${folder}/gw`, "build"))[Symbol.asyncDispose]();
    assert.equal(read(`${folder}/gw/gw.raw`), "1");
    assert.deepEqual(names(folder), ["gw"]);
  }));

const root = Deno.uid() === 0;
if (!root) console.log("another user: skipped, only root can be one");

Deno.test({
  name: "what another user put where an earlier build would wait is not taken for one",
  ignore: !root,
  fn: () =>
    withFolder(async (folder) => {
      await made(`${folder}/.gw.replaced`, { "gw.raw": "evil" });
      await Deno.chown(`${folder}/.gw.replaced`, 65534, 65534);
      const error = await refusal(made(`${folder}/gw`, {}));
      assert.match(error.message, /belongs to another user/);
      assert.equal(error.where, `${folder}/.gw.replaced`);
      await Deno.remove(`${folder}/.gw.replaced`, { recursive: true });
      await Deno.symlink("/etc", `${folder}/.gw.replaced`);
      assert.match((await refusal(made(`${folder}/gw`, {}))).message, /is not a folder/);
      assert.deepEqual(names(folder), [".gw.replaced"]);
    }),
});
