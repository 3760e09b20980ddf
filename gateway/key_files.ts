/**
 * Where the daemons look for keys and certificates, and which of them a gateway has.
 * @module
 */
import { parseAddress } from "./address.ts";
import type { Gateway } from "./gateway.ts";
import { identityType } from "./identity.ts";
import type { Certificate, Tunnel } from "./tunnel.ts";
import type { SecretRef } from "./values.ts";

/** Content of a file. */
export type KeyFileKind = "public key" | "authority" | "certificate" | "private key";

/** A PEM file that a daemon reads. */
export interface KeyFile {
  /** Absolute path on the gateway. */
  path: string;
  kind: KeyFileKind;
  /** Where its content is kept on the host. */
  ref: SecretRef;
  /** Its owner in messages: `tunnel branch2`. */
  owner: string;
  /** Path of the field in the description. */
  field: (string | number)[];
  /** The daemon that reads it. */
  ike: 1 | 2;
}

/** The key folder of the daemon of IKE version `ike` (isakmpd(8), iked(8)). */
export function daemonFolder(ike: 1 | 2): string {
  return ike === 1 ? "/etc/isakmpd" : "/etc/iked";
}

/** The only private key that the daemons read. */
export function privateKeyPath(ike: 1 | 2): string {
  return `${daemonFolder(ike)}/private/local.key`;
}

/**
 * Where the daemon looks for the public key of a peer with identity `id`; undefined for identities
 * that it does not look up.
 */
export function publicKeyPath(ike: 1 | 2, id: string): string | undefined {
  const folders = {
    IPV4_ADDR: "ipv4",
    IPV6_ADDR: "ipv6",
    FQDN: "fqdn",
    RFC822_ADDR: "ufqdn",
    DER_ASN1_DN: undefined,
  };
  const folder = folders[identityType(ike, id)];
  return folder && `${daemonFolder(ike)}/pubkeys/${folder}/${id}`;
}

/** The identity of the peer of `tunnel`: its dstid, else its address; undefined without both. */
export function peerIdentity({ dstid, peer }: Tunnel): string | undefined {
  return dstid ?? (parseAddress(peer) ? peer : undefined);
}

/** All key and certificate files that fields of `gateway` name, in order. */
export function keyFiles(gateway: Gateway): KeyFile[] {
  return [
    ...gateway.tunnels.flatMap((tunnel, index) => {
      const { auth, ike, name } = tunnel;
      const of = { owner: `tunnel ${name}`, ike };
      const field = ["tunnels", index];
      if (auth.method === "certificate") {
        return certificateFiles(auth.certificate, name, [...field, "certificate"], of);
      }
      const id = peerIdentity(tunnel);
      const path = id === undefined ? undefined : publicKeyPath(ike, id);
      if (auth.method !== "keys" || !auth.peerKey || path === undefined) return [];
      return [{
        path,
        kind: "public key" as const,
        ref: auth.peerKey,
        field: [...field, "peerKey"],
        ...of,
      }];
    }),
    ...gateway.clients.flatMap(({ name, certificate }, index) =>
      certificate
        ? certificateFiles(certificate, name, ["clients", index, "certificate"], {
          owner: `clients ${name}`,
          ike: 2,
        })
        : []
    ),
  ];
}

function certificateFiles(
  { ca, cert, key }: Certificate,
  name: string,
  field: (string | number)[],
  of: Pick<KeyFile, "owner" | "ike">,
): KeyFile[] {
  const folder = daemonFolder(of.ike);
  return [
    {
      path: `${folder}/ca/${name}.crt`,
      kind: "authority",
      ref: ca,
      field: [...field, "ca"],
      ...of,
    },
    {
      path: `${folder}/certs/${name}.crt`,
      kind: "certificate",
      ref: cert,
      field: [...field, "cert"],
      ...of,
    },
    {
      path: privateKeyPath(of.ike),
      kind: "private key",
      ref: key,
      field: [...field, "key"],
      ...of,
    },
  ];
}
