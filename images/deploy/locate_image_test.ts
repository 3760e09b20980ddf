import assert from "node:assert/strict";
import { locateImage } from "./locate_image.ts";

const [MINE, OTHER] = ["a".repeat(64), "b".repeat(64)];

Deno.test("a checksum counts for the image that it names, in the forms of sha256(1) and sha256sum(1)", async () => {
  const folder = await Deno.makeTempDir();
  const image = `${folder}/hq.raw.zst`;
  const found = async (list: string) => {
    await Deno.writeTextFile(`${image}.sha256`, list);
    return (await locateImage(image)).sha256;
  };
  try {
    await Deno.writeTextFile(image, "");
    assert.equal((await locateImage(image)).sha256, undefined);
    assert.equal(await found(`${OTHER}  other.raw.zst\n${MINE}  hq.raw.zst\n`), MINE);
    assert.equal(await found(`SHA256 (a) = ${OTHER}\nSHA256 (hq.raw.zst) = ${MINE}\n`), MINE);
    assert.equal(await found(`${MINE} *hq.raw.zst\n`), MINE);
    assert.equal(await found(`${MINE}\n`), MINE, "a sum alone can only be of this image");
    for (const list of [`${OTHER}  hq.raw\n`, `SHA256 (hq) = ${OTHER}\n`, "", `${MINE}  \n`]) {
      await assert.rejects(found(list), { kind: "verification" }, list);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a manifest gives the hash of the image named, not that of another file", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/hq.raw`, "");
    const outputs = [
      { name: "disklabel.conf", size: 1, sha256: OTHER },
      { name: "hq.raw", size: 0, sha256: MINE },
    ];
    await Deno.writeTextFile(
      `${folder}/manifest.json`,
      JSON.stringify({ format: 1, name: "hq", outputs }),
    );
    assert.equal((await locateImage(folder)).sha256, MINE);
    assert.equal((await locateImage(`${folder}/hq.raw`)).sha256, MINE);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
