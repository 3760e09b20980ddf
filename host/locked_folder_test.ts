import assert from "node:assert/strict";
import { lockedFolder } from "./locked_folder.ts";

Deno.test("lockedFolder() removes what was abandoned, and nothing that is in use or foreign", async () => {
  const parent = await Deno.makeTempDir();
  try {
    for (const name of ["work-dead", "work-foreign", "other"]) {
      await Deno.mkdir(`${parent}/${name}`);
    }
    for (const name of ["work-dead", "other"]) {
      await Deno.writeTextFile(`${parent}/${name}/.lock`, "");
    }
    {
      await using one = await lockedFolder(parent, "work-");
      await using two = await lockedFolder(parent, "work-");
      const names = [...Deno.readDirSync(parent)].map(({ name }) => `${parent}/${name}`).sort();
      assert.deepEqual(
        names,
        [one.path, two.path, `${parent}/other`, `${parent}/work-foreign`].sort(),
      );
      assert.equal((await Deno.stat(one.path)).mode! & 0o777, 0o700);
    }
    assert.deepEqual(
      [...Deno.readDirSync(parent)].map(({ name }) => name).sort(),
      ["other", "work-foreign"],
    );
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
});
