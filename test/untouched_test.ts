import assert from "node:assert/strict";
import { changes, listing } from "./untouched.ts";

Deno.test("everything that happens to a folder is seen", async () => {
  const folder = await Deno.makeTempDir({ prefix: "gatewright untouched " });
  try {
    const host = `${folder}/host`;
    await Deno.mkdir(`${host}/bin`, { recursive: true });
    for (const name of ["read", "written", "again", "mode", "gone"]) {
      await Deno.writeTextFile(`${host}/bin/${name}`, "one");
    }
    await Deno.mkdir(`${folder}/own`);
    await Deno.symlink(`${host}/bin/written`, `${folder}/own/written`);
    const before = await listing([host]);
    assert.equal(before.size, 7);

    await Deno.readTextFile(`${host}/bin/read`);
    await Deno.writeTextFile(`${folder}/own/other`, "beside it");
    assert.deepEqual(changes(before, await listing([host])), []);

    const { mtime, atime } = await Deno.stat(`${host}/bin/again`);
    await Deno.writeTextFile(`${folder}/own/written`, "two");
    await Deno.writeTextFile(`${host}/bin/again`, "two");
    await Deno.utime(`${host}/bin/again`, atime!, mtime!);
    await Deno.chmod(`${host}/bin/mode`, 0o700);
    await Deno.remove(`${host}/bin/gone`);
    await Deno.writeTextFile(`${host}/bin/new\nline`, "");
    const found = changes(before, await listing([host]));
    const short = found.map((one) => one.replace(`${host}/bin`, "").replace(/:.*/s, ""));
    assert.deepEqual(short.sort(), [
      " was changed",
      "/again was changed",
      "/gone was removed",
      "/mode was changed",
      "/new\nline was made",
      "/written was changed",
    ]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a folder that is not there is empty", async () => {
  assert.equal((await listing(["/nonexistent/folder"])).size, 0);
});
