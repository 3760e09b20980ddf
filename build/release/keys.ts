/**
 * The public keys that sign OpenBSD's base sets.
 *
 * Each is the second line of etc/signify/openbsd-XX-base.pub, XX being the number it has here; the
 * comment lines are written anew. How well each is attested:
 * - 66, 80, 81: read in OpenBSD's own source repository (66 also verifies 6.6's SHA256.sig);
 * - 73: read in a copy of that file, and the same in Debian's signify-openbsd-keys 2022.2;
 * - 74, 75, 79: read in a copy of that file, and the same in another print of the key
 *   (74 and 79: the release page);
 * - 76: read in a copy of that file; its key number is that of 7.6's published SHA256.sig;
 * - 77, 78: read in a copy of that file only. TODO: compare with a release's /etc/signify.
 * @module
 */
import type { Release } from "../../gateway/gateway.ts";
import { GatewrightError } from "../../host/error.ts";
import { parsePublicKey, type SignifyPublicKey } from "./signify.ts";

/** Base keys by release number (`79` is 7.9). */
export const BASE_KEYS: Readonly<Record<number, string>> = {
  66: "RWSvK/c+cFe24BIalifKnqoqdvLlXfeZ9MIj3MINndNeKgyYw5PpcWGn", // openbsd-66-base.pub
  73: "RWQS90bYzZ4XFms5z9OodrFABHMQnW6htU+4Tmp88NuQiTEezMm2cQ3K", // openbsd-73-base.pub
  74: "RWRoyQmAD08ajTqgzK3UcWaVlwaJMckH9/CshU8Md5pN1GoIrcBdTF+c", // openbsd-74-base.pub
  75: "RWRGj1pRpprAfgeF/rgld4ubduChLvTkigA1Zj7WLDsVA4qfYSWOEI8q", // openbsd-75-base.pub
  76: "RWTkuwn4mbq8ouJbfO4VfNH8+FdiZUosz2qIR0V0C9bm6CnVEt7CGkV0", // openbsd-76-base.pub
  77: "RWSbCCUoGpcxVRmNb/XFYBbthxWMK7G6fNbJhb993Ohuh29WFaT9vhe2", // openbsd-77-base.pub
  78: "RWS3/nvFmk4SWSmt/5QIk9yB4+uoAGoiYvFhVlDQBG3rWENeeIys0LWB", // openbsd-78-base.pub
  79: "RWTSdNN9A3yvWNn7mUjXwv9DOCOUnyfuV+mq1iGPIfD+NhN8EYnEQ1at", // openbsd-79-base.pub
  80: "RWSMSt0erHTctUxq2JDAgQRo64ztikp8JvQeiSPte3NZ0Geou0TkTEiE", // openbsd-80-base.pub
  81: "RWQirufSCy10G6Y9Ou9ao2R9RbhzN6E+2hgB6n0Cbj3Eq1aEssZaeHJu", // openbsd-81-base.pub
};

/**
 * The key that must have signed a release: `release.key` where given, else the built-in one.
 * A key file that cannot be read is an error of kind `failed`, a missing built-in key of kind
 * `verification`.
 */
export async function releaseKey(release: Release): Promise<SignifyPublicKey> {
  if (release.key !== undefined) {
    const text = await Deno.readFile(release.key).catch((cause) => {
      throw new GatewrightError("the release's public key cannot be read", {
        where: release.key!,
        why: cause instanceof Error ? cause.message : String(cause),
        next: "give the path of a signify public key as release.key or --key",
        cause,
      });
    });
    return parsePublicKey(text, release.key);
  }
  const key = BASE_KEYS[release.number];
  if (key === undefined) {
    throw new GatewrightError(`no key of OpenBSD ${release.version} is built in`, {
      kind: "verification",
      next: `give openbsd-${release.number}-base.pub as release.key or --key`,
    });
  }
  const comment = `openbsd ${release.version} base public key`;
  return parsePublicKey(`untrusted comment: ${comment}\n${key}\n`, comment);
}
