import assert from "node:assert/strict";
import { find } from "./debian.ts";

Deno.test("a file is found behind a link of its own name, and a link alone is followed", async () => {
  const folder = await Deno.makeTempDir();
  try {
    // As in libc6: the order in which folders are read must not matter.
    for (const name of ["a", "b", "c"]) await Deno.mkdir(`${folder}/${name}`);
    await Deno.symlink("/b/ld.so", `${folder}/a/ld.so`);
    await Deno.symlink("/b/ld.so", `${folder}/c/ld.so`);
    await Deno.symlink("/b/real.so.1", `${folder}/a/real.so`);
    for (const name of ["ld.so", "real.so.1"]) await Deno.writeTextFile(`${folder}/b/${name}`, "");
    assert.equal(await find(folder, "ld.so"), `${folder}/b/ld.so`);
    assert.equal(await find(folder, "real.so"), `${folder}/b/real.so.1`);
    await Deno.remove(`${folder}/b/ld.so`);
    await assert.rejects(find(folder, "ld.so"), /has no ld\.so/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
