import assert from "node:assert/strict";
import { areLarge } from "./large.ts";

Deno.test("a description is as large as all that it extends", async () => {
  const folder = await Deno.makeTempDir();
  const write = (name: string, text: string) => Deno.writeTextFile(`${folder}/${name}`, text);
  const large = (name: string) => areLarge([`${folder}/${name}`]);
  try {
    await Deno.mkdir(`${folder}/sub`);
    await write("large.yaml", "#".repeat(65_537));
    await write("sub/half.yaml", "#".repeat(40_000));
    await write("alone.yaml", "hostname: extends\n");
    await write("one.yaml", "extends: sub/half.yaml\n");
    await write("tiny.yaml", '"ext\\u0065nds": [one.yaml, large.yaml]\n');
    await write("sub/two.yaml", `extends: [half.yaml, ../one.yaml]\n${"#".repeat(20_000)}`);
    await write("sub/three.yaml", `extends: [two.yaml]\n${"#".repeat(20_000)}`);
    await write("circle.yaml", "extends: circle.yaml\n");
    await write("missing.yaml", "extends: nowhere.yaml\n");
    assert.equal(await large("large.yaml"), true);
    assert.equal(await large("sub/half.yaml"), false);
    assert.equal(await large("alone.yaml"), false);
    assert.equal(await large("one.yaml"), false);
    assert.equal(await large("tiny.yaml"), true);
    // Each file is read once.
    assert.equal(await large("sub/two.yaml"), false);
    assert.equal(await large("sub/three.yaml"), true);
    assert.equal(await large("circle.yaml"), false);
    assert.equal(await large("missing.yaml"), false);
    assert.equal(await areLarge([`${folder}/one.yaml`, "/dev/zero"]), true);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
