import assert from "node:assert/strict";
import { identityOf, numberOf } from "./device_identity.ts";

Deno.test("device numbers are unpacked as the kernel prints them", () => {
  assert.equal(numberOf(0x0700 + 3), "7:3");
  assert.equal(numberOf(253 * 256 + 17), "253:17");
  // A minor of more than eight bits: /dev/dm-300 is 253:300.
  assert.equal(numberOf(253 * 256 + (300 % 256) + Math.floor(300 / 256) * 2 ** 20), "253:300");
});

Deno.test("a file has the same identity through a link, and none where there is no file", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/a`, "");
    await Deno.writeTextFile(`${folder}/b`, "");
    await Deno.symlink(`${folder}/a`, `${folder}/link`);
    await Deno.link(`${folder}/a`, `${folder}/hard`);
    const a = await identityOf(`${folder}/a`);
    assert.ok(a.inode);
    assert.deepEqual(await identityOf(`${folder}/link`), a);
    assert.deepEqual(await identityOf(`${folder}/hard`), a);
    assert.notDeepEqual(await identityOf(`${folder}/b`), a);
    assert.deepEqual(await identityOf(`${folder}/none`), {});
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
