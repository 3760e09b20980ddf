/**
 * URLs of files on an OpenBSD mirror.
 * @module
 */
import type { Release } from "../../gateway/gateway.ts";
import { GatewrightError } from "../../host/error.ts";
import { shownUrl } from "../../host/shown_url.ts";

/** OpenBSD's content delivery network, the default mirror. */
export const DEFAULT_MIRROR = "https://cdn.openbsd.org/pub/OpenBSD";

/**
 * The URL of `file` of a release: `<mirror>/<version>/<arch>/<file>`.
 * A mirror that is not an `https`, `http` or `file` URL is a usage error.
 */
export function mirrorUrl(release: Release, file: string): URL {
  const mirror = (release.mirror ?? DEFAULT_MIRROR).replace(/\/+$/, "");
  const text = `${mirror}/${release.version}/${release.arch}/${file}`;
  if (!/^(https?|file):\/\//.test(mirror) || !URL.canParse(text)) {
    throw new GatewrightError("not the URL of a mirror", {
      kind: "usage",
      where: shownUrl(mirror),
      next: `give an https, http or file URL like ${DEFAULT_MIRROR}`,
    });
  }
  return new URL(text);
}
