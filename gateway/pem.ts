/**
 * Keys and certificates in PEM: which of them iked(8) and isakmpd(8) can use.
 * @module
 */
import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";

/** Why a text cannot be used; never contains a part of it. */
export class PemFault extends Error {}

/**
 * The public key in `pem`: SPKI, or PKCS #1 as isakmpd's and older tools write it.
 *
 * @throws {PemFault} if there is none, or the daemon of IKE version `ike` does not support its
 * kind.
 */
export function publicKeyOf(pem: string, ike: 1 | 2): KeyObject {
  if (/PRIVATE KEY/.test(pem)) {
    throw new PemFault("is a private key; put the public one there, and keep this one secret");
  }
  if (/BEGIN CERTIFICATE/.test(pem)) {
    throw new PemFault("is a certificate; use certificate: {ca, cert, key}");
  }
  return known(
    () => createPublicKey(pem),
    "is not a public key in PEM (-----BEGIN PUBLIC KEY-----)",
    ike,
  );
}

/**
 * The private key in `pem`.
 *
 * @throws {PemFault} if there is none, it has a passphrase, or the daemon does not support its
 * kind.
 */
export function privateKeyOf(pem: string, ike: 1 | 2): KeyObject {
  if (/ENCRYPTED/.test(pem)) {
    throw new PemFault(
      "has a passphrase, which nobody can type at boot; store it without one",
    );
  }
  return known(
    () => createPrivateKey(pem),
    "is not a private key in PEM (-----BEGIN PRIVATE KEY-----)",
    ike,
  );
}

/** `key`, or the public key of a private one, in the form that both daemons read. */
export function spkiPem(key: KeyObject): string {
  const shared = key.type === "private"
    ? createPublicKey(String(key.export({ type: "pkcs8", format: "pem" })))
    : key;
  return String(shared.export({ type: "spki", format: "pem" }));
}

/**
 * The certificates in `pem`, in order.
 *
 * @throws {PemFault} if there is none, or one cannot be read.
 */
export function certificatesOf(pem: string): X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    if (found.length > 0) return found.map((one) => new X509Certificate(one));
  } catch {
    // Reported below, without the text.
  }
  throw new PemFault("is not a certificate in PEM (-----BEGIN CERTIFICATE-----)");
}

function known(read: () => KeyObject, otherwise: string, ike: 1 | 2): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch {
    throw new PemFault(otherwise);
  }
  const kind = key.asymmetricKeyType;
  const daemon = ike === 1 ? "isakmpd" : "iked";
  if (kind !== "rsa" && !(kind === "ec" && ike === 2)) {
    const use = ike === 1 ? "RSA" : "RSA or ECDSA";
    throw new PemFault(`is a key of the kind ${kind}, which ${daemon} does not know; use ${use}`);
  }
  const { modulusLength = 0, namedCurve = "" } = key.asymmetricKeyDetails ?? {};
  if (kind === "rsa" && modulusLength < 2048) {
    throw new PemFault(`is an RSA key of ${modulusLength} bits; use 2048 or more`);
  }
  if (kind === "ec" && !["prime256v1", "secp384r1", "secp521r1"].includes(namedCurve)) {
    throw new PemFault(
      `is on the curve ${namedCurve}; iked knows prime256v1, secp384r1 and secp521r1`,
    );
  }
  return key;
}
