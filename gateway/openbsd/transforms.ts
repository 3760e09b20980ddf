/**
 * The transforms of each IKE version, their keywords, and which are weak.
 *
 * Sources: sbin/ipsecctl (parse.y for the words, ike.c for those passed to isakmpd, which are
 * fewer); sbin/iked/parse.y, and `iked -n` itself in the tests.
 * @module
 */

const CBC = ["aes", "aes-128", "aes-192", "aes-256", "3des"] as const;
const COUNTER = ["aes-128-ctr", "aes-192-ctr", "aes-256-ctr"] as const;
const GMAC = ["aes-128-gmac", "aes-192-gmac", "aes-256-gmac"] as const;
const GCM = ["aes-128-gcm", "aes-192-gcm", "aes-256-gcm"] as const;
const MODP = [
  "modp768",
  "modp1024",
  "modp1536",
  "modp2048",
  "modp3072",
  "modp4096",
  "modp6144",
  "modp8192",
] as const;
const ECP = ["ecp256", "ecp384", "ecp521"] as const;
const BRAINPOOL = ["brainpool224", "brainpool256", "brainpool384", "brainpool512"] as const;

/** Integrity algorithms. */
export const AUTH = [
  "hmac-md5",
  "hmac-sha1",
  "hmac-sha2-256",
  "hmac-sha2-384",
  "hmac-sha2-512",
  "hmac-ripemd160",
] as const;
/** Pseudo-random functions of IKEv2. */
export const PRF = [
  "hmac-md5",
  "hmac-sha1",
  "hmac-sha2-256",
  "hmac-sha2-384",
  "hmac-sha2-512",
] as const;
/** Encryption algorithms. */
export const ENC = [
  ...CBC,
  "blowfish",
  "cast128",
  ...COUNTER,
  ...GCM,
  "aes-128-gcm-12",
  "aes-256-gcm-12",
  "chacha20-poly1305",
  ...GMAC,
  "null",
] as const;
/** Diffie-Hellman groups. */
export const GROUP = [
  ...MODP,
  ...ECP,
  "ecp192",
  "ecp224",
  ...BRAINPOOL,
  "curve25519",
  "sntrup761x25519",
  "none",
] as const;

/** Numbers of Diffie-Hellman groups (IANA, IKEv2 transform type 4). */
export const GROUP_NUMBERS: ReadonlyMap<string, number> = new Map([
  ["modp768", 1],
  ["modp1024", 2],
  ["modp1536", 5],
  ["modp2048", 14],
  ["modp3072", 15],
  ["modp4096", 16],
  ["modp6144", 17],
  ["modp8192", 18],
  ["ecp256", 19],
  ["ecp384", 20],
  ["ecp521", 21],
  ["ecp192", 25],
  ["ecp224", 26],
  ["brainpool224", 27],
  ["brainpool256", 28],
  ["brainpool384", 29],
  ["brainpool512", 30],
  ["curve25519", 31],
]);

/** What one phase of one IKE version accepts. */
export interface Known {
  /** Integrity algorithms. */
  auth: readonly string[];
  /** Encryption algorithms. */
  enc: readonly string[];
  /** Diffie-Hellman groups. */
  group: readonly string[];
}

/** ipsecctl(8) parses ecp192 too, but cannot pass it to isakmpd(8). */
const GROUP1 = [...MODP, ...ECP, "ecp224", ...BRAINPOOL];

/** Transforms by IKE version and phase. */
export const KNOWN: Record<1 | 2, Record<1 | 2, Known>> = {
  1: {
    1: { auth: AUTH.slice(0, 5), enc: [...CBC, "blowfish", "cast128"], group: GROUP1 },
    2: {
      auth: AUTH,
      enc: [...CBC, "blowfish", "cast128", ...COUNTER, ...GCM, ...GMAC, "null"],
      group: [...GROUP1, "none"],
    },
  },
  2: {
    1: {
      auth: AUTH.slice(0, 5),
      enc: [...CBC, "aes-128-gcm", "aes-256-gcm", "aes-128-gcm-12", "aes-256-gcm-12"],
      group: GROUP.filter((group) => group !== "none"),
    },
    2: {
      auth: AUTH.slice(0, 5),
      enc: [
        ...CBC,
        "blowfish",
        "cast128",
        ...COUNTER,
        ...GCM,
        ...GMAC,
        "chacha20-poly1305",
        "null",
      ],
      group: GROUP,
    },
  },
};

/**
 * The keyword for a transform in the configuration of IKE version `ike`: iked.conf(5) has `cast`
 * and `brainpool256` where ipsec.conf(5) has `cast128` and `bp256`.
 */
export function transformWord(ike: 1 | 2, transform: string): string {
  if (ike === 2) return transform === "cast128" ? "cast" : transform;
  return transform.replace(/^brainpool/, "bp");
}

/** An algorithm that includes authentication; `auth` beside it is an error. */
export function isAead(enc: string): boolean {
  return /gcm|gmac/.test(enc) || enc === "chacha20-poly1305";
}

/** The weak choice that is not a transform: the IKEv1 exchange that sends identities in clear. */
export const AGGRESSIVE = "aggressive";

/** Weak but valid choices, each with a better one. */
export const WEAK: ReadonlyMap<string, string> = new Map([
  ["hmac-md5", "hmac-sha2-256"],
  ["hmac-sha1", "hmac-sha2-256"],
  ["hmac-ripemd160", "hmac-sha2-256"],
  ["3des", "aes-256"],
  ["blowfish", "aes-256"],
  ["cast128", "aes-256"],
  ["null", "aes-256"],
  // GMAC authenticates and does not encrypt.
  ["aes-128-gmac", "aes-256-gcm"],
  ["aes-192-gmac", "aes-256-gcm"],
  ["aes-256-gmac", "aes-256-gcm"],
  ["modp768", "modp2048"],
  ["modp1024", "modp2048"],
  ["modp1536", "modp2048"],
  ["ecp192", "ecp256"],
  ["ecp224", "ecp256"],
  ["brainpool224", "brainpool256"],
]);
