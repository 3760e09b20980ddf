/**
 * Finds faults in a certificate before a client or peer connects to the gateway.
 * @module
 */
import { Buffer } from "node:buffer";
import type { KeyObject, X509Certificate } from "node:crypto";
import { parseAddress } from "./address.ts";
import { identityType, sameIdentity } from "./identity.ts";
import { certificatesOf, PemFault, privateKeyOf, publicKeyOf, spkiPem } from "./pem.ts";

/** Days before a certificate expires from which there is a warning. */
const EARLY_DAYS = 60;

const DAY_MS = 86_400_000;

/** id-kp-serverAuth of RFC 5280, in DER: Deno does not expose the extended key usage. */
const SERVER_AUTH = Buffer.from([6, 8, 0x2b, 6, 1, 5, 5, 7, 3, 1]);

/** Certificate, key and authority, as far as they could be read. */
export type CertificateTexts = Partial<Record<"ca" | "cert" | "key", string>>;

/** How the certificate is used. */
export interface CertificateUse {
  /** Identity that the gateway sends. */
  id: string;
  /** The daemon that reads it. */
  ike: 1 | 2;
  /** Time to check validity at, in milliseconds since 1970. */
  now: number;
  /** The other end: a peer that has a certificate of this authority, a client device, or both. */
  others: { certified: boolean; devices: boolean };
}

/** One fault. */
export interface CertificateFault {
  field: "ca" | "cert" | "key";
  severity: "error" | "warning";
  /** What is wrong, and what to do; never contains a part of a private key. */
  message: string;
}

/** All faults of a certificate, its key and its authority. */
export function certificateFaults(
  texts: CertificateTexts,
  use: CertificateUse,
): CertificateFault[] {
  const faults: CertificateFault[] = [];
  const read = <T>(field: "ca" | "cert" | "key", parse: (text: string) => T): T | undefined => {
    const text = texts[field];
    if (text === undefined) return undefined;
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof PemFault)) throw error;
      faults.push({ field, severity: "error", message: `the content ${error.message}` });
      return undefined;
    }
  };
  const authorities = read("ca", certificatesOf);
  const [cert, ...chain] = read("cert", certificatesOf) ?? [];
  const key = read("key", (text) => privateKeyOf(text, use.ike));
  for (const one of authorities ?? []) faults.push(...ofAuthority(one, authorities!, use));
  if (cert) faults.push(...ofCertificate(cert, use));
  if (cert && key) faults.push(...ofPair(cert, key));
  if (cert && authorities) faults.push(...ofChain(cert, chain, authorities));
  return faults;
}

function ofAuthority(
  ca: X509Certificate,
  authorities: X509Certificate[],
  use: CertificateUse,
): CertificateFault[] {
  const found = ofDates(ca, "ca", use);
  if (use.others.certified && !authorities.some((one) => issued(ca, one))) {
    found.push({
      field: "ca",
      severity: "error",
      message: `${oneLine(ca.issuer)}, which signed ${
        nameOf(ca)
      }, is missing, and the daemon trusts only chains that end in a self-signed certificate; add it`,
    });
  }
  if (!ca.ca) {
    found.push({
      field: "ca",
      severity: "error",
      message: `${
        nameOf(ca)
      } is not an authority (basicConstraints CA:TRUE is missing); name the certificate that signed`,
    });
  }
  return found;
}

function ofCertificate(cert: X509Certificate, use: CertificateUse): CertificateFault[] {
  const found = ofDates(cert, "cert", use);
  try {
    publicKeyOf(spkiPem(cert.publicKey), use.ike);
  } catch (error) {
    if (!(error instanceof PemFault)) throw error;
    found.push({ field: "cert", severity: "error", message: `its key ${error.message}` });
  }
  if (use.others.devices && !cert.raw.includes(SERVER_AUTH)) {
    found.push({
      field: "cert",
      severity: "warning",
      message:
        "it is not for servers (extendedKeyUsage serverAuth is missing), so Windows and Apple's devices refuse it; issue it with serverAuth",
    });
  }
  if (!holds(cert, use)) {
    const names = cert.subjectAltName ?? "no subjectAltName";
    found.push({
      field: "cert",
      severity: "error",
      message:
        `it does not contain ${use.id}, which the gateway sends as its identity; it contains ${names}: write srcid: NAME with one of these, or issue it for ${use.id}`,
    });
  }
  return found;
}

function ofDates(
  cert: X509Certificate,
  field: "ca" | "cert",
  { now }: CertificateUse,
): CertificateFault[] {
  const [from, to] = [Date.parse(cert.validFrom), Date.parse(cert.validTo)];
  const say = (severity: "error" | "warning", message: string) => [{ field, severity, message }];
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  if (to <= now) return say("error", `${nameOf(cert)} expired on ${day(to)}; renew it`);
  if (from > now) return say("error", `${nameOf(cert)} is not valid before ${day(from)}`);
  if (to - now > EARLY_DAYS * DAY_MS) return [];
  const days = Math.floor((to - now) / DAY_MS);
  return say("warning", `${nameOf(cert)} expires on ${day(to)}, in ${days} days; renew it`);
}

function ofPair(cert: X509Certificate, key: KeyObject): CertificateFault[] {
  if (cert.checkPrivateKey(key)) return [];
  return [{
    field: "key",
    severity: "error",
    message:
      "it is not the private key of the certificate; name the one that the request was made with",
  }];
}

function ofChain(
  cert: X509Certificate,
  chain: X509Certificate[],
  authorities: X509Certificate[],
): CertificateFault[] {
  if (authorities.some((ca) => issued(cert, ca))) return [];
  if (chain.some((one) => issued(cert, one))) {
    return [{
      field: "ca",
      severity: "error",
      message: "the certificate was signed by an intermediate authority; add its certificate to ca",
    }];
  }
  return [{
    field: "ca",
    severity: "error",
    message: `it did not sign ${nameOf(cert)}, which ${
      oneLine(cert.issuer)
    } signed; name that authority`,
  }];
}

function issued(one: X509Certificate, by: X509Certificate): boolean {
  return one.checkIssued(by) && one.verify(by.publicKey);
}

/** Whether the daemon finds `id` in the certificate: in subjectAltName, or as the subject. */
function holds(cert: X509Certificate, { id, ike }: CertificateUse): boolean {
  const type = identityType(ike, id);
  if (type === "DER_ASN1_DN") {
    return oneLine(cert.subject) === id.replace(/^\//, "").replaceAll("/", ", ");
  }
  const kind = {
    IPV4_ADDR: "IP Address",
    IPV6_ADDR: "IP Address",
    FQDN: "DNS",
    RFC822_ADDR: "email",
  };
  return (cert.subjectAltName ?? "").split(", ").some((entry) => {
    const [name, value = ""] = entry.split(/:(.*)/s);
    if (name !== kind[type]) return false;
    return parseAddress(id) ? sameIdentity(value, id) : value === id;
  });
}

function nameOf(cert: X509Certificate): string {
  return oneLine(cert.subject) || "the certificate";
}

function oneLine(name: string | undefined): string {
  return (name ?? "").replaceAll("\n", ", ");
}
