import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { refusePacked } from "./refuse_packed.ts";

Deno.test("a packed image is refused with what unpacks it, whatever its name; a disk is not", async () => {
  const folder = await Deno.makeTempDir();
  const next = async (name: string, bytes: number[]) => {
    const path = `${folder}/${name}`;
    await Deno.writeFile(path, new Uint8Array(bytes));
    const error = await refusePacked(path).then(() => undefined, (error) => error);
    if (error === undefined) return undefined;
    assert.ok(error instanceof GatewrightError);
    assert.equal(error.kind, "usage");
    return error.next?.replaceAll(`${folder}/`, "");
  };
  try {
    // Also one whose first bytes are spoiled.
    assert.equal(
      await next("gw 2.raw.zst", [0]),
      "zstd -d 'gw 2.raw.zst' -o 'gw 2.raw' && gatewright boot 'gw 2.raw'\n" +
        "gatewright deploy 'gw 2.raw.zst' TARGET writes it to the disk of a guest",
    );
    assert.equal(
      await next("gw", [0x28, 0xb5, 0x2f, 0xfd, 0x24]),
      "zstd -d gw -o gw.raw && gatewright boot gw.raw",
    );
    assert.equal(
      await next("gw.raw.xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]),
      "xz -dc gw.raw.xz >gw.raw && gatewright boot gw.raw",
    );
    assert.equal(await next("gw.qcow2", [0x51, 0x46, 0x49, 0xfb]), undefined);
    assert.equal(await next("gw.raw", [0, 1, 2, 3, 4]), undefined);
    assert.equal(await next("empty.raw", []), undefined);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
