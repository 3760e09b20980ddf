import assert from "node:assert/strict";
import { canonical } from "../../host/canonical.ts";
import { makeKey } from "../release/make_key.ts";
import { inputOptions } from "./input_options.ts";

Deno.test("a base that another key must have signed makes another build", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const from = `${folder}/base.raw.zst`;
    const [one, two, none] = ["one", "two", "none"].map((name) => `${folder}/${name}.pub`);
    await Deno.writeTextFile(from, "");
    for (const path of [one!, two!]) {
      await Deno.writeTextFile(path, (await makeKey("a key")).publicFile);
    }
    const text = async (key?: string) =>
      canonical(await inputOptions({ base: { from, ...(key === undefined ? {} : { key }) } }));
    assert.equal(await text(one), await text(one));
    assert.equal(new Set([await text(), await text(one), await text(two)]).size, 3);
    await assert.rejects(text(none), {
      message: /^the public key cannot be read/,
      kind: "verification",
      where: none,
    });
    await Deno.writeTextFile(none!, "untrusted comment: a secret key\nRWTRA7BT\n");
    await assert.rejects(text(none), { message: /^this is not a public key/, next: /signify -G/ });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
