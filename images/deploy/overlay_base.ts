/**
 * The base that an overlay needs: where it is, and whether it is still what it was.
 * @module
 */
import { dirname, join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { sumPieces } from "../disk/image_sum.ts";
import { openSource } from "../disk/source.ts";
import type { Backing } from "../manifest/manifest.ts";

/** What builds call it; no manifest makes another file of this host be read. */
const NAME = /^\.\.\/base-[0-9a-f]{16}\.raw$/;

/** What the base with this sum is called beside the folders of its overlays. */
export function overlayBaseName(pieces: string): string {
  return `base-${pieces.slice(0, 16)}.raw`;
}

/**
 * The path of the base of the overlay `image`.
 *
 * @throws {GatewrightError} (verification) if it is not there, or another one.
 */
export async function overlayBase(
  image: string,
  { name, pieces }: Backing,
  signal?: AbortSignal,
): Promise<string> {
  const folder = dirname(image);
  // Beside what a link to the folder leads to: there builds put it, and QEMU looks for it.
  const path = join(await Deno.realPath(folder).catch(() => folder), name);
  const refused = (message: string, cause?: unknown) =>
    new GatewrightError(message, {
      kind: "verification",
      code: "other-base",
      where: path,
      why: `${image} has only what differs from it`,
      next: "put the base back that was there, or build again",
      cause,
    });
  if (!NAME.test(name)) throw refused("the base of the overlay has another name than builds give");
  try {
    using source = await openSource(path);
    if ((await sumPieces(source, signal)).sum.pieces === pieces) return path;
  } catch (cause) {
    signal?.throwIfAborted();
    throw refused("the base of the overlay cannot be read", cause);
  }
  throw refused("the base of the overlay has changed");
}
