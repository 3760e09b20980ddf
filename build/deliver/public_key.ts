/**
 * Reads the public key that must have signed an image.
 * @module
 */
import { detailsOf, GatewrightError } from "../../host/error.ts";
import { readBounded } from "../../host/read_bounded.ts";
import { parsePublicKey, type SignifyPublicKey } from "../release/signify.ts";

/**
 * Reads a public key of signify(1).
 *
 * @throws {GatewrightError} (verification) if it is missing or not a key.
 */
export async function readPublicKey(path: string): Promise<SignifyPublicKey> {
  const bytes = await readBounded(path, 64 << 10).catch((cause) => {
    throw new GatewrightError("the public key cannot be read", {
      kind: "verification",
      where: path,
      why: cause instanceof Error ? cause.message : String(cause),
      next: "name the public key of the one who packed the image: ci.pub if ci.sec signed it",
      cause,
    });
  });
  try {
    return parsePublicKey(bytes, path);
  } catch (cause) {
    if (!(cause instanceof GatewrightError)) throw cause;
    throw new GatewrightError("this is not a public key", {
      ...detailsOf(cause),
      why: cause.message,
      next: path.endsWith(".sec")
        ? `name the public key of the pair: ${path.replace(/sec$/, "pub")}`
        : "name the public key of the pair that signify -G wrote: ci.pub, not ci.sec",
      cause,
    });
  }
}
