import assert from "node:assert/strict";
import { OutputFolder } from "./output_folder.ts";

/** A folder that a build made, holding `text`. */
async function made(target: string, text: string): Promise<void> {
  await using out = await OutputFolder.create(target);
  await Deno.writeTextFile(`${out.path}/manifest.json`, text);
  await out.publish();
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

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
    await made(`${folder}/gw`, "1");
    await made(`${folder}/gw`, "2");
    assert.equal(await Deno.readTextFile(`${folder}/gw/manifest.json`), "2");
    assert.deepEqual(names(folder), ["gw"]);
  }));

Deno.test("a build that fails leaves the earlier one", () =>
  withFolder(async (folder) => {
    await made(`${folder}/gw`, "1");
    await assert.rejects(async () => {
      await using out = await OutputFolder.create(`${folder}/gw`);
      await Deno.writeTextFile(`${out.path}/manifest.json`, "2");
      throw new Error("no disk");
    }, /no disk/);
    assert.equal(await Deno.readTextFile(`${folder}/gw/manifest.json`), "1");
    assert.deepEqual(names(folder), ["gw"]);
  }));

Deno.test("after a crash between the renames, the next build finds the earlier one", () =>
  withFolder(async (folder) => {
    await made(`${folder}/gw`, "1");
    await Deno.rename(`${folder}/gw`, `${folder}/.gw.replaced`);
    await (await OutputFolder.create(`${folder}/gw`))[Symbol.asyncDispose]();
    assert.equal(await Deno.readTextFile(`${folder}/gw/manifest.json`), "1");
    // And after a crash behind them, only the new one is left.
    await made(`${folder}/.gw.replaced`, "0");
    await (await OutputFolder.create(`${folder}/gw`))[Symbol.asyncDispose]();
    assert.equal(await Deno.readTextFile(`${folder}/gw/manifest.json`), "1");
    assert.deepEqual(names(folder), ["gw"]);
  }));
