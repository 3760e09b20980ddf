import assert from "node:assert/strict";
import { findBuilt } from "./find_built.ts";

Deno.test("a build is found by its folder and by its image; nothing else is taken for one", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const write = (outputs: unknown) =>
      Deno.writeTextFile(`${folder}/manifest.json`, JSON.stringify({ format: 1, outputs }));
    await Deno.writeTextFile(`${folder}/hq.raw`, "");
    await Deno.writeTextFile(`${folder}/other.raw`, "");
    await assert.rejects(findBuilt(folder), /not one that build wrote/);
    await Deno.writeTextFile(`${folder}/hq.raw.zst`, "");
    await assert.rejects(findBuilt(folder), { next: `did you mean ${folder}/hq.raw.zst?` });
    await write([{ name: "hq.xml" }, { name: "hq.raw" }]);
    assert.equal((await findBuilt(folder)).image, `${folder}/hq.raw`);
    assert((await findBuilt(`${folder}/hq.raw`)).manifest);
    assert.deepEqual(await findBuilt(`${folder}/other.raw`), { image: `${folder}/other.raw` });
    await assert.rejects(findBuilt(`${folder}/none`), /no such image/);
    // A manifest may come from anywhere.
    for (const outputs of [[], [{ name: "../hq.raw" }], [{ name: 7 }], "hq.raw", [null]]) {
      await write(outputs);
      await assert.rejects(findBuilt(folder), { kind: "usage" });
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
