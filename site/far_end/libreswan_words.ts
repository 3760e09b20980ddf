/**
 * libreswan's keywords for transforms.
 *
 * Source: `ipsec algparse -v1` and `-v2` of libreswan 4.10 (Debian 12), which is compiled without
 * modp1024.
 * @module
 */
import type { Vendor } from "./vendor_transforms.ts";

const CBC: [string, string][] = [
  ["aes", "aes128"],
  ["aes-128", "aes128"],
  ["aes-192", "aes192"],
  ["aes-256", "aes256"],
  ["3des", "3des"],
];
const GCM: [string, string][] = [
  ["aes-128-gcm", "aes_gcm128"],
  ["aes-192-gcm", "aes_gcm192"],
  ["aes-256-gcm", "aes_gcm256"],
];
const GCM_12: [string, string][] = [
  ["aes-128-gcm-12", "aes_gcm_b_128"],
  ["aes-256-gcm-12", "aes_gcm_b_256"],
];
const TRAFFIC: [string, string][] = [
  ...["128", "192", "256"].flatMap((bits): [string, string][] => [
    [`aes-${bits}-ctr`, `aes_ctr${bits}`],
    [`aes-${bits}-gmac`, `null_auth_aes_gmac_${bits}`],
  ]),
  ["null", "null"],
];
const AUTH = new Map([
  ["hmac-md5", "md5"],
  ["hmac-sha1", "sha1"],
  ["hmac-sha2-256", "sha2_256"],
  ["hmac-sha2-384", "sha2_384"],
  ["hmac-sha2-512", "sha2_512"],
]);
const MODP: [string, string][] = ["1536", "2048", "3072", "4096", "6144", "8192"]
  .map((bits) => [`modp${bits}`, `modp${bits}`]);
const ECP: [string, string][] = [
  ["ecp256", "dh19"],
  ["ecp384", "dh20"],
  ["ecp521", "dh21"],
  ["curve25519", "dh31"],
];

/** libreswan 4.10; in IKEv2 the prf is that of the integrity algorithm. */
export const LIBRESWAN: Vendor = {
  name: "libreswan",
  words(ike, phase) {
    const enc = phase === 1
      ? [...CBC, ...(ike === 2 ? [...GCM, ...GCM_12] : [])]
      : [...CBC, ...GCM, ...TRAFFIC, ...(ike === 2 ? [...GCM_12, CHACHA] : [])];
    // No elliptic curves in quick mode.
    const group = ike === 1 && phase === 2 ? MODP : [...MODP, ...ECP];
    return { enc: new Map(enc), auth: AUTH, group: new Map(group) };
  },
};

const CHACHA: [string, string] = ["chacha20-poly1305", "chacha20_poly1305"];
