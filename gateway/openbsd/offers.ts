/**
 * Default proposals of isakmpd(8) and iked(8).
 *
 * Source: ipsecctl of February 2025 and iked of 6.6 and February 2025, run with configurations
 * without transforms.
 * @module
 */
import type { TransformSet, Tunnel } from "../tunnel.ts";

const product = (
  encs: readonly string[],
  auths: readonly (string | undefined)[],
  groups: readonly string[],
): TransformSet[] =>
  groups.flatMap((group) =>
    encs.flatMap((enc) =>
      auths.map((auth) => ({ enc, group, ...(auth === undefined ? {} : { auth }) }))
    )
  );

const SHA2 = ["hmac-sha2-256", "hmac-sha2-384", "hmac-sha2-512", "hmac-sha1"];
const AES = ["aes-256", "aes-192", "aes-128"];
const GCM = ["aes-128-gcm", "aes-256-gcm"];
const GROUPS = [
  ...["curve25519", "ecp521", "ecp384", "ecp256"],
  ...["modp4096", "modp3072", "modp2048", "modp1536", "modp1024"],
];

/** By IKE version and phase; `aes` is AES with any key length. */
const DEFAULTS = {
  1: {
    1: [{ auth: "hmac-sha1", enc: "aes", group: "modp3072" }],
    2: [{ auth: "hmac-sha2-256", enc: "aes", group: "modp3072" }],
  },
  2: {
    1: [...product(GCM, [undefined], GROUPS), ...product([...AES, "3des"], SHA2, GROUPS)],
    2: [...product(GCM, [undefined], ["none"]), ...product(AES, SHA2, ["none"])],
  },
} as const;

/** The same for iked of 6.6. */
const OLD_IKED = {
  1: product(
    [...AES, "3des"],
    ["hmac-sha2-256", "hmac-sha1"],
    ["modp2048", "modp1536", "modp1024"],
  ),
  2: product(AES, ["hmac-sha2-256", "hmac-sha1"], ["none"]),
};

/** The proposals of `tunnel` in `phase` on the release of that number, defaults included. */
export function phaseSets(
  { ike, phase1, phase2 }: Pick<Tunnel, "ike" | "phase1" | "phase2">,
  phase: 1 | 2,
  release: number,
): TransformSet[] {
  const { sets } = phase === 1 ? phase1 : phase2;
  if (sets.length > 0) return sets;
  return ike === 2 && release <= 66 ? OLD_IKED[phase] : [...DEFAULTS[ike][phase]];
}

/** Whether two ends agree about an algorithm; `aes` is AES with any key length. */
export function agree(key: string, a: string, b: string): boolean {
  if (a === b) return true;
  return key === "enc" && [a, b].includes("aes") && [a, b].every((one) => /^aes(-\d+)?$/.test(one));
}
