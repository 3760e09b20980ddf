import assert from "node:assert/strict";
import { openSource } from "../disk/source.ts";
import { sumPieces } from "../disk/image_sum.ts";
import { openImage } from "./image_input.ts";

/** A folder as a stamp leaves it: its manifest knows the image by its pieces. */
async function place() {
  const folder = await Deno.makeTempDir({ prefix: "gw-input-" });
  const image = `${folder}/gw.raw`;
  await Deno.writeFile(image, new Uint8Array(3 << 20).fill(7));
  await Deno.truncate(image, 80 << 20);
  using source = await openSource(image);
  const { sum } = await sumPieces(source);
  const outputs = [{ name: "gw.raw", size: 80 << 20, ...sum }];
  await Deno.writeTextFile(`${folder}/manifest.json`, JSON.stringify({ format: 1, outputs }));
  return { folder, image, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

Deno.test("an image is compared with the pieces in its manifest, by its folder and by its path", async () => {
  await using at = await place();
  for (const given of [at.folder, at.image]) {
    await using input = await openImage(given);
    assert.equal(input.digests?.length, 80);
    assert.equal(input.sha256, undefined);
  }
  {
    using file = await Deno.open(at.image, { write: true });
    await file.seek(70 << 20, Deno.SeekMode.Start);
    await file.write(new Uint8Array([1]));
  }
  for (const given of [at.folder, at.image]) {
    await assert.rejects(openImage(given), {
      kind: "verification",
      message: "the image does not match its checksum",
    });
    await using input = await openImage(given, { checked: false });
    assert.equal(input.digests, undefined);
  }
});
