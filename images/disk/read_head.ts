/**
 * Reads the first bytes of an image of any format.
 * @module
 */
import { temporaryFolder } from "../../host/host_error.ts";
import { run } from "../../host/run.ts";
import { type Window, windowOptions } from "../../host/qemu_img.ts";

/** The first `length` bytes of the virtual disk. */
export async function readHead(image: Window, length: number): Promise<Uint8Array> {
  if (image.format === "raw") {
    using file = await Deno.open(image.path);
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const count = await file.read(bytes.subarray(done));
      if (count === null) break;
      done += count;
    }
    return bytes;
  }
  await using folder = await temporaryFolder("gatewright-");
  const out = `${folder.path}/head`;
  await run("qemu-img", [
    "convert",
    "--image-opts",
    "-O",
    "raw",
    windowOptions({ ...image, offset: 0, size: length }),
    out,
  ]);
  return await Deno.readFile(out);
}
