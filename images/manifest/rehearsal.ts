/**
 * Recognises a disk made by a rehearsal, also without its manifest.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { imageFacts, type ImageFormat } from "../../host/qemu_img.ts";
import { readHead } from "../disk/read_head.ts";

/** First words of the message that the boot sector of a rehearsal prints. */
const MARK = "Gatewright rehearsal:";

/** Whether the first sector of a disk (512 bytes) is that of a rehearsal. */
export function isRehearsal(sector: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(sector).includes(MARK);
}

/**
 * Throws if an image was made by a rehearsal.
 *
 * @param next what to type instead
 * @param backing the backing file that an overlay may have
 * @throws {GatewrightError} (verification)
 */
export async function refuseRehearsal(
  path: string,
  format: ImageFormat,
  next: string,
  backing?: string,
): Promise<void> {
  const { virtualSize } = await imageFacts(path, format, path, backing);
  if (virtualSize < 512) return;
  const head = { path, format, device: false, offset: 0, size: virtualSize };
  if (!isRehearsal(await readHead(head, 512))) return;
  throw new GatewrightError("the image is a rehearsal and does not boot OpenBSD", {
    kind: "verification",
    where: path,
    next,
  });
}
