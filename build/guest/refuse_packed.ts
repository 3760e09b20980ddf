/**
 * Recognises a packed image, which no guest can boot from.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { shownWord } from "../../host/shell_word.ts";

/** The first bytes of a zstd(1) file (RFC 8878, 3.1.1). */
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

/** @throws {GatewrightError} (usage) if the file at `image` is packed, whatever its name. */
export async function refusePacked(image: string): Promise<void> {
  if (!image.endsWith(".zst") && !await startsWith(image, ZSTD)) return;
  const named = image.endsWith(".zst");
  const [from, raw] = [image, named ? image.slice(0, -".zst".length) : `${image}.raw`].map(
    shownWord,
  );
  throw new GatewrightError("the image is packed", {
    kind: "usage",
    where: image,
    why: "a guest boots from the unpacked disk",
    next: named
      ? `zstd -d ${from} && gatewright boot ${raw}\n` +
        `gatewright deploy ${from} TARGET writes it to the disk of a guest`
      : `zstd -d ${from} -o ${raw} && gatewright boot ${raw}`,
  });
}

async function startsWith(path: string, magic: readonly number[]): Promise<boolean> {
  using file = await Deno.open(path);
  const head = new Uint8Array(magic.length);
  await file.read(head);
  return magic.every((byte, at) => head[at] === byte);
}
