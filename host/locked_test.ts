import assert from "node:assert/strict";
import { HeldFile } from "./held_file.ts";
import { ownFile, sweep } from "./locked.ts";

/** What a sweep of a folder finds, by name. */
async function swept(folder: string): Promise<string[]> {
  const found: string[] = [];
  await sweep(folder, /^part\.(\w+)$/, (path, match) => {
    found.push(match[1]!);
    return Deno.remove(path);
  });
  return found.sort();
}

Deno.test("a sweep takes what nobody has open, and nothing else", async () => {
  const folder = await Deno.makeTempDir();
  try {
    for (const name of ["part.dead", "part.held", "other"]) {
      await Deno.writeTextFile(`${folder}/${name}`, "");
    }
    await Deno.symlink(`${folder}/other`, `${folder}/part.link`);
    {
      using _held = await HeldFile.open(`${folder}/part.held`);
      await using _own = await ownFile(`${folder}/part.own`);
      assert.deepEqual(await swept(folder), ["dead"]);
      assert.deepEqual(await swept(folder), []);
    }
    // The own file goes with its owner; what was held is left, and nobody's now.
    assert.deepEqual(await swept(folder), ["held"]);
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name).sort(), [
      "other",
      "part.link",
    ]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a sweep of a folder that is not there finds nothing", async () => {
  assert.deepEqual(await swept("/nonexistent"), []);
});

Deno.test("an own file that was moved to its place stays there", async () => {
  const folder = await Deno.makeTempDir();
  try {
    {
      await using own = await ownFile(`${folder}/part.x`);
      await own.file.write(new TextEncoder().encode("whole"));
      await Deno.rename(own.path, `${folder}/whole`);
    }
    assert.equal(await Deno.readTextFile(`${folder}/whole`), "whole");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
