/**
 * The base that an overlay needs: its path, and whether it has changed.
 * @module
 */
import { dirname, join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { sumPieces } from "../disk/image_sum.ts";
import { openSource } from "../disk/source.ts";
import type { Backing } from "../manifest/manifest.ts";

/**
 * The names that builds give a base, so that no manifest makes Gatewright read another file of this
 * host.
 */
const NAME = /^\.\.\/base-[0-9a-f]{16}\.raw$/;

/** The name of the base with this sum, beside the folders of its overlays. */
export function overlayBaseName(pieces: string): string {
  return `base-${pieces.slice(0, 16)}.raw`;
}

/**
 * The path of the base of the overlay `image`.
 *
 * @throws {GatewrightError} (verification) if it is missing or different.
 */
export async function overlayBase(
  image: string,
  { name, pieces }: Backing,
  signal?: AbortSignal,
): Promise<string> {
  const folder = dirname(image);
  // Symbolic links are resolved: builds put the base beside the real folder, and QEMU looks there.
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
