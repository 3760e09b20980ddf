/**
 * Keys for the two ends of a case. The gateway uses those of its description; those of the far end
 * are generated.
 * @module
 */
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import type { Gateway } from "../../gateway/gateway.ts";
import { identityType } from "../../gateway/identity.ts";
import { peerIdentity, privateKeyPath, publicKeyPath } from "../../gateway/key_files.ts";
import { spkiPem } from "../../gateway/pem.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import type { Ikev2Tunnel } from "../../gateway/tunnel.ts";
import { renderKeyFiles } from "../../site/key_files.ts";
import type { LabFile } from "./case.ts";
import { bytesOf } from "../../site/file.ts";

/** Keys of both ends of a tunnel. */
export interface LabKeys {
  /**
   * The gateway's keys, iked's own key, without which it does not start, and the far end's public
   * key.
   */
  near: LabFile[];
  far: LabFile[];
  /** Lines of sh(1) that make certificates before the daemons start. */
  steps: string[];
  /** Notes for the report. */
  notes: string[];
}

const KEY = privateKeyPath(2);

/** The gateway's own keys: those of its description, and a key for iked if that has none. */
export function gatewayKeys(gateway: Gateway, secrets: Secrets): LabFile[] {
  const described = renderKeyFiles(gateway, secrets).map((file): LabFile => ({
    path: `/${file.path}`,
    content: new TextDecoder().decode(bytesOf(file)),
    mode: file.mode,
  }));
  if (described.some(({ path }) => path === KEY)) return described;
  return [...described, { path: KEY, content: pair().secret, mode: 0o600 }];
}

/** The keys for the tunnel; `address` is that of the far end. */
export function labKeys(
  gateway: Gateway,
  secrets: Secrets,
  tunnel: Ikev2Tunnel,
  address: string,
): LabKeys {
  const near = gatewayKeys(gateway, secrets);
  const { auth, name } = tunnel;
  const farId = peerIdentity(tunnel) ?? address;
  if (auth.method === "psk") return { near, far: [], steps: [], notes: [] };
  if (auth.method === "certificate") {
    const ca = near.find(({ path }) => path === `/etc/iked/ca/${name}.crt`);
    return {
      near,
      far: ca ? [{ ...ca, path: `/etc/swanctl/x509ca/${name}-ca.crt` }] : [],
      steps: [`far_certificate ${name} ${subjectName(farId)}`],
      notes: ["the far end's certificate is of an authority made for the laboratory"],
    };
  }
  const other = pair();
  const own = near.find(({ path }) => path === KEY)!;
  const path = publicKeyPath(2, farId);
  return {
    near: [
      ...near.filter((one) => one.path !== path),
      ...(path ? [{ path, content: other.open, mode: 0o644 }] : []),
    ],
    far: [
      {
        path: `/etc/swanctl/pubkey/${name}-gateway.pem`,
        content: spkiPem(createPrivateKey(own.content)),
        mode: 0o644,
      },
      { path: `/etc/swanctl/pubkey/${name}-far.pem`, content: other.open, mode: 0o644 },
      { path: `/etc/swanctl/ecdsa/${name}.pem`, content: other.secret, mode: 0o600 },
    ],
    steps: [],
    notes: ["keys made for the laboratory stood in for those of the far end"],
  };
}

/** ECDSA with P-256. */
function pair(): { secret: string; open: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    secret: privateKey.export({ type: "sec1", format: "pem" }).toString(),
    open: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
}

/** An identity as the subjectAltName of a certificate (x509v3_config(5)), for sh(1). */
function subjectName(id: string): string {
  const type = identityType(2, id);
  const word = type === "FQDN" ? "DNS" : type === "RFC822_ADDR" ? "email" : "IP";
  return `'${word}:${id}'`;
}
