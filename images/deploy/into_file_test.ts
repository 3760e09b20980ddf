import assert from "node:assert/strict";
import { intoFile } from "./into_file.ts";

Deno.test("intoFile() leaves a whole file or none, and removes what a killed run left", async () => {
  const folder = await Deno.makeTempDir();
  const names = () => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  try {
    const path = `${folder}/gw (1)+$.img`;
    const foreign = ["gw (1)+$.img.part-12345", "other.img.part-12345678"];
    for (const name of [...foreign, "gw (1)+$.img.part-12345678"]) {
      await Deno.writeTextFile(`${folder}/${name}`, "half");
    }
    await assert.rejects(intoFile(path, () => Promise.reject(new Error("no"))), /no/);
    assert.deepEqual(names(), foreign);
    await intoFile(path, async (part) => {
      // Another run at the same time does not touch it.
      await intoFile(`${path}`, (other) => Deno.writeTextFile(other, "first"));
      assert.ok((await Deno.stat(part)).isFile);
      await Deno.writeTextFile(part, "second");
    });
    assert.equal(await Deno.readTextFile(path), "second");
    assert.deepEqual(names(), ["gw (1)+$.img", ...foreign]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
