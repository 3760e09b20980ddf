/**
 * Reads an image a second time.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { CHUNK, type Digest, digestOf, placeOf, readChunk } from "../disk/chunks.ts";
import type { Source } from "../disk/source.ts";
import { zeros } from "../../host/zeros.ts";

/**
 * Piece `index` of an image, which must match its digest in `digests`.
 *
 * @throws {GatewrightError} (verification) if it does not
 */
export async function checkedChunk(
  source: Source,
  index: number,
  digests?: readonly Digest[],
): Promise<Uint8Array> {
  const known = digests?.[index];
  // A piece that was all zeros is returned as zeros, without reading it again.
  if (known === null) return zeros(placeOf(index, source.size).length);
  const bytes = await readChunk(source, index);
  if (known === undefined || digestOf(bytes) === known) return bytes;
  throw new GatewrightError("the image was changed while it was read", {
    kind: "verification",
    where: source.name,
    why: `it no longer matches its checksum, at byte ${index * CHUNK} or after it`,
    next: "find out what changes it; copy it where only you can write, and name the copy",
  });
}
