/**
 * Recognises a packed image, which no guest can boot from.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { shownWord } from "../../host/shell_word.ts";
import { foreignFormat, FORMAT_HEAD, ZSTD } from "../../images/disk/foreign_format.ts";

/** @throws {GatewrightError} (usage) if the file at `image` is packed, whatever its name. */
export async function refusePacked(image: string): Promise<void> {
  const named = image.endsWith(".zst");
  const format = named ? ZSTD : foreignFormat(await headOf(image));
  if (!format?.packed || !format.toRaw) return;
  const [from, raw] = [image, `${image.replace(/\.(zst|xz|gz)$/, "").replace(/\.raw$/, "")}.raw`]
    .map(shownWord) as [string, string];
  const boot = `${format.toRaw(from, raw)} && gatewright boot ${raw}`;
  throw new GatewrightError("the image is packed", {
    kind: "usage",
    where: image,
    why: "a guest boots from the unpacked disk",
    next: named
      ? `${boot}\ngatewright deploy ${from} TARGET writes it to the disk of a guest`
      : boot,
  });
}

async function headOf(path: string): Promise<Uint8Array> {
  using file = await Deno.open(path);
  const head = new Uint8Array(FORMAT_HEAD);
  return head.subarray(0, await file.read(head) ?? 0);
}
