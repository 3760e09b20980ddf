/**
 * The public key that must have signed a release; the built-in ones are in
 * gateway/openbsd/releases.ts.
 * @module
 */
import type { Release } from "../../gateway/gateway.ts";
import { openbsdRelease } from "../../gateway/openbsd/releases.ts";
import { GatewrightError } from "../../host/error.ts";
import { parsePublicKey, type SignifyPublicKey } from "./signify.ts";
import { readBounded } from "../../host/read_bounded.ts";

/**
 * The key that must have signed a release: `release.key` if given, else the built-in one. An
 * unreadable key file is an error of kind `failed`, a missing built-in key of kind `verification`.
 */
export async function releaseKey(release: Release): Promise<SignifyPublicKey> {
  if (release.key !== undefined) {
    const text = await readBounded(release.key, 64 << 10).catch((cause) => {
      throw new GatewrightError("the release's public key cannot be read", {
        code: "no-key",
        where: release.key!,
        why: cause instanceof Error ? cause.message : String(cause),
        next: "give the path of a signify public key as release.key",
        cause,
      });
    });
    return parsePublicKey(text, release.key);
  }
  const key = openbsdRelease(release.number)?.baseKey;
  if (key === undefined) {
    throw new GatewrightError(`no key of OpenBSD ${release.version} is built in`, {
      kind: "verification",
      code: "no-key",
      next: `give openbsd-${release.number}-base.pub as release.key`,
    });
  }
  const comment = `openbsd ${release.version} base public key`;
  return parsePublicKey(`untrusted comment: ${comment}\n${key}\n`, comment);
}
